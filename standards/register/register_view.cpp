#include "standards/register/register_view.hpp"

#include "base/near_day.hpp"
#include "base/text.hpp"
#include "standards/register/words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;
using server::link;

bool something_waits(const Register& all) {
    return !all.ballots.to_vote.empty() || !all.ballots.to_certify.empty() ||
           !all.proposals.consultations.empty() || !all.proposals.undisposed.empty();
}

/// What a reader wants to know of a proposal at this stage: how near the next one is.
void stage_meta(Writer& w, const site::Context& c, const Register& all, const Proposal& proposal) {
    switch (proposal.stage) {
    case Stage::idea:
        parts::badge(w, "Idea");
        w.put<"<span>{}, {} needed</span>">(
            base::counted(proposal.endorsements, "endorsement", "endorsements"), c.services.endorsements);
        break;
    case Stage::draft: parts::badge(w, "Draft"); break;
    case Stage::consultation:
        parts::badge(w, "Consultation", parts::Tone::civic);
        if (proposal.takes_comments(c.now))
            w.put<"<span>closes {}</span>">(
                base::near_day(*proposal.consultation_closes, c.now, c.viewer.zone));
        else
            w.put<"<span>closed</span>">();
        w.put<"<span>{}</span>">(base::counted(proposal.comments, "comment", "comments"));
        break;
    default:
        parts::badge(w, "Ballot", parts::Tone::civic);
        if (const auto found = all.open.find(proposal.id); found != all.open.end())
            w.put<"<span>closes {}</span>">(base::near_day(found->second.closes, c.now, c.viewer.zone));
        else
            w.put<"<span>waits to be certified</span>">();
    }
}

void making_row(Writer& w, const site::Context& c, const Register& all, const Proposal& proposal) {
    parts::row(w, {.title = proposal.title,
                   .where = link<"/standards/proposals/{}">(proposal.id),
                   .meta = [&](Writer& in) {
                       stage_meta(in, c, all, proposal);
                       if (!proposal.revises_number.empty())
                           in.put<"<span>revises {}</span>">(proposal.revises_number);
                       if (proposal.stage != Stage::ballot) parts::when(in, c, proposal.changed_at);
                   }});
}

void standard_row(Writer& w, const site::Context& c, const Register& all, const StandardVersion& standard) {
    parts::row(w, {.title = standard.number + " " + standard.title,
                   .where = link<"/standards/{}">(standard.number),
                   .meta = [&](Writer& in) {
                       parts::badge(in, words_for(standard.status), tone_of(standard.status));
                       in.put<"<span>Version {}, adopted ">(standard.version);
                       parts::date(in, c, standard.adopted_at);
                       in.put<"</span>">();
                       if (!standard.replaced_by.empty())
                           in.put<"<span>replaced by {}</span>">(standard.replaced_by);
                       if (standard.status == StandardStatus::in_force && standard.review_by < c.now)
                           in.put<"<span class=\"due\">Due for review</span>">();
                       if (const auto own = all.adopted.find(standard.id); own != all.adopted.end())
                           in.put<"<span>your Center meets {}</span>">(
                               base::counted(own->second.met, "clause", "clauses"));
                   }});
}

void standards_list(Writer& w, const site::Context& c, const Register& all, std::string_view title,
                    bool in_force) {
    const auto is_meant = [&](const StandardVersion& standard) {
        return (standard.status == StandardStatus::in_force) == in_force;
    };
    if (std::ranges::none_of(all.standards, is_meant)) return;
    parts::list(w, {.title = title}, [&](Writer& in) {
        for (const auto& standard : all.standards)
            if (is_meant(standard)) standard_row(in, c, all, standard);
    });
}

void members_part(Writer& w, const site::Context& c, const Register& all) {
    if (something_waits(all))
        parts::list(w, {.title = "Waiting for you", .waiting = true},
                    [&](Writer& in) { waiting_rows(in, c, all.ballots, all.proposals); });
    if (!all.making.empty())
        parts::list(w,
                    {.title = "In the making",
                     .more_words = "All proposals",
                     .more_where = link<"/standards/proposals">()},
                    [&](Writer& in) {
                        for (const auto& proposal : all.making)
                            making_row(in, c, all, proposal);
                    });
}

} // namespace

void register_view(Writer& w, const site::Context& c, const Register& all) {
    parts::page_head(w, "Standards",
                     "What the Centers hold themselves to: written together, put to a vote, kept in public.",
                     [&](Writer& in) {
                         if (!c.viewer.signed_in()) return;
                         parts::button_link(in, link<"/standards/proposals/new">(), "Propose a standard",
                                            parts::Look::main, "plus");
                         parts::button_link(in, link<"/ballots">(), "Ballots", parts::Look::plain);
                     });
    w.put<"<div class=\"stack-wide\">">();
    if (c.viewer.signed_in()) members_part(w, c, all);
    if (all.standards.empty())
        parts::empty(w, "check", "No standard is adopted yet",
                     "What passes its ballot appears here, with its number.");
    standards_list(w, c, all, "In force", true);
    standards_list(w, c, all, "No longer in force", false);
    w.put<
        "<p class=\"row-meta no-print\"><a href=\"{}\">Feed (Atom)</a> <a href=\"{}\">As JSON</a></p></div>">(
        link<"/standards/feed.atom">(), link<"/api/v1/standards">());
}

} // namespace standards
