// The signed-in home, and the few pages of plain words. What waits for the viewer comes first, then what is
// new.
#pragma once

#include "forum/forum.hpp"
#include "members/members.hpp"
#include "notices/inbox_view.hpp"
#include "revisions/drafts.hpp"
#include "server/html/writer.hpp"
#include "site/context.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "wiki/model.hpp"

#include <optional>
#include <vector>

namespace app {

struct Home {
    standards::BallotWaiting ballots;
    standards::ProposalWaiting proposals;
    std::vector<notices::Matter> inbox; // unread
    forum::Waiting waiting;
    std::vector<wiki::DueReview> reviews;
    std::vector<revisions::Draft> drafts;
    std::vector<forum::Thread> open; // questions without an answer
    std::vector<forum::Thread> latest;
    std::vector<forum::Thread> stories;
    std::vector<wiki::PageRow> changes;
    std::vector<standards::StandardVersion> adopted; // the newest
    std::optional<members::Card> card;
};

void home_view(html::Writer& w, const site::Context& c, const Home& home);
/// For a visitor: what this is and the way in.
void welcome_view(html::Writer& w, const site::Context& c);
void about_view(html::Writer& w);
void accessibility_view(html::Writer& w);

} // namespace app
