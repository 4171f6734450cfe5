// The pages by which a ballot ends: certification, and declaring it void.
#include "site/layout.hpp"
#include "site/parts.hpp"
#include "standards/ballots/handlers.hpp"
#include "standards/ballots/may.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

server::Response voiding_form(site::Context& c, const Ballot& ballot, const parts::State& state,
                              int status = 200) {
    return site::page(
        c,
        {.title = "Declare a ballot void",
         .section = "standards",
         .crumbs = {{"Ballots", link<"/ballots">()}, {ballot.title, link<"/ballots/{}">(ballot.id)}},
         .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(
                w, "Declare this ballot void",
                ballot.settled_at
                    ? "Its result will not count, and the proposal becomes a draft again."
                    : "All votes cast so far are destroyed unseen, and the proposal becomes a draft "
                      "again.");
            parts::form(
                w, c, link<"/ballots/{}/void">(ballot.id), {.classes = "card"}, state, [&](Writer& in) {
                    in.put<
                        "<p>This is a recorded act: with your name and the reason it stays on the timeline of "
                        "“{}” for good, and all who have a seat are told.</p>">(ballot.title);
                    parts::text_area(in, state,
                                     {.name = "reason", .label = "Why it is void", .size = "short"});
                    parts::acts(in, [&](Writer& acts) {
                        parts::submit(acts, {.words = "Declare it void", .look = parts::Look::danger});
                        parts::button_link(acts, link<"/ballots/{}">(ballot.id), "Leave it",
                                           parts::Look::quiet);
                    });
                });
        },
        status);
}

} // namespace

server::Response show_voiding(site::Context& c, BallotId id) {
    const auto ballot = find_ballot(c.db, id);
    if (!ballot) return site::not_found(c, "There is no such ballot.");
    if (!c.viewer.is_steward())
        return site::problem(c, base::ProblemKind::not_allowed, "Stewards declare ballots void.");
    if (!may_void(c.viewer, *ballot))
        return site::problem(c, base::ProblemKind::conflict, "This ballot can no longer be declared void.");
    return voiding_form(c, *ballot, {});
}

server::Response post_voiding(site::Context& c, BallotId id) {
    const auto ballot = find_ballot(c.db, id);
    if (!ballot) return site::not_found(c, "There is no such ballot.");
    const BallotKeys keys(c.services.database.file());
    const auto done = c.write([&](store::Writer& db) {
        return void_ballot(db, keys, c.viewer, id, c.input.text("reason"), c.now);
    });
    if (!done && done.error().kind == base::ProblemKind::invalid)
        return voiding_form(c, *ballot, {c.input, done.error()}, 422);
    if (!done) return site::problem(c, done.error());
    destroy_spent_keys(c.db, keys);
    return site::done(c, link<"/ballots/{}">(id), "The ballot is void.");
}

server::Response post_certification(site::Context& c, BallotId id) {
    const auto done = c.write([&](store::Writer& db) { return certify(db, c.viewer, id, c.now); });
    if (!done) return site::problem(c, done.error());
    return site::done(c, link<"/ballots/{}">(id), "You have certified the result.");
}

} // namespace standards
