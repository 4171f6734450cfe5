#include "notices/handlers.hpp"
#include "notices/inbox_store.hpp"

#include <algorithm>

namespace notices {
namespace {

namespace json = boost::json;

json::object to_json(const Entry& entry) {
    json::value actor = nullptr;
    if (entry.actor_handle) actor = {{"handle", *entry.actor_handle}, {"name", *entry.actor_name}};
    return {{"id", entry.id.value},
            {"reason", base::enum_text(entry.reason)},
            {"actor", std::move(actor)},
            {"title", entry.title},
            {"address", entry.address},
            {"at", base::iso_time(entry.at)},
            {"read", entry.read_at.has_value()}};
}

} // namespace

server::Response api_list_inbox(site::Context& c) {
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 100));
    const auto before = site::Cursor::parse(c.query.raw("cursor"));
    if (c.query.has("cursor") && !before)
        return site::problem(c, base::fail_field("cursor", "This cursor is none of ours.").value());

    const auto which = c.query.flag("unread") ? Which::unread : Which::all;
    auto found = entries(c.db, c.viewer.id, which, before, limit + 1);
    std::optional<std::string> next;
    if (found.size() > static_cast<std::size_t>(limit)) {
        found.pop_back();
        next = site::Cursor{found.back().at.time_since_epoch().count(), found.back().id.value}.text();
    }
    json::array items;
    for (const auto& entry : found)
        items.push_back(to_json(entry));
    return site::listed(std::move(items), next);
}

} // namespace notices
