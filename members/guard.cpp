#include "members/guard.hpp"

#include "members/may.hpp"
#include "members/sessions.hpp"
#include "members/sign_in_view.hpp"
#include "server/network.hpp"
#include "site/layout.hpp"
#include "site/parts.hpp"

#include <algorithm>
#include <array>

namespace members {
namespace {

using base::ProblemKind;
using html::Writer;

bool comes_from_here(const site::Context& c) {
    return origin_is_ours(c.request, c.services.address);
}

server::Response foreign_page(const site::Context& c) {
    const auto kept = kept_of(c);
    const auto body = [&](Writer& w) {
        parts::page_head(
            w, "This came from somewhere else",
            "A page outside this site, or a browser that hides where it comes from, sent this form. "
            "Nothing was changed.");
        w.put<"<div class=\"stack\"><p>If it was you, copy what you wrote and send it from the page."
              "</p>">();
        show_kept(w, kept);
        w.put<"</div>">();
    };
    return site::page(c, {.title = "Not sent", .width = "narrow"}, body, 403);
}

server::Response stale_page(const site::Context& c) {
    const auto kept = kept_of(c);
    const auto body = [&](Writer& w) {
        parts::page_head(
            w, "Please send this again",
            "The page was open for so long that its key ran out. Nothing is lost, and nothing was "
            "changed yet.");
        w.put<"<div class=\"stack-wide\">">();
        show_kept(w, kept);
        resend_form(w, c, kept, "Send again");
        w.put<"</div>">();
    };
    return site::page(c, {.title = "Send again", .width = "narrow"}, body, 403);
}

/// What somebody sent whose role needs the second step by now.
server::Response second_step_first_page(const site::Context& c) {
    const auto kept = kept_of(c);
    const auto body = [&](Writer& w) {
        parts::page_head(w, "The second step first",
                         "Your role needs the second step at sign-in. Nothing was changed yet.");
        w.put<"<div class=\"stack\"><p>Copy what you wrote, set the second step up, and send it then.</p>">();
        show_kept(w, kept);
        parts::acts(w, [](Writer& acts) {
            parts::button_link(acts, server::link<"/settings/second-step">(), "Set it up");
        });
        w.put<"</div>">();
    };
    return site::page(c, {.title = "The second step first", .width = "narrow"}, body, 403);
}

/// Setting it up, leaving, and what shows nothing of anybody.
bool is_open_without_second_step(std::string_view path) {
    return path == "/settings/second-step" || path.starts_with("/settings/second-step/") ||
           path == "/sign-out" || path == "/accessibility" || path.starts_with("/static/");
}

std::string path_and_query(const server::Request& request) {
    return request.path + (request.query.empty() ? "" : "?" + request.query);
}

/// To the form, and from there back here. A browser whose session has ended forgets what it kept from it.
server::Response lead_to_sign_in(const site::Context& c) {
    const bool from_home = c.request.path == "/" && c.request.query.empty();
    auto response = server::see_other(
        from_home ? server::link<"/sign-in">() : server::link<"/sign-in?next={}">(path_and_query(c.request)));
    if (!session_of(c.request).empty()) forget_session(c.request, response);
    return response;
}

server::Response ask_to_sign_in(const site::Context& c) {
    if (c.is_api())
        return site::problem(c, ProblemKind::sign_in, "Send a valid token: \"Authorization: Bearer …\".");
    if (c.request.is_safe()) return lead_to_sign_in(c);
    if (!comes_from_here(c)) return foreign_page(c);
    return sign_in_page(c, {.kept = kept_of(c)}, 401);
}

bool sets_session_cookie(const server::Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie" && (value.starts_with("cohort=") || value.starts_with("__Host-cohort=")))
            return true;
    return false;
}

bool is_preview(const server::Request& request) {
    return request.path == "/preview" || request.path == "/drafts";
}

/// What one presses rather than writes. It has a rate of its own: who has posted much can still vote.
bool is_mark(std::string_view path) {
    constexpr std::array<std::string_view, 11> words{"vote",   "unvote",      "endorse",   "unendorse",
                                                     "accept", "unaccept",    "watch",     "unwatch",
                                                     "read",   "endorsement", "acceptance"};
    return std::ranges::find(words, path.substr(path.rfind('/') + 1)) != words.end();
}

Act act_of(const site::Context& c) {
    if (is_preview(c.request)) return Act::preview;
    if (is_mark(c.request.path)) return Act::mark;
    return c.viewer.is_staff() ? Act::staff_post : Act::post;
}

/// What was sent, whole, to be sent again by one button: also a vote, of which nobody wrote a word.
server::Response too_many_page(const site::Context& c, const base::Problem& problem) {
    const auto kept = kept_of(c);
    const auto body = [&](Writer& w) {
        parts::page_head(w, "A short break", problem.detail);
        w.put<
            "<div class=\"stack-wide\"><p><strong>This was not taken yet</strong>, and it is not lost: it stands "
            "here as you sent it. Keep this page open, wait until then, and press the button.</p>">();
        show_kept(w, kept);
        resend_form(w, c, kept, "Send it again");
        w.put<"</div>">();
    };
    return site::page(c, {.title = "A short break", .width = "narrow"}, body, 429);
}

} // namespace

std::optional<server::Response> guard(site::Context& c, const Services& services, const Visit& visit,
                                      const site::Route& route) {
    if (auto refused = refuse_at_door(c, route)) return refused;
    if (auto refused = refuse_forgery(c, services.forgery_key, visit, route)) return refused;
    if (auto refused = refuse_too_many(c, services.limiter)) return refused;
    return refuse_without_second_step(c, services, visit);
}

std::optional<server::Response> refuse_at_door(site::Context& c, const site::Route& route) {
    if (route.door == site::Door::anyone) return std::nullopt;
    if (!c.viewer.signed_in()) return ask_to_sign_in(c);
    if (!allows(c.viewer, c.request.method, c.request.path))
        return site::problem(c, ProblemKind::not_allowed, "The token's scopes do not allow this call.");
    return std::nullopt;
}

std::optional<server::Response> refuse_forgery(site::Context& c, std::string_view key, const Visit& visit,
                                               const site::Route& route) {
    // A bearer token is never sent by a browser on its own, so the API needs no more.
    if (c.request.is_safe() || c.is_api() || !route.guarded) return std::nullopt;
    if (!comes_from_here(c)) return foreign_page(c);
    if (is_forgery_token(key, visit.secret, c.input.raw("forgery_token"))) return std::nullopt;
    return stale_page(c);
}

std::optional<server::Response> refuse_without_second_step(site::Context& c, const Services& services,
                                                           const Visit& visit) {
    if (c.is_api() || !c.viewer.signed_in() || visit.has_second_step) return std::nullopt;
    if (!needs_second_step(c.viewer.role, services.second_step_for)) return std::nullopt;
    if (is_open_without_second_step(c.request.path)) return std::nullopt;
    if (c.request.is_safe())
        return server::see_other(server::link<"/settings/second-step?next={}">(path_and_query(c.request)));
    return second_step_first_page(c);
}

std::optional<server::Response> refuse_too_many(site::Context& c, RateLimiter& limiter) {
    if (c.request.is_safe()) return std::nullopt;
    const auto taken = [&] {
        if (!c.viewer.signed_in())
            return limiter.take(Act::visit_post, server::network_of(c.request.remote), c.now);
        return limiter.take(act_of(c), std::to_string(c.viewer.id.value), c.now);
    }();
    if (taken) return std::nullopt;
    if (c.is_api()) return site::problem(c, taken.error());
    auto response = too_many_page(c, taken.error());
    site::say_when(response, taken.error());
    return response;
}

void settle(const site::Context& c, const Visit& visit, server::Response& response) {
    const auto now = c.now;
    if (visit.is_due && visit.token)
        c.services.database.write_later(
            [token = visit.token, now](store::Writer& db) { touch_token(db, token, now); });
    if (visit.is_due && !visit.session_hash.empty()) {
        c.services.database.write_later(
            [hash = visit.session_hash, now](store::Writer& db) { touch_session(db, hash, now); });
        // What the handler said about the cookie (signing out) stands.
        if (!sets_session_cookie(response)) set_session_cookie(c.request, response, visit.secret);
    }
    // Only a page whose form holds the token needs the cookie; every other page stays the same for all
    // visitors.
    if (visit.is_new_visitor && !c.forgery_token.empty() &&
        response.body.find(c.forgery_token) != std::string::npos)
        set_visitor_cookie(c.request, response, visit.secret);
}

} // namespace members
