#include "base/text.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

#include <algorithm>
#include <array>

namespace standards {
namespace {

using html::Writer;
using server::link;

constexpr int shown_of_stage = 10;
constexpr int page_size = 50;
/// From when on a deadline presses.
constexpr auto near = std::chrono::days(7);
/// What can be acted on comes first.
constexpr std::array in_order{Stage::consultation, Stage::ballot,  Stage::draft,    Stage::idea,
                              Stage::not_adopted,  Stage::adopted, Stage::withdrawn};

server::Url list_address(Stage stage) {
    return *server::Url::local("/standards/proposals?stage=" + std::string(base::enum_text(stage)));
}

void comments_meta(Writer& w, const site::Context& c, const Proposal& proposal) {
    if (proposal.takes_comments(c.now))
        w.put<"<span{}>Comments until {}</span>">(
            html::Attribute{"class", *proposal.consultation_closes < c.now + near
                                         ? std::optional<std::string_view>("due")
                                         : std::nullopt},
            [&](Writer& in) { deadline(in, c, *proposal.consultation_closes); });
    else if (proposal.stage == Stage::consultation)
        w.put<"<span>Comments closed</span>">();
    if (proposal.comments > 0)
        w.put<"<span>{}</span>">(base::counted(proposal.comments, "comment", "comments"));
    if (proposal.stage == Stage::consultation && proposal.open_comments > 0)
        w.put<"<span>{} without an answer</span>">(proposal.open_comments);
}

void meta(Writer& w, const site::Context& c, const Proposal& proposal) {
    comments_meta(w, c, proposal);
    if (proposal.stage == Stage::idea && proposal.endorsements < c.services.endorsements)
        w.put<"<span>{} of {} endorsements</span>">(proposal.endorsements, c.services.endorsements);
    else if (proposal.stage == Stage::idea)
        w.put<"<span>Endorsed by {}</span>">(base::counted(proposal.endorsements, "Center", "Centers"));
    if (proposal.revises) w.put<"<span>Revises {}</span>">(proposal.revises_number);
    w.put<"<span>Changed ">();
    parts::when(w, c, proposal.changed_at);
    w.put<"</span>">();
}

void rows(Writer& w, const site::Context& c, const std::vector<Proposal>& proposals) {
    for (const auto& proposal : proposals)
        parts::row(w, {.title = proposal.title, .where = address_of(proposal), .meta = [&](Writer& in) {
                           meta(in, c, proposal);
                       }});
}

void waiting(Writer& w, const site::Context& c) {
    const auto waits = proposals_waiting_for(c.db, c.viewer, c.now);
    if (waits.consultations.empty() && waits.undisposed.empty()) return;
    parts::list(w, {.title = "Waiting for you", .waiting = true}, [&](Writer& in) {
        for (const auto& proposal : waits.consultations)
            parts::row(in, {.title = proposal.title,
                            .where = link<"/standards/proposals/{}/comments">(proposal.id),
                            .text = "Your Center has said nothing on it yet.",
                            .meta = [&](Writer& row) { meta(row, c, proposal); }});
        for (const auto& proposal : waits.undisposed)
            parts::row(in, {.title = proposal.title,
                            .where = link<"/standards/proposals/{}/comments">(proposal.id),
                            .text = base::counted(proposal.open_comments, "comment waits", "comments wait") +
                                    " for an answer.",
                            .meta = [&](Writer& row) { meta(row, c, proposal); }});
    });
}

void new_button(Writer& w, const site::Context& c) {
    if (may_propose(c.viewer))
        parts::button_link(w, link<"/standards/proposals/new">(), "Propose a standard", parts::Look::main,
                           "plus");
}

void watch_button(Writer& w, const site::Context& c) {
    const bool watching = notices::is_watching(c.db, c.viewer.id, ideas);
    parts::post_button(
        w, c, watching ? link<"/standards/proposals/unwatch">() : link<"/standards/proposals/watch">(),
        {.words = watching ? "Watching" : "Watch",
         .icon = "watch",
         .context = "new proposals",
         .pressed = watching});
}

server::Response by_stages(site::Context& c) {
    const site::Frame frame{
        .title = "Proposals", .section = "standards", .crumbs = {{"Standards", link<"/standards">()}}};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, "Proposals", "Standards in the making, from an idea to the vote.",
                         [&](Writer& in) {
                             watch_button(in, c);
                             new_button(in, c);
                         });
        w.put<"<div class=\"stack-wide\">">();
        waiting(w, c);
        bool none = true;
        for (const auto stage : in_order) {
            // One more than is shown tells whether there are more.
            auto proposals = list_proposals(c.db, stage, shown_of_stage + 1);
            if (proposals.empty()) continue;
            none = false;
            const bool more = proposals.size() > shown_of_stage;
            if (more) proposals.pop_back();
            parts::list(w,
                        {.title = words_for(stage),
                         .more_words = more ? std::string_view("All of them") : std::string_view(),
                         .more_where = more ? std::optional(list_address(stage)) : std::nullopt},
                        [&](Writer& in) { rows(in, c, proposals); });
        }
        if (none)
            parts::empty(w, "page", "No proposal yet",
                         "What every office should do begins with somebody saying so.",
                         [&](Writer& in) { new_button(in, c); });
        w.put<"</div>">();
    });
}

server::Response of_stage(site::Context& c, Stage stage) {
    const auto cursor = site::Cursor::parse(c.query.raw("cursor"));
    auto proposals = list_proposals_below(c.db, stage, cursor, page_size + 1);
    std::optional<server::Url> older;
    if (proposals.size() > page_size) {
        proposals.pop_back();
        const site::Cursor next{proposals.back().changed_at.time_since_epoch().count(),
                                proposals.back().id.value};
        older = server::Url::local(list_address(stage).text() + "&cursor=" + next.text());
    }
    const site::Frame frame{.title = std::string("Proposals: ") + base::ascii_lower(words_for(stage)),
                            .section = "standards",
                            .crumbs = way_to_proposals()};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, frame.title, meaning_of(stage));
        if (proposals.empty())
            parts::empty(w, "page", "There is none at this stage", "");
        else
            parts::list(w, {.title = "Proposals", .hide_title = true},
                        [&](Writer& in) { rows(in, c, proposals); });
        parts::pager(w, cursor ? std::optional(list_address(stage)) : std::nullopt, older,
                     "From the beginning");
    });
}

} // namespace

server::Response show_proposals(site::Context& c) {
    const auto stage = base::parse_enum<Stage>(c.query.line("stage"));
    return stage ? of_stage(c, *stage) : by_stages(c);
}

} // namespace standards
