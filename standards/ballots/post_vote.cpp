#include "site/layout.hpp"
#include "standards/ballots/ballot_page.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/handlers.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

/// A vote that cannot be taken, mostly because it came late: says so clearly, and gives back what was
/// written.
server::Response not_taken(site::Context& c, const Ballot& ballot, const base::Problem& problem) {
    const auto reason = c.input.text("reason");
    const auto body = [&](Writer& w) {
        parts::page_head(w, "Your vote was not taken", problem.detail);
        w.put<"<div class=\"stack\">">();
        if (c.now >= ballot.closes)
            w.put<"<p>It closed {}.</p>">(base::exact_time(ballot.closes, c.viewer.zone));
        if (!reason.empty())
            w.put<"<div class=\"field\"><label for=\"kept\">What you wrote, to copy</label>"
                  "<textarea class=\"input\" id=\"kept\" rows=\"8\" readonly>\n{}</textarea></div>">(reason);
        parts::acts(
            w, [&](Writer& in) { parts::button_link(in, link<"/ballots/{}">(ballot.id), "See the ballot"); });
        w.put<"</div>">();
    };
    return site::page(c, {.title = "Your vote was not taken", .section = "standards", .width = "narrow"},
                      body, site::status_of(problem.kind));
}

} // namespace

server::Response post_vote(site::Context& c, BallotId id) {
    const auto ballot = find_ballot(c.db, id);
    if (!ballot) return site::not_found(c, "There is no such ballot.");
    const auto refuse = [&](const base::Problem& problem) {
        auto page = read_ballot_page(c, *ballot);
        if (!page.own || ballot->settled_at) return site::problem(c, problem);
        page.form = {c.input, problem};
        return show_ballot_page(c, page, site::status_of(problem.kind));
    };
    const auto choice = base::parse_enum<Choice>(c.input.line("choice"));
    // As cast_vote asks, which takes votes also when the clock was set back behind the opening: a form
    // without a choice must never reach it while it might.
    const bool still_open = !ballot->voided_at && !ballot->settled_at && c.now < ballot->closes;
    if (!choice && still_open)
        return refuse(base::fail_field("choice", "Choose how your seat votes.").value());

    const BallotKeys keys(c.services.database.file());
    const auto cast = c.write([&](store::Writer& db) {
        return cast_vote(db, keys, c.services.random, c.viewer, id,
                         {choice.value_or(Choice::abstain), c.input.text("reason")}, c.now);
    });
    if (cast)
        return site::done(c, link<"/ballots/{}">(id),
                          "Your vote is taken. You can change it until the ballot closes.");
    if (cast.error().kind == base::ProblemKind::conflict) return not_taken(c, *ballot, cast.error());
    return cast.error().kind == base::ProblemKind::invalid ? refuse(cast.error())
                                                           : site::problem(c, cast.error());
}

} // namespace standards
