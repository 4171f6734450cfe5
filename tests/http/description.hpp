// The OpenAPI description as the program serves it, and a small checker of JSON against its schemas: it knows
// the words that the description uses, and refuses a description that uses others, so that nothing passes
// unread.
#pragma once

#include <boost/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace description {

namespace json = boost::json;

/// The whole document.
const json::object& document();

struct Operation {
    std::string id;
    std::string method; // "GET"
    std::string path;   // "/api/v1/pages/{slug}"
    std::string shape;  // "/api/v1/pages/{}", as routes have it
    const json::object* object;

    /// The scope that a token needs; "" where none is needed.
    [[nodiscard]] std::string scope() const;
    /// The schema of the JSON body; null where it takes none.
    [[nodiscard]] const json::object* body_schema() const;
    /// What it says about this status, or about all that it does not name.
    [[nodiscard]] const json::object& response(int status) const;
};

/// In the order of the document.
const std::vector<Operation>& operations();
const Operation& operation(std::string_view id);

/// The object itself, or what its $ref names. Throws where there is no such thing.
const json::object& resolve(const json::value& value);

/// Where the value differs from the schema: "/items/0/name is missing". Empty: it conforms. Throws
/// std::runtime_error for a schema with words that are not known here.
std::vector<std::string> faults(const json::value& value, const json::object& schema);

} // namespace description
