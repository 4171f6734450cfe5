#include "base/digest.hpp"
#include "base/text.hpp"
#include "members/members.hpp"
#include "notices/notices.hpp"
#include "standards/ballots/ballot_record.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/ballots/may.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposal_text.hpp"

#include <algorithm>

namespace standards {
namespace {

/// Votes are taken in whole minutes: nobody has to reckon with seconds.
base::Time whole_minute(base::Time time) {
    return std::chrono::ceil<std::chrono::minutes>(time);
}

base::Result<> check_terms(const Opening& opening, base::Time opens) {
    if (!is_valid(opening.rule))
        return base::fail_field("quorum", "No ballot can be decided by this rule. Choose another quorum.");
    const auto length = whole_minute(opening.closes) - opens;
    if (length < shortest_ballot)
        return base::fail_field("closes", "Leave at least an hour to vote: choose a later time.");
    if (length > longest_ballot)
        return base::fail_field("closes", "A ballot is open for at most 90 days: choose an earlier time.");
    return {};
}

/// A text may change between the look at the form and its sending: nobody freezes words they have not seen.
base::Result<> check_revision(int read, int newest) {
    if (read == newest) return {};
    return base::fail(base::ProblemKind::conflict, "The text was changed since you looked; it is revision " +
                                                       std::to_string(newest) +
                                                       " now: read it, then open the ballot.");
}

void tell_voters(store::Writer& db, BallotId ballot, const Proposal& proposal, MemberId actor,
                 base::Time at) {
    const notices::Event event{.reason = notices::Reason::opened,
                               .actor = actor,
                               .title = proposal.title,
                               .address = server::link<"/ballots/{}">(ballot).text(),
                               .at = at};
    notices::tell(db, voters_of(db, ballot), event);
    notices::tell_watchers(db, {{notices::SubjectKind::proposal, proposal.id.value}}, event);
}

/// Everybody who is or ever was named as an author, by handle: being taken off the list in time makes nobody
/// a stranger to the text.
std::vector<std::string> proposers_of(store::Reader& db, ProposalId proposal) {
    std::vector<std::string> handles;
    const auto add = [&](std::string handle) {
        if (std::ranges::find(handles, handle) == handles.end()) handles.push_back(std::move(handle));
    };
    for (const auto& author : authors_of(db, proposal))
        add(author.handle);
    for (const auto& entry : ledger_of(db, proposal))
        if (entry.kind == "authors_changed")
            for (const auto& handle : entry.body.at("authors").as_array())
                add(std::string(handle.as_string()));
    return handles;
}

} // namespace

base::Result<BallotId> open_ballot(store::Writer& db, const BallotKeys& keys, const base::Random& random,
                                   const site::Viewer& viewer, ProposalId proposal_id, const Opening& opening,
                                   base::Time at) {
    if (!may_open_ballot(viewer)) return base::fail(base::ProblemKind::not_allowed, "Stewards open ballots.");
    const auto proposal = find_proposal(db, proposal_id);
    if (!proposal) return base::fail(base::ProblemKind::not_found, "There is no such proposal.");
    const auto revision = revisions::newest(db, proposal->text);
    const auto text = read_text(revision.body);
    if (const auto why = why_no_ballot(*proposal, text && !text->clauses.empty(), at); !why.empty())
        return base::fail(base::ProblemKind::conflict, std::string(why));
    if (const auto read = check_revision(opening.revision, revision.number); !read)
        return base::fail(read.error());
    if (count_seats(db, opening.electorate) == 0)
        return base::fail(base::ProblemKind::conflict, "Nobody would have a seat.");

    // The change of stage goes before: its entry may have got a later second than `at`.
    const auto closes = whole_minute(opening.closes);
    set_stage(db, proposal_id, Stage::ballot, viewer.handle, "A ballot is open on exactly this text.", at);
    const auto opens = ledger_of(db, proposal_id).back().at;
    if (const auto terms = check_terms(opening, opens); !terms) return base::fail(terms.error());

    const auto id = add_ballot(db, {.proposal = proposal_id,
                                    .revision = revision.number,
                                    .sha256 = base::sha256_hex(ballot_content(revision)),
                                    .electorate = opening.electorate,
                                    .secrecy = opening.secrecy,
                                    .opens = opens,
                                    .closes = closes,
                                    .rule = opening.rule,
                                    .opened_by = viewer.id});
    add_seats(db, id, opening.electorate);
    if (opening.secrecy == Secrecy::secret) keys.make(proposal_id, opens, random);

    auto record = read_votes(db, find_ballot(db, id).value());
    record.proposal = {proposal_id.value, proposal->title, proposers_of(db, proposal_id)};
    record.text = {revision.number, ballot_content(revision)};
    enter(db, proposal_id, opens, base::enum_text(BallotAct::ballot_opened), viewer.handle,
          opening_body(record));
    members::audit(db, viewer.id, "opened a ballot", server::link<"/ballots/{}">(id).text(), proposal->title,
                   at);
    tell_voters(db, id, *proposal, viewer.id, at);
    return id;
}

} // namespace standards
