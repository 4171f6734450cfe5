#include "app/home.hpp"

#include "app/pages.hpp"
#include "forum/forum.hpp"
#include "forum/thread_list_store.hpp"
#include "members/members.hpp"
#include "revisions/drafts.hpp"
#include "site/layout.hpp"
#include "standards/ballots/settling.hpp"
#include "wiki/wiki.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr int most_waiting = 6; // of each sort: the page stays one that is read in a minute
constexpr int most_new = 8;
constexpr int most_entries = 60; // of the inbox, before those about one thing are gathered

server::Response show_welcome(const site::Context& c) {
    return site::page(c, {.title = "Welcome"}, [&](html::Writer& w) { welcome_view(w, c); });
}

template <class T> void keep_first(std::vector<T>& all, int most) {
    if (all.size() > static_cast<std::size_t>(most)) all.resize(static_cast<std::size_t>(most));
}

/// Whether a list above or below shows the thread already.
bool is_shown(const Home& home, const forum::Thread& thread) {
    const auto is_in = [&](const std::vector<forum::Thread>& list) {
        return std::ranges::find(list, thread.id, &forum::Thread::id) != list.end();
    };
    return is_in(home.open) || is_in(home.waiting.unanswered) || is_in(home.stories);
}

/// A ballot that waits for a vote says so itself; that it was opened is no second news.
void forget_told(std::vector<notices::Matter>& inbox, const standards::BallotWaiting& waiting) {
    for (const auto& ballot : waiting.to_vote) {
        const auto address = server::link<"/ballots/{}">(ballot.id).text();
        std::erase_if(inbox, [&](const notices::Matter& matter) { return matter.address == address; });
    }
}

} // namespace

server::Response show_home(site::Context& c) {
    if (!c.viewer.signed_in()) return show_welcome(c);
    standards::settle_first(c);
    Home home;
    home.ballots = standards::ballots_waiting_for(c.db, c.viewer, c.now);
    home.proposals = standards::proposals_waiting_for(c.db, c.viewer, c.now);
    home.inbox = notices::gather(
        notices::entries(c.db, c.viewer.id, notices::Which::unread, std::nullopt, most_entries));
    forget_told(home.inbox, home.ballots);
    keep_first(home.inbox, most_waiting);
    home.waiting = forum::waiting_for(c.db, c.viewer, c.now);
    keep_first(home.waiting.unanswered, most_waiting);
    keep_first(home.waiting.news, most_waiting);
    home.reviews = wiki::waiting_for(c.db, c.viewer.id, c.now);
    home.drafts = revisions::drafts_of(c.db, c.viewer.id);
    keep_first(home.drafts, most_waiting);
    // A coach sees the open questions among what waits already.
    if (home.waiting.unanswered.empty())
        home.open = forum::list_threads(c.db,
                                        {.kind = forum::ThreadKind::question,
                                         .state = forum::State::unanswered,
                                         .sort = forum::Sort::unanswered},
                                        c.viewer.id, c.now, most_new)
                        .threads;
    home.stories = forum::list_threads(c.db, {.kind = forum::ThreadKind::story, .sort = forum::Sort::newest},
                                       c.viewer.id, c.now, 3)
                       .threads;
    home.latest = forum::list_threads(c.db, {}, c.viewer.id, c.now, 3 * most_new).threads;
    std::erase_if(home.latest, [&](const forum::Thread& thread) { return is_shown(home, thread); });
    keep_first(home.latest, most_new);
    home.changes = wiki::recent_changes(c.db, most_new);
    home.adopted = standards::list_standards(c.db, 3);
    home.card = members::find_card(c.db, c.viewer.id);
    return site::page(c, {.title = "Home", .section = "home"},
                      [&](html::Writer& w) { home_view(w, c, home); });
}

server::Response show_about(site::Context& c) {
    return site::page(c, {.title = "About this place", .width = "narrow"}, about_view);
}

server::Response show_accessibility(site::Context& c) {
    return site::page(c, {.title = "Accessibility", .width = "narrow"}, accessibility_view);
}

} // namespace app
