// Every act that takes fields: each form on any page, each call of the API.
#pragma once

#include "tests/attack/fields.hpp"
#include "tests/attack/ground.hpp"

#include <functional>

namespace attack {

using Values = std::map<std::string, std::string>;

struct Field {
    std::string name;
    Known known;
    std::string good; // a value that is taken here
};

struct Act {
    std::string name; // "POST /settings", "createThread"
    std::string by;
    std::vector<Field> fields;
    std::function<server::Response(const Values&)> send;

    [[nodiscard]] Values good_values() const;
};

/// The forms of all pages that post and have fields, one a route; each from the page where it has most.
std::vector<Act> form_acts(Ground& ground, std::vector<std::string>& unknown);
/// The calls with a body. `unknown` gets a line for each field of which nothing is known.
std::vector<Act> call_acts(Ground& ground, std::vector<std::string>& unknown);

/// The fields that a refusal names.
std::vector<std::string> refused_fields(const server::Response& answer);

} // namespace attack
