#include "standards/register/adoption_view.hpp"

#include "standards/register/register_index.hpp"
#include "standards/register/standard_view.hpp"
#include "standards/register/words.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;
using server::link;
using server::Url;

const ClauseAdoption* said_of(const AdoptionPage& page, const std::string& clause) {
    const auto found = std::ranges::find(page.said, clause, &ClauseAdoption::clause);
    return found == page.said.end() ? nullptr : &*found;
}

void evidence_cell(Writer& w, const std::string& evidence) {
    if (evidence.empty()) return;
    const auto here = Url::local(evidence);
    const auto there = Url::external(evidence);
    if (here || there) w.put<"<br><a href=\"{}\">{}</a>">(here ? *here : *there, evidence);
}

void sheet_row(Writer& w, const Clause& clause, std::size_t place, const ClauseAdoption* said) {
    w.put<"<tr><td>{}</td><th scope=\"row\">{}</th><td>">(place, clause.heading);
    if (said)
        parts::badge(w, words_for(said->status), tone_of(said->status));
    else
        w.put<"Not said">();
    w.put<"</td><td>">();
    if (said) {
        w.put<"{}">(said->note);
        evidence_cell(w, said->evidence);
    }
    w.put<"</td></tr>">();
}

/// What the board gets on paper.
void sheet(Writer& w, const site::Context& c, const AdoptionPage& page) {
    w.put<"<div class=\"board-sheet\"><div class=\"data-frame\" tabindex=\"0\" role=\"region\" "
          "aria-labelledby=\"sheet_\"><table class=\"data\"><caption id=\"sheet_\">{}: {}, {}</caption>"
          "<thead><tr>"
          "<th scope=\"col\">No.</th><th scope=\"col\">Clause</th><th scope=\"col\">Status</th>"
          "<th scope=\"col\">Note and evidence</th></tr></thead><tbody>">(page.center, name_of(page.standard),
                                                                          page.standard.title);
    for (std::size_t i = 0; i < page.text.clauses.size(); ++i)
        sheet_row(w, page.text.clauses[i], i + 1, said_of(page, page.text.clauses[i].id));
    w.put<"</tbody></table></div><p class=\"row-meta\"><span>As of ">();
    parts::date(w, c, page.last.value_or(c.now));
    w.put<"</span><span>{}</span></p></div>">(page.shared ? "Shared with all members"
                                                          : "Seen by this Center alone");
}

void clause_fields(Writer& w, const parts::State& state, const Clause& clause, std::size_t place) {
    std::vector<parts::Option> options;
    for (const auto status : base::all_values<AdoptionStatus>())
        options.push_back({std::string(base::enum_text(status)), std::string(words_for(status))});
    const auto status = "status_" + clause.id;
    const auto note = "note_" + clause.id;
    const auto evidence = "evidence_" + clause.id;
    w.put<"<div class=\"card stack\">">();
    parts::radio_group(w, state,
                       {.name = status,
                        .label = std::to_string(place) + ". " + clause.heading,
                        .options = options,
                        .optional = true,
                        .across = true});
    parts::text_area(w, state, {.name = note, .label = "Note", .optional = true, .size = "short"});
    parts::text_field(w, state,
                      {.name = evidence,
                       .label = "Where the evidence is",
                       .hint = "An address: https://… or a path here, like /practices/seals",
                       .optional = true});
    w.put<"</div>">();
}

void adoption_form(Writer& w, const site::Context& c, const AdoptionPage& page, const parts::State& state) {
    parts::form(w, c, link<"/standards/{}/adoption">(page.standard.number), {}, state, [&](Writer& in) {
        for (std::size_t i = 0; i < page.text.clauses.size(); ++i)
            clause_fields(in, state, page.text.clauses[i], i + 1);
        parts::checkbox(in, state,
                        {.name = "shared",
                         .label = "Let the members of the other Centers see how far we are",
                         .hint = "Without this only your own Center sees it. Counts without names appear "
                                 "on the standard's page once five Centers have said something."});
        parts::acts(in, [](Writer& row) { parts::submit(row, {.words = "Save"}); });
    });
}

} // namespace

server::Fields fields_of(const AdoptionPage& page) {
    server::Fields fields;
    for (const auto& said : page.said) {
        fields.add("status_" + said.clause, base::enum_text(said.status));
        fields.add("note_" + said.clause, said.note);
        fields.add("evidence_" + said.clause, said.evidence);
    }
    if (page.shared) fields.add("shared", "yes");
    return fields;
}

server::Response adoption_page(const site::Context& c, const AdoptionPage& page, const parts::State& state) {
    auto crumbs = way_to_register();
    crumbs.push_back({page.standard.number, address_of(page.standard)});
    const auto title = "How far we are with " + page.standard.number;
    return site::page(
        c, {.title = title, .section = "standards", .crumbs = crumbs},
        [&](Writer& w) {
            parts::page_head(w, title, page.standard.title);
            if (!page.said.empty()) {
                sheet(w, c, page);
                w.put<"<div class=\"posts-head no-print\"><h2>Change it</h2></div>">();
            }
            adoption_form(w, c, page, state);
        },
        state.problem ? 422 : 200);
}

} // namespace standards
