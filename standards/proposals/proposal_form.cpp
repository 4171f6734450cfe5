#include "standards/proposals/proposal_form.hpp"

#include "standards/proposals/proposal_text.hpp"

namespace standards {
namespace {

using html::Writer;

void how_to(Writer& w) {
    w.put<
        "<details class=\"more\"><summary>How the text is built</summary><div class=\"stack\">"
        "<p>First the statement: what a Center does. Below <code>## Clauses</code> each criterion has a heading of "
        "its own, a sentence that an office can answer with yes, no or a number, and below it what counts. Then "
        "<code>## Why it matters</code> and <code>## Evidence</code>, with links to threads, pages and laws.</p>"
        "<pre tabindex=\"0\" role=\"region\" aria-label=\"An example\">A Center never leaves voted ballots with one "
        "person alone.\n\n## Clauses\n\n### Logs show two names for every transfer of the last election\n\n"
        "Exceptions are listed with their reason.\n\n## Why it matters\n\nNobody should have to prove that they did "
        "nothing.\n\n## Evidence\n\n- [[chain-of-custody]]</pre>"
        "<p>A clause gets its id, as in <code>{#c3}</code>, when it is first saved. Leave the id with its clause when "
        "you reword or move it: comments hold on to it.</p></div></details>">();
}

void fields(Writer& w, const site::Context& c, const ProposalForm& form) {
    revisions::draft_note(w, c, form.draft);
    if (form.saved_since)
        parts::notice(w, parts::Tone::care, [&](Writer& in) {
            in.put<
                "<p>Somebody saved this text after you began. Your changes will be merged with theirs when you "
                "save. <a href=\"{}\">What they changed</a></p>">(*form.saved_since);
        });
    if (!form.is_new) parts::hidden_field(w, "base_revision", form.state.value("base_revision"));
    parts::text_field(
        w, form.state,
        {.name = "title", .label = "Title", .hint = "A few words: “Two people”.", .max_length = 200});
    parts::markdown_field(
        w, form.state,
        {.name = "body",
         .label = "Text",
         .hint = form.is_new ? "A sentence is enough for an idea. Clauses can come later." : "",
         .size = "tall"});
    how_to(w);
    parts::text_field(w, form.state,
                      {.name = "summary",
                       .label = form.is_new ? "Where does it come from?" : "What did you change, and why?",
                       .hint = "Shown in the history and on the timeline.",
                       .optional = true,
                       .max_length = 300});
    revisions::editing_acts(w, {.save = form.save, .place = form.place, .back = form.back});
}

} // namespace

void add_preview(store::Reader& db, ProposalForm& form) {
    // As it will be saved, so that what is wrong with its form shows now.
    const auto text = read_text(form.state.values.text("body"));
    form.preview = text ? revisions::preview(db, write_text(*text), revisions::TextKind::proposal)
                        : base::fail(text.error());
    if (!*form.preview) form.state.problem = form.preview->error();
}

server::Response show_proposal_form(const site::Context& c, const ProposalForm& form) {
    const site::Frame frame{.title = form.heading, .section = "standards", .crumbs = form.crumbs};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, form.heading,
                             form.is_new
                                 ? "It begins as an idea. When three Centers endorse it, it becomes a draft."
                                 : "");
            if (!form.tabs.empty()) parts::tabs(w, "This proposal", form.tabs);
            w.put<"<div class=\"stack-wide text-wide\">">();
            if (form.preview) revisions::preview_part(w, *form.preview);
            parts::form(w, c, form.action, {.draft = form.place}, form.state,
                        [&](Writer& in) { fields(in, c, form); });
            w.put<"</div>">();
        },
        form.state.problem ? site::status_of(form.state.problem->kind) : 200);
}

NewProposal read_proposal(const site::Context& c) {
    return {.title = c.input.line("title"), .body = c.input.text("body"), .summary = c.input.line("summary")};
}

std::string edit_place(const Proposal& proposal, std::string_view base_revision) {
    return server::link<"/standards/proposals/{}/edit">(proposal.id).text() +
           "?base=" + std::string(base_revision);
}

base::Result<revisions::Saved> save_sent(site::Context& c, const Proposal& proposal,
                                         const NewProposal& mine) {
    const auto base = c.input.number("base_revision").value_or(0);
    const int base_revision = base > 0 && base <= 1'000'000'000 ? static_cast<int>(base) : 0;
    return c.write([&](store::Writer& db) {
        auto saved = save_proposal(db, c.viewer, proposal.id, base_revision, mine, c.now);
        if (saved && saved->how != revisions::Saving::conflict)
            revisions::forget_drafts_under(db, c.viewer.id, edit_place(proposal, ""));
        return saved;
    });
}

} // namespace standards
