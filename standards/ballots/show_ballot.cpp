#include "notices/see.hpp"
#include "site/layout.hpp"
#include "standards/ballots/ballot_page.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/ballot_words.hpp"
#include "standards/ballots/handlers.hpp"
#include "standards/ballots/may.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

parts::State filled_form(const std::optional<OwnVote>& own) {
    parts::State form;
    if (!own || !own->vote) return form;
    form.values.add("choice", base::enum_text(own->vote->choice));
    form.values.add("reason", own->vote->reason);
    return form;
}

server::Response ask_to_sign_in(const site::Context& c) {
    return server::see_other(link<"/sign-in?next={}">(c.request.path));
}

} // namespace

BallotPage read_ballot_page(site::Context& c, Ballot ballot) {
    const BallotKeys keys(c.services.database.file());
    const auto id = ballot.id;
    BallotPage page{.ballot = std::move(ballot)};
    if (c.viewer.signed_in()) {
        page.own = own_vote(c.db, keys, c.viewer, id);
        page.form = filled_form(page.own);
    }
    page.took_part = seats_that_took_part(c.db, id);
    page.may_void = may_void(c.viewer, page.ballot);
    if (!page.ballot.settled_at) return page;
    page.votes = read_votes(c.db, page.ballot);
    page.result = tally(page.votes);
    page.certifiers = named_certifiers_of(c.db, page.ballot);
    page.standard = find_version_of(c.db, id);
    page.may_certify = may_certify(c.viewer, page.ballot, page.own.has_value(),
                                   proposers_of(c.db, page.ballot), certifiers_of(c.db, page.ballot));
    return page;
}

server::Response show_ballot_page(site::Context& c, const BallotPage& page, int status) {
    const auto& ballot = page.ballot;
    std::vector<site::Crumb> crumbs{{"Standards", link<"/standards">()}};
    if (c.viewer.signed_in()) crumbs.push_back({"Ballots", link<"/ballots">()});
    auto response = site::page(
        c, {.title = "Ballot: " + ballot.title, .section = "standards", .crumbs = std::move(crumbs)},
        [&](Writer& w) {
            parts::page_head(w, "Ballot: " + ballot.title);
            parts::columns(
                w,
                [&](Writer& in) {
                    if (ballot.voided_at)
                        parts::notice(in, parts::Tone::bad, [&](Writer& box) {
                            box.put<"<p id=\"void\"><strong>This ballot was declared void on ">();
                            parts::date(box, c, *ballot.voided_at);
                            box.put<".</strong> {}</p>">(ballot.voided_reason);
                        });
                    if (state_of(ballot) == BallotState::open) vote_view(in, c, page);
                    if (ballot.settled_at) result_view(in, c, page);
                },
                "Terms of this ballot", [&](Writer& in) { ballot_aside(in, c, page); });
        },
        status);
    // What one seat voted is nobody else's: no copy of the page is to lie anywhere.
    if (page.own) response.headers.set("Cache-Control", "no-store");
    return response;
}

server::Response show_ballot(site::Context& c, BallotId id) {
    auto ballot = find_ballot(c.db, id);
    if (!c.viewer.signed_in() && (!ballot || !ballot->certified_at)) return ask_to_sign_in(c);
    if (!ballot) return site::not_found(c, "There is no such ballot.");
    notices::see(c, link<"/ballots/{}">(id).text());
    return show_ballot_page(c, read_ballot_page(c, *std::move(ballot)));
}

server::Response show_record(site::Context& c, BallotId id) {
    const auto record = record_of(c.db, id);
    if (!record && !c.viewer.signed_in()) return ask_to_sign_in(c);
    if (!record)
        return site::not_found(c, "There is no record here: a ballot has one when two people have certified "
                                  "its result.");
    auto response = server::json(*record);
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"ballot-" + std::to_string(id.value) + ".json\"");
    return response;
}

} // namespace standards
