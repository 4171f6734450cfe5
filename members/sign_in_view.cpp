#include "members/sign_in_view.hpp"

#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void what_waits(Writer& w, const KeptForm& kept) {
    parts::notice(w, parts::Tone::care, [&](Writer& inner) {
        inner.put<"<p>You were signed out in the meantime. What you wrote is kept: sign in, and you can "
                  "send it.</p>"
                  "<details class=\"more\"><summary>What you wrote</summary>{}</details>">(
            [&](Writer& text) { show_kept(text, kept); });
    });
}

} // namespace

server::Response sign_in_page(const site::Context& c, const SignInForm& form, int status) {
    const auto body = [&](Writer& w) {
        parts::page_head(w, "Sign in");
        if (form.kept.any()) what_waits(w, form.kept);
        parts::form(w, c, link<"/sign-in">(), {.classes = "card"}, form.state, [&](Writer& inner) {
            if (!form.kept.any()) parts::hidden_field(inner, "next", form.next);
            carry(inner, form.kept);
            parts::text_field(
                inner, form.state,
                {.name = "email", .label = "E-mail address", .type = "email", .autocomplete = "username"});
            parts::text_field(inner, form.state,
                              {.name = "password",
                               .label = "Password",
                               .type = "password",
                               .autocomplete = "current-password"});
            parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Sign in"}); });
        });
        w.put<
            "<p class=\"hint\">Accounts are by invitation. If you cannot get in, ask your program office for a new "
            "link.</p>">();
    };
    return site::page(c, {.title = "Sign in", .width = "narrow"}, body, status);
}

server::Response send_kept_page(const site::Context& c, const KeptForm& kept) {
    return site::page(c, {.title = "Send what you wrote", .width = "narrow"}, [&](Writer& w) {
        parts::page_head(w, "You are signed in", "This is what you wrote before. It is not sent yet.");
        w.put<"<div class=\"stack-wide\">">();
        show_kept(w, kept);
        resend_form(w, c, kept, "Send");
        w.put<"</div>">();
    });
}

} // namespace members
