#include "wiki/page_input.hpp"

#include "markup/admission.hpp"
#include "members/members.hpp"
#include "revisions/conflict_view.hpp"
#include "revisions/drafts.hpp"
#include "wiki/handlers.hpp"

namespace wiki {
namespace {

/// Forms drop the line ends at a text's end; it keeps those that it had, so that they do not count as a
/// change.
void keep_last_line_ends(store::Reader& db, const Page& page, PageInput& input) {
    const auto base = revisions::find_revision(db, page.text, input.base_revision);
    if (!base || input.body.ends_with('\n')) return;
    const auto last = base->body.find_last_not_of('\n');
    if (last != std::string::npos) input.body += base->body.substr(last + 1);
}

} // namespace

PageInput read_page_input(const site::Context& c) {
    PageInput input;
    input.title = c.input.line("title");
    input.body = c.input.text("body");
    input.summary = c.input.line("summary");
    const auto base = c.input.number("base_revision").value_or(0);
    if (base > 0 && base <= 1'000'000'000) input.base_revision = static_cast<int>(base);
    return input;
}

void check_page_input(const PageInput& input, server::Complaints& complaints) {
    complaints.check_length("title", "The title", input.title, 200);
    complaints.check_length("body", "The text", input.body, markup::page_limits.bytes);
    if (!input.summary.empty()) complaints.check_length("summary", "The summary", input.summary, 300);
    if (revisions::has_conflict_marks(input.body))
        complaints.add(
            "body", "The marker lines of a conflict (<<<<<<<, =======, >>>>>>>) are still in the text. Keep "
                    "what is right and take them out.");
}

revisions::Author author_of(const site::Context& c, const PageInput& input) {
    return {c.viewer.id, "", c.now, input.summary};
}

base::Result<revisions::Saved> save_input(site::Context& c, const Page& page, PageInput& input) {
    server::Complaints complaints;
    check_page_input(input, complaints);
    if (input.base_revision == 0)
        complaints.add("base_revision", "Say which revision the text is based on: the newest is " +
                                            std::to_string(page.revision) + ".");
    if (complaints.any()) return base::fail(complaints.problem());
    keep_last_line_ends(c.db, page, input);
    const auto text = revisions::prepare(c.db, revisions::TextKind::page, input.title, input.body);
    if (!text) return base::fail(text.error());
    return c.write([&](store::Writer& db) {
        auto saved = save_page(db, page.id, input.base_revision, *text, author_of(c, input));
        if (saved && saved->how != revisions::Saving::conflict)
            revisions::forget_drafts_under(db, c.viewer.id, edit_place(page, ""));
        return saved;
    });
}

Keeping read_keeping(const site::Context& c, server::Complaints& complaints) {
    Keeping keeping;
    auto handle = c.input.line("owner");
    if (handle.starts_with('@')) handle.erase(0, 1);
    if (!handle.empty()) {
        keeping.owner = members::find_by_handle(c.db, handle);
        if (!keeping.owner)
            complaints.add("owner", "Nobody here is called “" + handle + "”. Give the name after @.");
    }
    if (const auto day = c.input.line("review_by"); !day.empty()) {
        keeping.review_by = parse_day(day);
        if (!keeping.review_by) complaints.add("review_by", "Give a date like 2027-03-01.");
    }
    return keeping;
}

} // namespace wiki
