#include "members/center_store.hpp"
#include "members/directory_query.hpp"
#include "members/handlers.hpp"
#include "members/invitation_form.hpp"
#include "members/member_store.hpp"
#include "members/shown_once_view.hpp"
#include "members/states.hpp"
#include "site/json.hpp"

namespace members {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

template <class T> value or_null(const std::optional<T>& text) {
    return text ? value(*text) : value(nullptr);
}

/// A Center inside a member; null for program staff.
value center_of(const auto& of, const std::optional<std::string>& name) {
    if (!name) return nullptr;
    return object{{"slug", or_null(of.center_slug)},
                  {"name", *name},
                  {"state", or_null(of.state)},
                  {"registered_voters", or_null(of.registered_voters)},
                  {"size_band", size_band(of.registered_voters.value_or(0))}};
}

object object_of(const MemberLine& line) {
    return {{"handle", line.handle},
            {"name", line.name},
            {"title", line.title},
            {"role", base::enum_text(line.role)},
            {"center", center_of(line, line.center)}};
}

object object_of(const Profile& profile) {
    return {{"handle", profile.handle},
            {"name", profile.name},
            {"title", profile.title},
            {"about", profile.about},
            {"role", base::enum_text(profile.role)},
            {"center", center_of(profile, profile.center_name)},
            {"joined", base::iso_time(profile.created)},
            {"open", !profile.closed.has_value()}};
}

int limit_of(const Context& c) {
    return static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 200));
}

} // namespace

Response api_me(Context& c) {
    const auto profile = read_profile(c.db, c.viewer.id);
    auto me = object_of(*profile);
    me["email"] = profile->email;
    me["zone"] = profile->zone;
    me["scopes"] = scopes_text(c.viewer.scopes);
    return site::json(me);
}

Response api_members(Context& c) {
    const int limit = limit_of(c);
    auto wanted = read_wanted(c, limit + 1);
    if (!wanted.role && !c.query.line("role").empty())
        return site::problem(c, base::fail_field("role", "Choose a role of the list.").value());
    wanted.after = c.query.line("cursor");
    auto lines = list_members(c.db, wanted);
    std::optional<std::string> next;
    if (lines.size() > static_cast<std::size_t>(limit)) {
        lines.pop_back();
        next = lines.back().handle;
    }
    array items;
    for (const auto& line : lines)
        items.push_back(object_of(line));
    return site::listed(std::move(items), next);
}

Response api_member(Context& c, Text handle) {
    const auto profile = read_profile(c.db, handle);
    if (!profile) return site::not_found(c, "There is no member with this handle.");
    return site::json(object_of(*profile));
}

Response api_centers(Context& c) {
    const int limit = limit_of(c);
    auto lines = list_centers(c.db, c.query.line("cursor"), state_code(c.query.line("state")), limit + 1);
    std::optional<std::string> next;
    if (lines.size() > static_cast<std::size_t>(limit)) {
        lines.pop_back();
        next = lines.back().slug;
    }
    array items;
    for (const auto& line : lines)
        items.push_back(object{{"slug", line.slug},
                               {"name", line.name},
                               {"state", line.state},
                               {"registered_voters", line.registered_voters},
                               {"size_band", size_band(line.registered_voters)},
                               {"people", line.people}});
    return site::listed(std::move(items), next);
}

Response api_center(Context& c, Text slug) {
    const auto center = read_center(c.db, slug);
    if (!center) return site::not_found(c, "There is no such Center.");
    array delegates;
    for (const auto& delegate : delegates_of(c.db, center->id))
        delegates.push_back(
            object{{"handle", delegate.handle}, {"name", delegate.name}, {"rank", delegate.rank}});
    return site::json({{"slug", center->slug},
                       {"name", center->name},
                       {"jurisdiction", center->jurisdiction},
                       {"state", center->state},
                       {"registered_voters", center->registered_voters},
                       {"size_band", size_band(center->registered_voters)},
                       {"equipment", center->equipment},
                       {"delegates", std::move(delegates)}});
}

Response api_invite(Context& c) {
    const auto wanted = read_invitation_form(c);
    if (!wanted) return site::problem(c, wanted.error());
    const auto secret =
        c.write([&](store::Writer& db) { return invite(db, c.services.random, c.viewer, *wanted, c.now); });
    if (!secret) return site::problem(c, secret.error());
    const auto link = server::link<"/invitations/{}">(*secret);
    return site::created({{"email", wanted->email},
                          {"role", base::enum_text(wanted->role)},
                          {"link", whole_address(c, link)},
                          {"expires", base::iso_time(c.now + join_length)}},
                         link);
}

} // namespace members
