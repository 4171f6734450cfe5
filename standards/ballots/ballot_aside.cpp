#include "base/text.hpp"
#include "standards/ballots/ballot_page.hpp"
#include "standards/ballots/ballot_words.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

void terms(Writer& w, const site::Context& c, const BallotPage& page) {
    const auto& ballot = page.ballot;
    const auto fact = [&](std::string_view name, std::string_view value) {
        w.put<"<dt>{}</dt><dd>{}</dd>">(name, value);
    };
    w.put<"<dl class=\"facts\"><dt>State</dt><dd>">();
    parts::badge(w, words_for(state_of(ballot)), tone_of(state_of(ballot)));
    w.put<"</dd>">();
    if (page.standard)
        w.put<"<dt>Standard</dt><dd><a href=\"{}\">{}, version {}</a></dd>">(
            link<"/standards/{}/versions/{}">(page.standard->number, page.standard->version),
            page.standard->number, page.standard->version);
    const bool inside = c.viewer.signed_in(); // a visitor is shown neither persons nor what is not public
    if (inside)
        w.put<"<dt>Proposal</dt><dd><a href=\"{}\">{}</a>, revision {}</dd>">(
            link<"/standards/proposals/{}">(ballot.proposal), ballot.title, ballot.revision);
    fact("Opened", base::exact_time(ballot.opens, c.viewer.zone) +
                       (inside ? ", by " + ballot.opened_by : std::string()));
    fact(ballot.settled_at ? "Closed" : "Closes", base::exact_time(ballot.closes, c.viewer.zone));
    fact("Electorate", std::string(words_for(ballot.electorate)) + ", " +
                           base::counted(ballot.seats, "seat", "seats") + ", fixed at the opening");
    fact("Voting", words_for(ballot.secrecy));
    fact("Quorum", quorum_words(ballot.rule.quorum));
    fact("Adopted by", name(ballot.rule.approval) + " of the votes for or against");
    fact("Zero report", "At the opening there were 0 votes of every kind.");
    w.put<"<dt>SHA-256 of the text</dt><dd><code class=\"tracker\">{}</code></dd></dl>">(ballot.sha256);
}

void part_taken(Writer& w, const BallotPage& page) {
    const auto& ballot = page.ballot;
    w.put<"<p>{} of {} took part{}.</p>">(ballot.took_part, base::counted(ballot.seats, "seat", "seats"),
                                          state_of(ballot) == BallotState::open ? " so far" : "");
    if (page.took_part.empty()) return;
    w.put<"<details><summary>Which seats</summary><ul>">();
    for (const auto& name : page.took_part)
        w.put<"<li>{}</li>">(name);
    w.put<"</ul></details>">();
}

} // namespace

void ballot_aside(Writer& w, const site::Context& c, const BallotPage& page) {
    parts::section(w, "Terms", [&](Writer& in) { terms(in, c, page); });
    if (c.viewer.signed_in()) parts::section(w, "Who took part", [&](Writer& in) { part_taken(in, page); });
    if (page.may_void)
        parts::button_link(w, link<"/ballots/{}/void">(page.ballot.id), "Declare it void…",
                           parts::Look::quiet);
}

} // namespace standards
