#include "standards/register/standard_view.hpp"

#include "base/text.hpp"
#include "standards/register/may.hpp"
#include "standards/register/public_text.hpp"
#include "standards/register/words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Safe;
using html::Writer;
using server::link;
using server::Url;

/// What a reader must know first: that this is not the text in force.
void notices(Writer& w, const site::Context& c, const StandardPage& page) {
    const auto& standard = page.version;
    if (!page.is_newest())
        parts::notice(w, parts::Tone::care, [&](Writer& in) {
            in.put<"<p>This is version {}. <a href=\"{}\">Version {}</a> is the newest; "
                   "<a href=\"{}\">compare the two</a>.</p>">(
                standard.version, address_of(standard), page.newest().version,
                *Url::local(link<"/standards/{}/compare">(standard.number).text() +
                            "?from=" + std::to_string(standard.version) +
                            "&to=" + std::to_string(page.newest().version)));
        });
    if (standard.status == StandardStatus::in_force) return;
    parts::notice(w, parts::Tone::care, [&](Writer& in) {
        if (standard.status == StandardStatus::superseded)
            in.put<"<p>Superseded by <a href=\"{}\">{}</a> on ">(link<"/standards/{}">(standard.replaced_by),
                                                                 standard.replaced_by);
        else
            in.put<"<p>Retired on ">();
        parts::date(in, c, *standard.retired_at);
        in.put<": {}</p>">(standard.retired_reason);
    });
}

void totals_line(Writer& w, const StandardPage& page, const std::string& clause) {
    if (!page.totals) return;
    const auto found = std::ranges::find(page.totals->clauses, clause, &AdoptionTotals::OfClause::clause);
    if (found == page.totals->clauses.end()) return;
    w.put<"<p class=\"row-meta\"><span>Of {} Centers: {} met, {} in progress, {} not yet{}</span></p>">(
        found->met + found->in_progress + found->not_yet + found->not_applicable, found->met,
        found->in_progress, found->not_yet,
        found->not_applicable > 0 ? ", " + std::to_string(found->not_applicable) + " not applicable" : "");
}

void own_mark(Writer& w, const StandardPage& page, const std::string& clause) {
    const auto found = std::ranges::find(page.own, clause, &ClauseAdoption::clause);
    if (found == page.own.end()) return;
    w.put<"<span class=\"no-print\">">();
    parts::badge(w, "Your Center: " + base::ascii_lower(words_for(found->status)), tone_of(found->status));
    w.put<"</span>">();
}

void clause_view(Writer& w, const site::Context& c, const StandardPage& page, const Clause& clause,
                 std::size_t place) {
    w.put<"<li class=\"clause\" id=\"{}\"><h3><a class=\"clause-number\" href=\"{}\">"
          "<span class=\"hidden-words\">Clause </span>{}</a> <span>{}</span></h3>">(
        clause.id, Url::fragment(clause.id), place, clause.heading);
    const auto html = public_html(c.db, clause.body, clause.id + "-", 3);
    if (!html.empty()) w.put<"<div class=\"prose\">{}</div>">(Safe::trusted(html));
    own_mark(w, page, clause.id);
    totals_line(w, page, clause.id);
    w.put<"</li>">();
}

void part(Writer& w, const site::Context& c, std::string_view id, std::string_view title,
          const std::string& markdown) {
    if (markdown.empty()) return;
    const auto html = public_html(c.db, markdown, std::string(id) + "-", 2);
    w.put<"<section id=\"{}\"><h2>{}</h2><div class=\"prose\">{}</div></section>">(id, title,
                                                                                   Safe::trusted(html));
}

} // namespace

Url address_of(const StandardVersion& standard) {
    return link<"/standards/{}">(standard.number);
}

Url version_address(const StandardVersion& version) {
    return link<"/standards/{}/versions/{}">(version.number, version.version);
}

std::vector<site::Crumb> way_to_register() {
    return {{"Standards", link<"/standards">()}};
}

void standard_view(Writer& w, const site::Context& c, const StandardPage& page) {
    notices(w, c, page);
    w.put<"<div class=\"paper standard\"><div class=\"prose statement\">{}</div>">(
        Safe::trusted(public_html(c.db, page.text.statement, "s-", 1)));
    w.put<"<section><h2 id=\"clauses\">Clauses</h2><ol class=\"clauses\">">();
    for (std::size_t i = 0; i < page.text.clauses.size(); ++i)
        clause_view(w, c, page, page.text.clauses[i], i + 1);
    w.put<"</ol></section>">();
    part(w, c, "why", "Why it matters", page.text.rationale);
    part(w, c, "evidence", "Evidence", page.text.evidence);
    w.put<"</div>">();
    if (page.decision) decision_view(w, c, *page.decision, page.text);
}

} // namespace standards
