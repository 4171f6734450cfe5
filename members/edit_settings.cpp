#include "members/handlers.hpp"
#include "members/member_store.hpp"
#include "members/settings_view.hpp"

namespace members {

Response show_settings(Context& c) {
    const auto profile = read_profile(c.db, c.viewer.id);
    parts::State state;
    state.values.add("name", profile->name);
    state.values.add("title", profile->title);
    state.values.add("about", profile->about);
    state.values.add("zone", profile->zone);
    return profile_settings_page(c, state);
}

Response save_settings(Context& c) {
    const ProfileChange change{c.input.line("name"), c.input.line("title"), c.input.text("about"),
                               c.input.line("zone")};
    const auto saved = c.write([&](store::Writer& db) { return change_profile(db, c.viewer.id, change); });
    if (!saved) return profile_settings_page(c, {.values = c.input, .problem = saved.error()}, 422);
    return site::done(c, server::link<"/settings">(), "Your profile is saved.");
}

} // namespace members
