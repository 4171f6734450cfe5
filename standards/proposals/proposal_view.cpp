#include "standards/proposals/proposal_view.hpp"

#include "base/text.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/may.hpp"
#include "standards/proposals/proposal_words.hpp"

namespace standards {
namespace {

using html::Safe;
using html::Writer;
using server::link;

void fact(Writer& w, std::string_view name, const parts::Inside& value) {
    w.put<"<dt>{}</dt><dd>{}</dd>">(name, value);
}

void author_names(Writer& w, const std::vector<Author>& authors) {
    for (std::size_t i = 0; i < authors.size(); ++i) {
        if (i > 0) w.put<", ">();
        parts::author_link(w, {.name = authors[i].name, .handle = authors[i].handle});
    }
}

void facts(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    w.put<"<dl class=\"facts\">">();
    fact(w, reading.authors.size() == 1 ? "Author" : "Authors", [&](Writer& in) {
        author_names(in, reading.authors);
        if (may_edit(c.viewer, proposal, reading.is_author))
            in.put<" <a class=\"no-print\" href=\"{}\">Change</a>">(
                link<"/standards/proposals/{}/authors">(proposal.id));
    });
    fact(w, "Proposed", [&](Writer& in) { parts::date(in, c, proposal.created_at); });
    fact(w, "Text", [&](Writer& in) {
        in.put<"<a href=\"{}\">revision {}</a>, ">(link<"/standards/proposals/{}/history">(proposal.id),
                                                   proposal.revision);
        parts::when(in, c, proposal.changed_at);
    });
    if (proposal.revises)
        fact(w, "Revises", [&](Writer& in) {
            in.put<"<a href=\"{}\">{}</a>">(link<"/standards/{}">(proposal.revises_number),
                                            proposal.revises_number);
        });
    if (proposal.consultation_closes)
        fact(w, proposal.takes_comments(c.now) ? "Comments close" : "Comments closed",
             [&](Writer& in) { parts::date(in, c, *proposal.consultation_closes); });
    w.put<"</dl>">();
}

void endorsements(Writer& w, const Reading& reading) {
    if (reading.endorsements.empty()) return;
    parts::section(w, "Endorsed by", [&](Writer& in) {
        in.put<"<ul class=\"plain-list\">">();
        for (const auto& endorsement : reading.endorsements)
            in.put<"<li><a href=\"{}\">{}</a></li>">(link<"/centers/{}">(endorsement.center_slug),
                                                     endorsement.center_name);
        in.put<"</ul>">();
    });
}

void ballot_line(Writer& w, const site::Context& c, const BallotRow& ballot) {
    w.put<"<li><a href=\"{}\">Ballot {}</a> ">(link<"/ballots/{}">(BallotId{ballot.id}), ballot.id);
    if (ballot.voided_at)
        w.put<"declared void">();
    else if (c.now < ballot.closes)
        w.put<"open until {}">([&](Writer& in) { deadline(in, c, ballot.closes); });
    else
        w.put<"{}">(ballot.certified_at ? "closed and certified" : "closed, to be certified");
    w.put<"</li>">();
}

void aside(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    parts::section(w, "About this proposal", [&](Writer& in) { facts(in, c, proposal, reading); });
    endorsements(w, reading);
    if (!reading.ballots.empty())
        parts::section(w, "Ballots", [&](Writer& in) {
            in.put<"<ul class=\"plain-list\">">();
            for (const auto& ballot : reading.ballots)
                ballot_line(in, c, ballot);
            in.put<"</ul>">();
        });
}

/// "2 comments · Comment on this clause"
void clause_foot(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading,
                 const std::string& clause) {
    const auto found = reading.comments.find(clause);
    const auto number = found == reading.comments.end() ? 0 : found->second;
    const bool takes = may_comment(c.viewer, proposal, c.now);
    if (number == 0 && !takes) return;
    w.put<"<p class=\"row-meta no-print\">">();
    const auto comments = link<"/standards/proposals/{}/comments">(proposal.id).text();
    if (number > 0)
        w.put<"<a href=\"{}\">{}</a>">(
            *server::Url::local(comments + "?about=" + clause + "#about_" + clause),
            base::counted(number, "comment", "comments"));
    if (takes)
        w.put<"<a href=\"{}\">Comment on this clause</a>">(
            *server::Url::local(comments + "?clause=" + clause + "#comment"));
    w.put<"</p>">();
}

void clause_view(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading,
                 std::size_t place) {
    const auto& clause = reading.text.clauses[place];
    w.put<"<li class=\"clause\" id=\"{}\"><h3><a class=\"clause-number\" href=\"{}\">"
          "<span class=\"hidden-words\">Clause </span>{}</a> <span>{}</span></h3>">(
        clause.id, server::Url::fragment(clause.id), place + 1, Safe::trusted(clause.heading));
    if (!base::trim(clause.body).empty()) w.put<"<div class=\"prose\">{}</div>">(Safe::trusted(clause.body));
    clause_foot(w, c, proposal, reading, clause.id);
    w.put<"</li>">();
}

void text_view(Writer& w, const site::Context& c, const Proposal& proposal, const Reading& reading) {
    w.put<"<div class=\"paper standard\"><div class=\"prose statement\">{}</div>">(
        Safe::trusted(reading.text.statement));
    if (!reading.text.clauses.empty()) {
        w.put<"<section><h2>Clauses</h2><ol class=\"clauses\">">();
        for (std::size_t i = 0; i < reading.text.clauses.size(); ++i)
            clause_view(w, c, proposal, reading, i);
        w.put<"</ol></section>">();
    }
    if (!base::trim(reading.text.rest).empty())
        w.put<"<div class=\"prose\">{}</div>">(Safe::trusted(reading.text.rest));
    w.put<"</div>">();
}

void watch_button(Writer& w, const site::Context& c, const Proposal& proposal, bool watching) {
    const auto action = watching ? link<"/standards/proposals/{}/unwatch">(proposal.id)
                                 : link<"/standards/proposals/{}/watch">(proposal.id);
    parts::post_button(w, c, action,
                       {.words = watching ? "Watching" : "Watch", .icon = "watch", .pressed = watching});
}

} // namespace

server::Url address_of(const Proposal& proposal) {
    return link<"/standards/proposals/{}">(proposal.id);
}

std::vector<parts::Tab> proposal_tabs(const site::Context& c, const Proposal& proposal, Face current) {
    std::vector<parts::Tab> tabs{{"Proposal", address_of(proposal), current == Face::read}};
    if (may_edit(c.viewer, proposal, is_author(c.db, proposal.id, c.viewer.id)))
        tabs.push_back({"Edit", link<"/standards/proposals/{}/edit">(proposal.id), current == Face::edit});
    if (proposal.comments > 0 || proposal.stage == Stage::consultation) {
        tabs.push_back({"Comments", link<"/standards/proposals/{}/comments">(proposal.id),
                        current == Face::comments, proposal.comments});
        tabs.push_back(
            {"Answers", link<"/standards/proposals/{}/responses">(proposal.id), current == Face::responses});
    }
    tabs.push_back(
        {"History", link<"/standards/proposals/{}/history">(proposal.id), current == Face::history});
    return tabs;
}

std::vector<site::Crumb> way_to_proposals() {
    return {{"Standards", link<"/standards">()}, {"Proposals", link<"/standards/proposals">()}};
}

std::vector<site::Crumb> way_below(const Proposal& proposal) {
    auto crumbs = way_to_proposals();
    crumbs.push_back({proposal.title, address_of(proposal)});
    return crumbs;
}

revisions::Chain chain_of(site::Context& c, const Proposal& proposal) {
    return {
        .text = proposal.text,
        .title = proposal.title,
        .where = address_of(proposal),
        .path = address_of(proposal).text(),
        .section = "standards",
        .crumbs = way_below(proposal),
        .tabs = proposal_tabs(c, proposal, Face::history),
        .may_restore = may_edit(c.viewer, proposal, is_author(c.db, proposal.id, c.viewer.id)),
        .standing =
            proposal.stage == Stage::withdrawn ? revisions::Standing::withdrawn : revisions::Standing::shown,
        .forget_title = [proposal](store::Writer& db, bool newest) { forget_title(db, proposal, newest); }};
}

server::Response no_such_proposal(const site::Context& c) {
    return site::not_found(c, "There is no such proposal.");
}

server::Response reading_page(const site::Context& c, const Proposal& proposal, const Reading& reading) {
    const site::Frame frame{.title = proposal.title, .section = "standards", .crumbs = way_to_proposals()};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, proposal.title, {},
                         [&](Writer& in) { watch_button(in, c, proposal, reading.watching); });
        parts::tabs(w, "This proposal", proposal_tabs(c, proposal, Face::read));
        parts::columns(
            w,
            [&](Writer& in) {
                standing_view(in, c, proposal, reading);
                text_view(in, c, proposal, reading);
                timeline_view(in, c, reading);
            },
            "About this proposal", [&](Writer& in) { aside(in, c, proposal, reading); });
    });
}

} // namespace standards
