#include "base/log.hpp"
#include "base/text.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"
#include "members/own_password.hpp"
#include "members/settings_view.hpp"
#include "members/shown_once_view.hpp"

namespace members {
namespace {

/// The admin scope is left out for who may not administer: it would allow nothing.
NewToken read_form(const Context& c) {
    NewToken token{.name = c.input.line("name"), .scopes = {}};
    token.scopes = parse_scopes(base::join(c.input.list("scopes"), ",")).value_or(site::Scopes{});
    token.scopes.admin = token.scopes.admin && may_administer(c.viewer);
    token.days = static_cast<int>(
        std::clamp<std::int64_t>(c.input.number("days").value_or(0), 0, most_token_days + 1));
    return token;
}

} // namespace

Response show_tokens(Context& c) {
    parts::State state;
    state.values.add("scopes", "read");
    state.values.add("days", "90");
    return token_settings_page(c, {.form = state, .tokens = tokens_of(c.db, c.viewer.id)});
}

Response create_token(Context& c, const Services& services) {
    const auto refuse = [&](const base::Problem& problem) {
        auto response = token_settings_page(
            c, {.form = {.values = c.input, .problem = problem}, .tokens = tokens_of(c.db, c.viewer.id)},
            site::status_of(problem.kind));
        site::say_when(response, problem);
        return response;
    };
    if (auto known = check_own_password(c, services); !known) return refuse(known.error());
    const auto wanted = read_form(c);
    const auto token = c.write(
        [&](store::Writer& db) { return add_token(db, c.services.random, c.viewer.id, wanted, c.now); });
    if (!token) return refuse(token.error());
    base::log("token_made", {{"request", c.request_id},
                             {"from", c.request.remote},
                             {"member", c.viewer.handle},
                             {"scopes", scopes_text(wanted.scopes)}});
    return shown_once_page(c, {.title = "The token is ready",
                               .lede = "Copy it now: it is shown this once.",
                               .label = "Token",
                               .secret = *token,
                               .back = server::link<"/settings/tokens">(),
                               .back_words = "All your tokens"});
}

Response revoke_own_token(Context& c, TokenId token) {
    const bool was_there =
        c.write([&](store::Writer& db) { return revoke_token(db, c.viewer.id, token, c.now); });
    if (!was_there) return site::not_found(c, "You have no such token.");
    return site::done(c, server::link<"/settings/tokens">(), "The token is revoked.");
}

} // namespace members
