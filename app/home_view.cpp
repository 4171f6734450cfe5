#include "app/home.hpp"
#include "base/text.hpp"
#include "forum/thread_row_view.hpp"
#include "site/parts.hpp"
#include "standards/register/register_view.hpp"

namespace app {
namespace {

using html::link;
using html::Url;
using html::Writer;

/// Addresses of the program's own making that came out of the database.
Url stored(std::string_view path) {
    return Url::local(path).value_or(link<"/">());
}

void inbox_row(Writer& w, const site::Context& c, const notices::Matter& matter) {
    parts::row(w, {.title = matter.newest.title,
                   .where = stored(matter.address),
                   .mark = [&](Writer& in) { parts::seal(in, matter.actors.front()); },
                   .meta =
                       [&](Writer& in) {
                           in.put<"<span>{}</span>">(notices::what_happened(matter));
                           parts::when(in, c, matter.newest.at);
                       },
                   .unread = true});
}

void review_row(Writer& w, const site::Context& c, const wiki::DueReview& review) {
    parts::row(w, {.title = "“" + review.title + "” is due for review",
                   .where = link<"/practices/{}">(review.slug),
                   .text = "You own this page. Read it, mend what changed, and say that it is right.",
                   .meta = [&](Writer& in) {
                       in.put<"<span class=\"due\">Due {}</span>">(
                           [&](Writer& date) { parts::date(date, c, review.review_by); });
                   }});
}

void draft_row(Writer& w, const site::Context& c, const revisions::Draft& draft) {
    const std::string title = draft.title.empty() ? "A draft of yours" : "Your draft: " + draft.title;
    const std::string text(base::truncate(draft.body, 140));
    parts::row(w, {.title = title, .where = stored(draft.place), .text = text, .meta = [&](Writer& in) {
                       parts::when(in, c, draft.at);
                   }});
}

bool nothing_waits(const Home& home) {
    return home.ballots.to_vote.empty() && home.ballots.to_certify.empty() &&
           home.proposals.consultations.empty() && home.proposals.undisposed.empty() && home.inbox.empty() &&
           home.waiting.unanswered.empty() && home.waiting.news.empty() && home.reviews.empty() &&
           home.drafts.empty();
}

void waiting_section(Writer& w, const site::Context& c, const Home& home) {
    if (nothing_waits(home)) {
        parts::empty(w, "check", "Nothing waits for you",
                     "Votes, new answers, mentions and pages to review appear here first.");
        return;
    }
    parts::list(
        w,
        {.title = "Waiting for you", .more_words = "Inbox", .more_where = link<"/inbox">(), .waiting = true},
        [&](Writer& in) {
            // A vote has a last day; all else can wait.
            standards::waiting_rows(in, c, home.ballots, home.proposals);
            for (const auto& thread : home.waiting.unanswered)
                forum::thread_row(in, c, thread);
            for (const auto& matter : home.inbox)
                inbox_row(in, c, matter);
            if (home.inbox.empty())
                for (const auto& thread : home.waiting.news)
                    forum::thread_row(in, c, thread);
            for (const auto& review : home.reviews)
                review_row(in, c, review);
            for (const auto& draft : home.drafts)
                draft_row(in, c, draft);
        });
}

void threads_section(Writer& w, const site::Context& c, std::string_view title, std::string_view more,
                     const Url& where, const std::vector<forum::Thread>& threads) {
    if (threads.empty()) return;
    parts::list(w, {.title = title, .more_words = more, .more_where = where}, [&](Writer& in) {
        for (const auto& thread : threads)
            forum::thread_row(in, c, thread);
    });
}

void aside(Writer& w, const Home& home) {
    if (home.card && home.card->center)
        w.put<"<section class=\"card\"><h2>Your Center</h2><p><strong>{}</strong><br>{}</p></section>">(
            *home.card->center, members::size_band(home.card->registered_voters.value_or(0)));
    const std::vector<parts::Entry> own{{"Your drafts", link<"/drafts">()},
                                        {"What you wrote", link<"/search?q={}">("author:me")}};
    parts::section(w, "Yours", [&](Writer& in) { parts::links(in, own); });
    std::vector<parts::Entry> changed;
    for (const auto& page : home.changes)
        changed.push_back({page.title, link<"/practices/{}">(page.slug)});
    parts::section(w, "Recently improved practices", [&](Writer& in) { parts::links(in, changed); });
    if (home.adopted.empty()) return;
    std::vector<parts::Entry> adopted;
    for (const auto& standard : home.adopted)
        adopted.push_back({standard.number + " " + standard.title, link<"/standards/{}">(standard.number)});
    parts::section(w, "Adopted standards", [&](Writer& in) { parts::links(in, adopted); });
}

} // namespace

void home_view(Writer& w, const site::Context& c, const Home& home) {
    parts::page_head(w, "Welcome, " + c.viewer.name, {}, [](Writer& in) {
        parts::button_link(in, link<"/forum/new?kind={}">("question"), "Ask a question", parts::Look::main,
                           "plus");
        parts::button_link(in, link<"/forum/new?kind={}">("story"), "Tell what works", parts::Look::plain);
    });
    parts::columns(
        w,
        [&](Writer& in) {
            waiting_section(in, c, home);
            threads_section(in, c, "Open questions", "All open questions",
                            link<"/forum?kind=question&state=unanswered">(), home.open);
            threads_section(in, c, "Lately in the forum", "All of the forum", link<"/forum">(), home.latest);
            threads_section(in, c, "What is working", "More stories", link<"/forum?kind=story">(),
                            home.stories);
        },
        "At a glance", [&](Writer& in) { aside(in, home); });
}

void welcome_view(Writer& w, const site::Context& c) {
    parts::page_head(w, c.services.site_name, "Where local election offices help each other.");
    w.put<
        "<div class=\"prose\"><p>Election offices ask and answer questions here, keep best-practice pages together, "
        "search all of it, and agree on the standards of their work. It is open by invitation to the offices of the "
        "program and the people who help them.</p>"
        "<p>">();
    parts::button_link(w, link<"/sign-in">(), "Sign in");
    w.put<
        "</p><h2>Adopted standards</h2><p>What the offices have adopted together by a vote is "
        "<a href=\"/standards\">open to everybody</a>, with the record of each vote.</p>"
        "<h2>You have an invitation?</h2><p>Open the link in it: it leads to a page where you choose a password. If "
        "it has run out, ask whoever invited you for a new one.</p></div>">();
}

void about_view(Writer& w) {
    parts::page_head(w, "About this place");
    w.put<
        "<div class=\"prose\"><p>Cohort is the place where local election offices, called Centers here, help each other. "
        "Members ask and answer questions in the <a href=\"/forum\">forum</a> and keep "
        "<a href=\"/practices\">best-practice pages</a> together, with every revision kept. What they expect of "
        "themselves they write down as <a href=\"/standards\">standards</a> and adopt by a vote.</p>"
        "<h2>What is kept about you</h2><p>Your name, e-mail address, Center, job title, what you write and what you "
        "marked as helpful, for as long as the program runs; where and when you signed in, until that session ends, and "
        "in the server's log for as long as its administrator keeps it. What stewards and administrators do to others' "
        "things is in an audit log that only grows. There are no trackers, no advertising and no "
        "outside services: nothing on these pages is fetched from anywhere else.</p>"
        "<h2>Public records</h2><p>What is written here may be subject to your state's public-records law. Leave out "
        "voters' names, signatures and addresses, and the layout of your storage. A steward can redact an old "
        "revision; that it was redacted stays visible.</p></div>">();
}

void accessibility_view(Writer& w) {
    parts::page_head(w, "Accessibility");
    w.put<
        "<div class=\"prose\"><p>These pages are meant to meet WCAG 2.1, level AA. Everything can be done with the "
        "keyboard alone and with scripting switched off; pages follow your system's light, dark or forced colours, and "
        "print without their frame.</p><h2>Keys</h2><p>Where scripting is on, <kbd>/</kbd> goes to the search box and "
        "<kbd>?</kbd> lists the keys, where they can be switched off too.</p>"
        "<h2>Something in your way?</h2><p>Tell a steward of the program, in the forum or by the telephone number that "
        "came with your invitation. Barriers are mended before new things are made.</p></div>">();
}

} // namespace app
