#include "standards/proposals/aftermath.hpp"

#include "members/members.hpp"
#include "revisions/mentions.hpp"
#include "search/index.hpp"
#include "server/url.hpp"
#include "standards/proposals/comment_pages.hpp"
#include "standards/proposals/proposal_store.hpp"

namespace standards {
namespace {

notices::Event event_of(const Proposal& proposal, notices::Reason reason, MemberId actor,
                        std::string_view rest, base::Time at) {
    return {reason, actor, proposal.title,
            server::link<"/standards/proposals/{}">(proposal.id).text() + std::string(rest), at};
}

} // namespace

notices::Subject subject_of(ProposalId proposal) {
    return {notices::SubjectKind::proposal, proposal.value};
}

void index_proposal(store::Writer& db, ProposalId id) {
    const auto proposal = find_proposal(db, id).value();
    if (proposal.stage == Stage::adopted) {
        search::remove(db, search::Kind::proposal, id.value);
        return;
    }
    const auto newest = revisions::newest(db, proposal.text);
    const auto text = revisions::prepare(db, revisions::TextKind::proposal, newest.title, newest.body);
    search::Document document;
    document.kind = search::Kind::proposal;
    document.ref = id.value;
    document.title = proposal.title;
    if (text)
        for (const auto& section : text->rendered.sections)
            // The bare heading "Clauses" would be found in every proposal and say nothing.
            if (section.heading_id != "clauses" || !section.text.empty())
                document.passages.push_back({section.heading_id, section.heading, section.text});
    document.address = server::link<"/standards/proposals/{}">(id).text();
    if (const auto authors = authors_of(db, id); !authors.empty()) {
        document.author = authors.front().handle;
        document.author_name = authors.front().name;
        document.state = state_of(db, authors.front().id);
    }
    document.at = proposal.changed_at;
    search::put(db, document);
}

void forget_title(store::Writer& db, const Proposal& proposal, bool newest) {
    if (newest) {
        set_saved(db, proposal.id, revisions::emptied_title, proposal.changed_at);
        index_proposal(db, proposal.id);
    }
    const auto address = server::link<"/standards/proposals/{}">(proposal.id).text();
    std::vector<std::string> addresses{address, address + "/history", address + "/comments"};
    for (const auto& comment : comments_of(db, proposal.id))
        addresses.push_back(address_of_comment(comment.id));
    notices::retitle(db, addresses, find_proposal(db, proposal.id).value().title);
}

void tell_watchers(store::Writer& db, const Proposal& proposal, notices::Reason reason, MemberId actor,
                   std::string_view rest, base::Time at) {
    notices::tell_watchers(db, {subject_of(proposal.id)}, event_of(proposal, reason, actor, rest, at));
}

void tell_mentioned(store::Writer& db, const Proposal& proposal, const markup::Rendered& rendered,
                    std::string_view body_before, MemberId actor, const std::string& address, base::Time at) {
    std::vector<MemberId> mentioned;
    for (const auto& handle : revisions::newly_mentioned(rendered, body_before))
        if (const auto member = members::find_by_handle(db, handle)) mentioned.push_back(*member);
    if (!mentioned.empty())
        notices::tell(db, mentioned, {notices::Reason::mentioned, actor, proposal.title, address, at});
}

void tell_of_idea(store::Writer& db, const Proposal& proposal, MemberId actor, base::Time at) {
    notices::tell_watchers(db, {ideas}, event_of(proposal, notices::Reason::proposed, actor, "", at));
}

} // namespace standards
