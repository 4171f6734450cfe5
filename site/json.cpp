#include "site/json.hpp"

#include "base/text.hpp"

#include <boost/json/serialize.hpp>

namespace site {

server::Response json(const boost::json::object& object, int status) {
    return server::json(boost::json::serialize(object), status);
}

server::Response created(const boost::json::object& object, const server::Url& location) {
    auto response = json(object, 201);
    response.headers.add("Location", location.text());
    return response;
}

server::Response listed(boost::json::array items, const std::optional<std::string>& next) {
    boost::json::object object;
    object["items"] = std::move(items);
    object["next"] = next ? boost::json::value(*next) : boost::json::value(nullptr);
    return json(object);
}

std::string Cursor::text() const {
    return std::to_string(key) + "." + std::to_string(id);
}

std::optional<Cursor> Cursor::parse(std::string_view text) {
    const auto parts = base::split(text, '.');
    if (parts.size() != 2) return std::nullopt;
    const auto key = base::parse_int(parts[0]);
    const auto id = base::parse_int(parts[1]);
    if (!key || !id) return std::nullopt;
    return Cursor{*key, *id};
}

} // namespace site
