// Settings: turning the second step on, moving it to another app, new recovery codes, turning it off.
#include "base/log.hpp"
#include "members/forgery.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"
#include "members/member_store.hpp"
#include "members/own_password.hpp"
#include "members/second_step/proof.hpp"
#include "members/second_step/second_step_view.hpp"
#include "members/second_step/totp.hpp"
#include "members/sessions.hpp"

namespace members {
namespace {

std::string next_of(const server::Fields& fields) {
    return server::Url::local(fields.raw("next")).value_or(server::link<"/settings/second-step">()).text();
}

SecondStepPage page_of(Context& c, const Services& services, const server::Fields& fields) {
    return {.current = second_step_of(c.db, c.viewer.id),
            .is_needed = needs_second_step(c.viewer.role, services.second_step_for),
            .next = next_of(fields)};
}

void note(const Context& c, std::string_view event) {
    base::log(event, {{"request", c.request_id}, {"from", c.request.remote}, {"member", c.viewer.handle}});
}

/// The password once more, and a code where there is a second step already.
base::Result<> check_proofs(Context& c, const Services& services, const SecondStepPage& page) {
    if (auto known = check_own_password(c, services); !known) return known;
    if (!page.current) return {};
    const auto proof = take_code(c, services, c.viewer.id, c.viewer.handle, "code");
    return proof ? base::Result<>() : base::fail(proof.error());
}

/// What the page that shows the key proves itself by, under the installation's key: no other offer, and
/// nobody else's, has the same text.
std::string offer_text(base::MemberId member, std::string_view key) {
    return "second step offered to member " + std::to_string(member.value) + " " + std::string(key);
}

Response begin(Context& c, const Services& services, const SecondStepPage& page) {
    const StepKey file(c.services.database.file());
    const auto key = c.write([&](store::Writer& db) {
        return offer_second_step(db, file, c.services.random, c.viewer.id, c.now);
    });
    return set_up_page(c, {.key = key,
                           .account = read_profile(c.db, c.viewer.id)->email,
                           .next = page.next,
                           .proof = forgery_token(services.forgery_key, offer_text(c.viewer.id, key))});
}

Response renew_codes(Context& c, const Services& services, const SecondStepPage& page) {
    const auto codes = make_recovery_codes(services.passwords, c.services.random);
    if (!codes) return site::problem(c, codes.error());
    c.write([&](store::Writer& db) { set_recovery_codes(db, c.viewer.id, codes->hashes); });
    note(c, "recovery_codes_made");
    return recovery_codes_page(c, codes->shown, page.next);
}

Response end(Context& c, const SecondStepPage& page) {
    if (page.is_needed)
        return site::problem(c, base::ProblemKind::not_allowed, "Your role needs the second step here.");
    c.write([&](store::Writer& db) { turn_off(db, c.viewer.id); });
    note(c, "second_step_off");
    return site::done(c, server::link<"/settings/second-step">(), "The second step is off.");
}

} // namespace

Response show_second_step(Context& c, const Services& services) {
    return second_step_page(c, page_of(c, services, c.query));
}

Response change_second_step(Context& c, const Services& services) {
    auto page = page_of(c, services, c.input);
    const auto act = c.input.line("act");
    const auto known = act == "app" || act == "codes" || act == "off"
                           ? check_proofs(c, services, page)
                           : base::fail_field("act", "Choose what you want to do.");
    if (!known) {
        page.state = {.values = c.input, .problem = known.error()};
        auto response = second_step_page(c, page, site::status_of(known.error().kind));
        site::say_when(response, known.error());
        return response;
    }
    if (act == "app" || !page.current) return begin(c, services, page);
    return act == "codes" ? renew_codes(c, services, page) : end(c, page);
}

Response confirm_second_step(Context& c, const Services& services) {
    const StepKey file(c.services.database.file());
    const auto key = offered_key(c.db, file, c.viewer.id, c.now);
    if (!key)
        return site::done(c, server::link<"/settings/second-step">(),
                          "That took longer than half an hour. Begin again.");
    // An open browser is not enough: whoever comes by it would see the key, or make it their own telephone's.
    const std::string proof(c.input.raw("proof"));
    if (!is_forgery_token(services.forgery_key, offer_text(c.viewer.id, *key), proof))
        return site::done(c, server::link<"/settings/second-step">(),
                          "Only the page that shows the key can confirm it. Begin again.");
    const auto refuse = [&](const base::Problem& problem) {
        auto response = set_up_page(c,
                                    {.key = *key,
                                     .account = read_profile(c.db, c.viewer.id)->email,
                                     .next = next_of(c.input),
                                     .proof = proof,
                                     .state = {.values = c.input, .problem = problem}},
                                    site::status_of(problem.kind));
        site::say_when(response, problem);
        return response;
    };
    // Looked at before the recovery codes are made, which costs as much as ten passwords.
    if (!totp_step(*key, tidy_code(c.input.raw("code")), c.now)) return refuse(wrong_first_code());
    const auto codes = make_recovery_codes(services.passwords, c.services.random);
    if (!codes) return refuse(codes.error());
    // Browsers that signed in without it are out, and this one gets a new session.
    const auto session = c.write([&](store::Writer& db) -> base::Result<std::string> {
        const auto on = turn_on(db, file, c.viewer.id, c.input.raw("code"), codes->hashes, c.now);
        if (!on) return base::fail(on.error());
        end_sessions(db, c.viewer.id, "");
        return start_session(db, c.services.random, c.viewer.id, c.request, c.now);
    });
    if (!session) return refuse(session.error());
    note(c, "second_step_on");
    c.forgery_token = forgery_token(services.forgery_key, *session);
    auto response = recovery_codes_page(c, codes->shown, next_of(c.input));
    set_session_cookie(c.request, response, *session);
    return response;
}

} // namespace members
