// Proposing, changing the text, naming the authors.
#include "standards/proposals/proposals.hpp"

#include "base/text.hpp"
#include "members/members.hpp"
#include "revisions/conflict_view.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/acts.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_store.hpp"
#include "standards/proposals/proposal_text.hpp"

#include <boost/json/array.hpp>

#include <algorithm>

namespace standards {
namespace {

using revisions::Saving;

/// The fields that a proposal's form has, each checked.
base::Result<ProposalText> check(const NewProposal& proposal) {
    server::Complaints complaints;
    complaints.check_length("title", "The title", proposal.title, 200);
    if (!proposal.summary.empty()) complaints.check_length("summary", "The summary", proposal.summary, 300);
    auto text = read_text(proposal.body);
    if (revisions::has_conflict_marks(proposal.body))
        complaints.add("body", "The marker lines of a conflict (<<<<<<<, =======, >>>>>>>) are still in the "
                               "text. Keep what is right and take them out.");
    else if (const auto body = base::trim(proposal.body); body.empty() || body.starts_with("A Center …"))
        complaints.add("body", "Say what is asked for, in a sentence that begins with “A Center”.");
    else if (!text)
        for (const auto& field : text.error().fields)
            complaints.add(field.field, field.message);
    if (complaints.any()) return base::fail(complaints.problem());
    return text;
}

base::Problem no_such_base(const Proposal& proposal) {
    return base::fail_field("base_revision", "Say which revision the text is based on: the newest is " +
                                                 std::to_string(proposal.revision) + ".")
        .value();
}

/// An id that no clause of this proposal ever had; "" when all are sound.
std::string unknown_id(const ProposalText& text, std::int64_t next_clause) {
    for (const auto& clause : text.clauses)
        if (clause_number(clause.id) >= next_clause) return clause.id;
    return {};
}

/// Gives every clause its id: old ones keep theirs, new ones get the next.
base::Result<> give_ids(store::Writer& db, const Proposal& proposal, const revisions::Revision& base,
                        ProposalText& text) {
    if (const auto before = read_text(base.body)) keep_ids(text, *before);
    const auto next_before = next_clause(db, proposal.id);
    if (const auto id = unknown_id(text, next_before); !id.empty())
        return base::fail_field("body", "No clause here was ever called {#" + id +
                                            "}. Leave that out: a new clause gets its own id.");
    auto next = next_before;
    number_clauses(text, next);
    // Also where a conflict follows: the numbers then stand in the text that comes back.
    if (next != next_before) set_next_clause(db, proposal.id, next);
    return {};
}

/// Whether a merged text reads as a proposal with every clause that both sides kept or one side added: a code
/// block of one side can swallow what stands in the other.
bool is_whole(const std::string& merged, const std::string& base, const std::string& mine,
              const std::string& theirs) {
    const auto whole = read_text(merged);
    if (!whole) return false;
    const auto parts = [](const std::string& body) { return read_text(body).value_or(ProposalText{}); };
    const auto before = parts(base);
    const auto one = parts(mine);
    const auto other = parts(theirs);
    const auto survives = [&](const Clause& clause, const ProposalText& opposite) {
        return find_clause(*whole, clause.id) ||
               (find_clause(before, clause.id) && !find_clause(opposite, clause.id));
    };
    return std::ranges::all_of(one.clauses, [&](const Clause& clause) { return survives(clause, other); }) &&
           std::ranges::all_of(other.clauses, [&](const Clause& clause) { return survives(clause, one); });
}

/// Two changes that go together line by line can still make no sound text: then both are shown.
std::optional<revisions::Saved> unsound_merge(store::Reader& db, const Proposal& proposal,
                                              const revisions::Revision& base,
                                              const revisions::Prepared& mine) {
    if (base.number == proposal.revision) return std::nullopt;
    const auto theirs = revisions::newest(db, proposal.text);
    auto merge = markup::merge(base.body, mine.body, theirs.body);
    if (!merge.clean || is_whole(merge.text, base.body, mine.body, theirs.body)) return std::nullopt;
    revisions::Saved saved;
    saved.how = Saving::conflict;
    saved.number = theirs.number;
    saved.title = mine.title;
    saved.merge = std::move(merge);
    return saved;
}

/// What follows when a proposal has got a new newest revision; `before` is the proposal as it was.
void settle(store::Writer& db, const Proposal& before, const revisions::Saved& saved,
            const site::Viewer& viewer, const std::string& summary, base::Time at) {
    set_saved(db, before.id, saved.text.title, at);
    enter(db, before.id, at, "revised", viewer.handle,
          {{"revision", saved.number},
           {"sha256", sha256_of(db, before.text, saved.number)},
           {"summary", summary}});
    index_proposal(db, before.id);
    const auto proposal = find_proposal(db, before.id).value();
    const auto old = revisions::find_revision(db, before.text, before.revision).value();
    tell_mentioned(db, proposal, saved.text.rendered, old.body, viewer.id,
                   server::link<"/standards/proposals/{}">(proposal.id).text(), at);
    tell_watchers(db, proposal, notices::Reason::edited, viewer.id, "/history", at);
}

} // namespace

base::Result<Proposal> find_for(store::Reader& db, ProposalId id) {
    auto proposal = find_proposal(db, id);
    if (!proposal) return base::fail(base::ProblemKind::not_found, "There is no such proposal.");
    return *std::move(proposal);
}

base::Result<Proposal> proposal_to_edit(store::Reader& db, const site::Viewer& viewer, ProposalId id) {
    auto proposal = find_for(db, id);
    if (!proposal) return proposal;
    const bool author = is_author(db, id, viewer.id);
    if (!is_in_the_making(proposal->stage))
        return base::fail(base::ProblemKind::conflict,
                          "The text of this proposal is fixed: it is no longer an idea, a draft or in "
                          "consultation.");
    if (!may_edit(viewer, *proposal, author))
        return base::fail(base::ProblemKind::not_allowed,
                          "Only the authors and the stewards may change this proposal.");
    return proposal;
}

base::Result<ProposalId> propose(store::Writer& db, const site::Viewer& viewer, const NewProposal& proposal,
                                 base::Time at) {
    if (!may_propose(viewer))
        return base::fail(base::ProblemKind::not_allowed, "Sign in to propose a standard.");
    auto text = check(proposal);
    if (!text) return base::fail(text.error());
    std::int64_t next = proposal.revises ? next_clause_of_standard(db, *proposal.revises) : 1;
    for (auto& clause : text->clauses)
        if (!proposal.revises || clause_number(clause.id) >= next) clause.id.clear();
    number_clauses(*text, next);
    const auto prepared =
        revisions::prepare(db, revisions::TextKind::proposal, proposal.title, write_text(*text));
    if (!prepared) return base::fail(prepared.error());

    const auto text_id =
        revisions::start(db, revisions::TextKind::proposal, *prepared, {viewer.id, "", at, proposal.summary});
    const auto stage = proposal.revises ? Stage::draft : Stage::idea;
    const auto id = add_proposal(db, {prepared->title, text_id, stage, next, proposal.revises, at});
    put_authors(db, id, {viewer.id});
    notices::watch(db, viewer.id, subject_of(id), at);
    const auto made = find_proposal(db, id).value();
    boost::json::object body{{"title", made.title},
                             {"revision", 1},
                             {"sha256", sha256_of(db, text_id, 1)},
                             {"stage", base::enum_text(stage)}};
    if (proposal.revises) body["revises"] = made.revises_number;
    enter(db, id, at, "proposed", viewer.handle, std::move(body));
    index_proposal(db, id);
    tell_mentioned(db, made, prepared->rendered, "", viewer.id,
                   server::link<"/standards/proposals/{}">(id).text(), at);
    tell_of_idea(db, made, viewer.id, at);
    return id;
}

base::Result<revisions::Saved> save_text(store::Writer& db, const site::Viewer& viewer,
                                         const Proposal& proposal, int base_revision,
                                         const std::string& title, ProposalText text,
                                         const std::string& summary, base::Time at) {
    const auto base = revisions::find_revision(db, proposal.text, base_revision);
    if (!base) return base::fail(no_such_base(proposal));
    if (const auto given = give_ids(db, proposal, *base, text); !given) return base::fail(given.error());
    const auto prepared = revisions::prepare(db, revisions::TextKind::proposal, title, write_text(text));
    if (!prepared) return base::fail(prepared.error());
    if (auto unsound = unsound_merge(db, proposal, *base, *prepared)) return *std::move(unsound);
    auto saved = revisions::save(db, proposal.text, base_revision, *prepared, {viewer.id, "", at, summary});
    if (saved && (saved->how == Saving::saved || saved->how == Saving::merged))
        settle(db, proposal, *saved, viewer, summary, at);
    return saved;
}

base::Result<revisions::Saved> save_proposal(store::Writer& db, const site::Viewer& viewer, ProposalId id,
                                             int base_revision, const NewProposal& mine, base::Time at) {
    const auto proposal = proposal_to_edit(db, viewer, id);
    if (!proposal) return base::fail(proposal.error());
    auto text = check(mine);
    if (!text && !revisions::find_revision(db, proposal->text, base_revision))
        text.error().fields.push_back(no_such_base(*proposal).fields.front());
    if (!text) return base::fail(text.error());
    return save_text(db, viewer, *proposal, base_revision, mine.title, *std::move(text), mine.summary, at);
}

base::Result<> set_authors(store::Writer& db, const site::Viewer& viewer, ProposalId id,
                           const std::vector<std::string>& handles, base::Time at) {
    const auto proposal = proposal_to_edit(db, viewer, id);
    if (!proposal) return base::fail(proposal.error());
    const auto before = authors_of(db, id);
    std::vector<MemberId> authors;
    boost::json::array names;
    for (auto handle : handles) {
        if (handle.starts_with('@')) handle.erase(0, 1);
        const auto member = members::find_by_handle(db, handle);
        if (!member)
            return base::fail_field("authors",
                                    "Nobody here is called “" + handle + "”. Give the name after @.");
        if (std::ranges::find(authors, *member) != authors.end()) continue;
        authors.push_back(*member);
        names.emplace_back(handle);
    }
    if (authors.size() > 20) return base::fail_field("authors", "A proposal has at most 20 authors.");
    // Whoever began it never certifies its ballot, and so stays named.
    if (authors.empty() || authors.front() != before.front().id)
        return base::fail_field("authors", before.front().name +
                                               " began this proposal and stays the first: @" +
                                               before.front().handle + ".");
    if (std::ranges::equal(authors, before, {}, {}, &Author::id)) return {};
    put_authors(db, id, authors);
    for (const auto author : authors)
        notices::watch(db, author, subject_of(id), at);
    enter(db, id, at, "authors_changed", viewer.handle, {{"authors", std::move(names)}});
    index_proposal(db, id);
    return {};
}

} // namespace standards
