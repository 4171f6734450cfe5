#include "members/settings_view.hpp"

#include "members/options.hpp"
#include "site/layout.hpp"

#include <array>

namespace members {
namespace {

using html::Writer;
using server::link;

site::Frame frame_of(std::string_view title) {
    return {.title = std::string(title), .width = "narrow"};
}

void session_item(Writer& w, const site::Context& c, const Session& session, bool is_this) {
    w.put<
        "<li class=\"row\"><div class=\"row-body\"><h3 class=\"row-title\">{}</h3><div class=\"row-meta\">">(
        session.browser);
    if (is_this) parts::badge(w, "This browser", parts::Tone::good);
    w.put<"<span>from {}</span><span>signed in ">(session.address);
    parts::date(w, c, session.created);
    w.put<"</span><span>last used ">();
    parts::when(w, c, session.used);
    w.put<"</span></div></div>">();
    if (!is_this) {
        w.put<"<div class=\"row-acts acts\">">();
        parts::post_button(
            w, c, link<"/settings/sessions/end">(),
            {.words = "Sign out", .context = session.browser, .hidden = {{"session", session.hash}}});
        w.put<"</div>">();
    }
    w.put<"</li>">();
}

void sessions(Writer& w, const site::Context& c, const SignInSettings& settings) {
    w.put<"<section><div class=\"list-head\"><h2>Where you are signed in</h2></div><ol class=\"rows\">">();
    for (const auto& session : settings.sessions)
        session_item(w, c, session, session.hash == settings.this_session);
    w.put<"</ol>">();
    if (settings.sessions.size() > 1)
        parts::acts(w, [&](Writer& acts) {
            parts::post_button(acts, c, link<"/settings/sessions/end">(),
                               {.words = "Sign out everywhere else", .look = parts::Look::plain});
        });
    w.put<"</section>">();
}

void password_form(Writer& w, const site::Context& c, const parts::State& state) {
    parts::form(w, c, link<"/settings/password">(), {.classes = "card"}, state, [&](Writer& inner) {
        inner.put<"<h2>Change the password</h2>">();
        parts::text_field(inner, state,
                          {.name = "current_password",
                           .label = "Password until now",
                           .type = "password",
                           .autocomplete = "current-password"});
        parts::text_field(inner, state,
                          {.name = "password",
                           .label = "New password",
                           .hint = "At least 12 characters. A few words in a row are easy to remember.",
                           .type = "password",
                           .autocomplete = "new-password"});
        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Change the password"}); });
    });
}

void token_item(Writer& w, const site::Context& c, const Token& token) {
    w.put<"<li class=\"row\"><div class=\"row-body\"><h3 class=\"row-title\">{}</h3>"
          "<div class=\"row-meta\"><span>{}</span><span>">(token.name, token.scopes);
    if (token.expires) {
        w.put<"{} ">(*token.expires > c.now ? "works until" : "ended");
        parts::date(w, c, *token.expires);
    }
    w.put<"</span><span>">();
    if (token.used) {
        w.put<"last used ">();
        parts::when(w, c, *token.used);
    } else {
        w.put<"never used">();
    }
    w.put<"</span></div></div><div class=\"row-acts acts\">">();
    parts::post_button(w, c, link<"/settings/tokens/{}/revoke">(token.id),
                       {.words = "Revoke", .context = token.name});
    w.put<"</div></li>">();
}

void token_form(Writer& w, const site::Context& c, const parts::State& state) {
    std::vector<parts::Option> scopes{{"read", "Read", "Everything that you may read."},
                                      {"write", "Write", "Everything that you may change."}};
    if (c.viewer.is_administrator()) scopes.push_back({"admin", "Administer", "What administrators may do."});
    parts::form(w, c, link<"/settings/tokens">(), {.classes = "card"}, state, [&](Writer& inner) {
        inner.put<"<h2>Make a token</h2>">();
        parts::text_field(
            inner, state,
            {.name = "name", .label = "What it is for", .hint = "Weekly report", .max_length = 100});
        parts::checkbox_group(inner, state, {.name = "scopes", .label = "It may", .options = scopes});
        parts::text_field(inner, state,
                          {.name = "days",
                           .label = "Days until it ends",
                           .hint = "1 to 730",
                           .look = "brief",
                           .input_mode = "numeric"});
        parts::text_field(inner, state,
                          {.name = "current_password",
                           .label = "Your password",
                           .type = "password",
                           .autocomplete = "current-password"});
        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Make the token"}); });
    });
}

} // namespace

void settings_head(Writer& w, SettingsPart current) {
    using enum SettingsPart;
    parts::page_head(w, "Settings");
    const std::array<parts::Tab, 4> tabs{
        {{"Profile", link<"/settings">(), current == profile, std::nullopt},
         {"Password and sessions", link<"/settings/sign-in">(), current == sign_in, std::nullopt},
         {"Second step", link<"/settings/second-step">(), current == second_step, std::nullopt},
         {"API tokens", link<"/settings/tokens">(), current == tokens, std::nullopt}}};
    parts::tabs(w, "Settings", tabs);
}

server::Response profile_settings_page(const site::Context& c, const parts::State& state, int status) {
    const auto body = [&](Writer& w) {
        settings_head(w, SettingsPart::profile);
        parts::form(w, c, link<"/settings">(), {}, state, [&](Writer& inner) {
            parts::text_field(inner, state,
                              {.name = "name", .label = "Name", .autocomplete = "name", .max_length = 100});
            parts::text_field(inner, state,
                              {.name = "title",
                               .label = "What you do",
                               .hint = "For example: Deputy clerk",
                               .autocomplete = "organization-title",
                               .optional = true,
                               .max_length = 100});
            parts::text_area(inner, state,
                             {.name = "about",
                              .label = "About you",
                              .hint = "What others may ask you about.",
                              .optional = true,
                              .size = "short"});
            const auto zones = zone_options(state.value("zone"));
            parts::select_field(inner, state, {.name = "zone", .label = "Time zone", .options = zones});
            parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Save"}); });
        });
    };
    return site::page(c, frame_of("Settings"), body, status);
}

server::Response sign_in_settings_page(const site::Context& c, const SignInSettings& settings, int status) {
    const auto body = [&](Writer& w) {
        settings_head(w, SettingsPart::sign_in);
        w.put<"<div class=\"stack-wide\">">();
        password_form(w, c, settings.password);
        sessions(w, c, settings);
        w.put<"</div>">();
    };
    return site::page(c, frame_of("Password and sessions"), body, status);
}

server::Response token_settings_page(const site::Context& c, const TokenSettings& settings, int status) {
    const auto body = [&](Writer& w) {
        settings_head(w, SettingsPart::tokens);
        w.put<"<div class=\"stack-wide\"><p>A token lets a program act for you. Keep it like a "
              "password.</p>">();
        if (!settings.tokens.empty()) {
            w.put<"<section><div class=\"list-head\"><h2>Your tokens</h2></div><ol class=\"rows\">">();
            for (const auto& token : settings.tokens)
                token_item(w, c, token);
            w.put<"</ol></section>">();
        }
        token_form(w, c, settings.form);
        w.put<"</div>">();
    };
    return site::page(c, frame_of("API tokens"), body, status);
}

} // namespace members
