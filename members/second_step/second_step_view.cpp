#include "members/second_step/second_step_view.hpp"

#include "base/text.hpp"
#include "members/second_step/qr_code.hpp"
#include "members/second_step/totp.hpp"
#include "members/settings_view.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

constexpr std::string_view title = "Second step at sign-in";

server::Response uncached(server::Response response) {
    response.headers.set("Cache-Control", "no-store");
    return response;
}

/// A refused code is typed again, not shown again.
parts::State without_codes(const parts::State& state) {
    parts::State shown{.problem = state.problem, .id_prefix = state.id_prefix};
    for (const auto& [name, value] : state.values)
        if (!name.ends_with("code")) shown.values.add(name, value);
    return shown;
}

void standing(Writer& w, const site::Context& c, const SecondStepPage& page) {
    if (page.is_needed && !page.current)
        parts::notice(w, parts::Tone::care, [](Writer& inner) {
            inner.put<"<p>Your role needs the second step here: set it up, and everything else opens "
                      "again.</p>">();
        });
    w.put<"<p>After the password, sign-in asks for six digits that an app on your telephone shows. Whoever "
          "learns your password alone does not get in. Any authenticator app will do; it needs no network "
          "and sends nothing.</p>">();
    if (!page.current) return;
    w.put<"<p>It is on since ">();
    parts::date(w, c, page.current->since);
    w.put<". You have {} left.</p>">(
        base::counted(page.current->codes_left, "recovery code", "recovery codes"));
}

void password_field(Writer& w, const parts::State& state) {
    parts::text_field(w, state,
                      {.name = "current_password",
                       .label = "Your password",
                       .type = "password",
                       .autocomplete = "current-password"});
}

void app_code_field(Writer& w, const parts::State& state, std::string_view hint) {
    parts::text_field(w, state,
                      {.name = "code",
                       .label = "Code of your app",
                       .hint = hint,
                       .autocomplete = "one-time-code",
                       .max_length = 12,
                       .look = "code-entry",
                       .input_mode = "numeric"});
}

void turn_on_form(Writer& w, const site::Context& c, const SecondStepPage& page) {
    parts::form(w, c, link<"/settings/second-step">(), {.classes = "card"}, page.state, [&](Writer& inner) {
        inner.put<"<h2>Turn it on</h2><p>Have the telephone at hand. Your password first:</p>">();
        parts::hidden_field(inner, "act", "app");
        parts::hidden_field(inner, "next", page.next);
        password_field(inner, page.state);
        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Go on"}); });
    });
}

void change_form(Writer& w, const site::Context& c, const SecondStepPage& page) {
    std::vector<parts::Option> acts{
        {"app", "Use another telephone or app", "The one of now works until the new one does."},
        {"codes", "Make ten new recovery codes", "Those of before stop working."}};
    if (!page.is_needed) acts.push_back({"off", "Turn it off", "The password alone signs you in then."});
    parts::form(w, c, link<"/settings/second-step">(), {.classes = "card"}, page.state, [&](Writer& inner) {
        inner.put<"<h2>Change it</h2>">();
        parts::hidden_field(inner, "next", page.next);
        parts::radio_group(inner, page.state,
                           {.name = "act", .label = "What do you want to do?", .options = acts});
        password_field(inner, page.state);
        parts::text_field(inner, page.state,
                          {.name = "code",
                           .label = "Code",
                           .hint = "From your app, or a recovery code.",
                           .autocomplete = "one-time-code",
                           .max_length = 20,
                           .look = "code-entry"});
        parts::acts(inner, [](Writer& buttons) { parts::submit(buttons, {.words = "Go on"}); });
    });
}

void key_steps(Writer& w, const site::Context& c, const SetUp& set_up) {
    w.put<"<section class=\"stack\"><h2>1. Show your app the key</h2><p>In the app choose to add an account, "
          "and point the telephone at this square:</p>">();
    draw_qr_code(w, key_address(set_up.key, c.services.site_name, set_up.account),
                 "QR code of the key below");
    w.put<"<p>Or type the key (a code by time, six digits, 30 seconds):</p>"
          "<p><code class=\"step-key\">{}</code></p></section>">(key_in_groups(set_up.key));
}

void recovery_form(Writer& w, const site::Context& c, const SignInForm& form, const parts::State& state) {
    parts::form(w, c, link<"/sign-in/code">(), {}, state, [&](Writer& inner) {
        if (!form.kept.any()) parts::hidden_field(inner, "next", form.next);
        carry(inner, form.kept);
        parts::text_field(inner, state,
                          {.name = "recovery_code",
                           .label = "Recovery code",
                           .hint = "Ten letters and digits, such as k7dm2-x9qrt. Each works once.",
                           .max_length = 20,
                           .look = "code-entry"});
        parts::acts(inner, [](Writer& acts) {
            parts::submit(acts, {.words = "Sign in by recovery code", .look = parts::Look::plain});
        });
    });
    w.put<"<p class=\"hint\">No codes left either? An administrator can turn your second step off.</p>">();
}

void app_code_form(Writer& w, const site::Context& c, const SignInForm& form, const parts::State& state) {
    parts::form(w, c, link<"/sign-in/code">(), {.classes = "card"}, state, [&](Writer& inner) {
        if (!form.kept.any()) parts::hidden_field(inner, "next", form.next);
        carry(inner, form.kept);
        app_code_field(inner, state, "The six digits that it shows now.");
        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Sign in"}); });
    });
}

} // namespace

server::Response second_step_page(const site::Context& c, const SecondStepPage& given, int status) {
    SecondStepPage page = given;
    page.state = without_codes(given.state);
    return uncached(site::page(
        c, {.title = std::string(title), .width = "narrow"},
        [&](Writer& w) {
            settings_head(w, SettingsPart::second_step);
            w.put<"<div class=\"stack-wide\">">();
            standing(w, c, page);
            if (page.current)
                change_form(w, c, page);
            else
                turn_on_form(w, c, page);
            w.put<"</div>">();
        },
        status));
}

server::Response set_up_page(const site::Context& c, const SetUp& set_up, int status) {
    const auto state = without_codes(set_up.state);
    return uncached(site::page(
        c,
        {.title = "Set up the second step",
         .crumbs = {{std::string(title), link<"/settings/second-step">()}},
         .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(w, "Set up the second step");
            w.put<"<div class=\"stack-wide\">">();
            key_steps(w, c, set_up);
            parts::form(w, c, link<"/settings/second-step/confirm">(), {.classes = "card"}, state,
                        [&](Writer& inner) {
                            inner.put<"<h2>2. Type the code that it shows</h2>">();
                            parts::hidden_field(inner, "next", set_up.next);
                            parts::hidden_field(inner, "proof", set_up.proof);
                            app_code_field(inner, state, "Six digits.");
                            parts::acts(inner,
                                        [](Writer& acts) { parts::submit(acts, {.words = "Turn it on"}); });
                        });
            w.put<"</div>">();
        },
        status));
}

server::Response recovery_codes_page(const site::Context& c, std::span<const std::string> codes,
                                     const std::string& next) {
    return uncached(site::page(c, {.title = "Your recovery codes", .width = "narrow"}, [&](Writer& w) {
        parts::page_head(w, "Your recovery codes",
                         "The second step is on. Print these codes or write them down now: they are shown "
                         "this once.");
        w.put<"<div class=\"stack\"><ol class=\"recovery-codes\">">();
        for (const auto& code : codes)
            w.put<"<li><code>{}</code></li>">(code);
        w.put<
            "</ol><p>Each signs you in once, with your password, when the telephone is lost or broken. Keep "
            "the paper where you keep keys, not on the telephone.</p>">();
        parts::acts(w, [&](Writer& acts) {
            parts::button_link(acts, server::Url::local(next).value_or(link<"/">()), "I have them");
        });
        w.put<"</div>">();
    }));
}

server::Response code_page(const site::Context& c, const SignInForm& form, int status) {
    const bool by_paper = form.state.values.has("recovery_code");
    const auto state = without_codes(form.state);
    auto response = uncached(site::page(
        c, {.title = "Code", .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(w, "One more step", "The password is right. Now the code of your app.");
            app_code_form(w, c, form, by_paper ? parts::State{} : state);
            w.put<"<details class=\"more\"{}><summary>The app is out of reach</summary>{}</details>">(
                html::Flag{"open", by_paper},
                [&](Writer& inner) { recovery_form(inner, c, form, by_paper ? state : parts::State{}); });
        },
        status));
    if (form.state.problem) site::say_when(response, *form.state.problem);
    return response;
}

} // namespace members
