// The pages of a proposal: what is proposed, where it stands, and what the viewer can do now.
#pragma once

#include "revisions/chain.hpp"
#include "site/parts.hpp"
#include "standards/ledger.hpp"
#include "standards/proposals/proposal_html.hpp"
#include "standards/proposals/proposal_store.hpp"
#include "standards/proposals/proposals.hpp"

#include <map>

namespace standards {

server::Url address_of(const Proposal& proposal);
enum class Face { read, edit, comments, responses, history };
std::vector<parts::Tab> proposal_tabs(const site::Context& c, const Proposal& proposal, Face current);
std::vector<site::Crumb> way_to_proposals();
/// The way to the proposal, itself included.
std::vector<site::Crumb> way_below(const Proposal& proposal);
revisions::Chain chain_of(site::Context& c, const Proposal& proposal);
server::Response no_such_proposal(const site::Context& c);

struct Reading {
    ProposalHtml text;
    std::vector<Author> authors;
    std::vector<Endorsement> endorsements;
    std::vector<BallotRow> ballots;
    std::vector<Entry> timeline;
    std::map<std::string, std::string> names;       // by handle
    std::map<std::string, std::int64_t> comments{}; // by clause
    std::optional<std::string> standard{};          // its number
    bool is_author = false;
    bool watching = false;
    bool has_draft = false;
};
server::Response reading_page(const site::Context& c, const Proposal& proposal, const Reading& reading);

/// The stages with the present one marked, a sentence, and the acts that are open to the viewer.
void standing_view(html::Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading);
void timeline_view(html::Writer& w, const site::Context& c, const Reading& reading);

} // namespace standards
