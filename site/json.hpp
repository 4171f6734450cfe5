// What the API's answers share: items with a cursor, times as RFC 3339, Location of what was created.
#pragma once

#include "site/context.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace site {

/// 200 (or `status`) with the object.
server::Response json(const boost::json::object& object, int status = 200);
/// 201 with Location.
server::Response created(const boost::json::object& object, const server::Url& location);
/// `{"items": […], "next": "cursor" or null}`
server::Response listed(boost::json::array items, const std::optional<std::string>& next);

/// The place in a list where the next part starts: the last row's sort value and id. Opaque to clients
/// ("k.17000.42").
struct Cursor {
    std::int64_t key = 0;
    std::int64_t id = 0;

    [[nodiscard]] std::string text() const;
    /// Nothing when it is none of ours.
    static std::optional<Cursor> parse(std::string_view text);
};

} // namespace site
