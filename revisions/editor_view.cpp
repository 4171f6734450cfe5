#include "revisions/editor_view.hpp"

#include "markup/render.hpp"
#include "members/members.hpp"
#include "revisions/revisions_store.hpp"

namespace revisions {

using html::Writer;

void draft_note(Writer& w, const site::Context& c, const std::optional<Draft>& draft) {
    if (!draft) return;
    parts::notice(w, parts::Tone::plain, [&](Writer& inner) {
        inner.put<"<p>This is your draft from ">();
        parts::when(inner, c, draft->at);
        inner.put<", not sent yet. <a href=\"/drafts\">Your drafts</a></p>">();
    });
}

void editing_acts(Writer& w, const EditingActs& acts) {
    if (!acts.place.empty()) parts::hidden_field(w, "key", acts.place);
    parts::acts(w, [&](Writer& row) {
        parts::submit(row, {.words = acts.save});
        parts::submit(row,
                      {.words = "Preview", .look = parts::Look::plain, .name = "act", .value = "preview"});
        if (!acts.place.empty())
            row.put<"<button class=\"button quiet\" formaction=\"/drafts\">Keep as a draft</button>">();
        if (acts.back) parts::button_link(row, *acts.back, "Cancel", parts::Look::quiet);
    });
}

bool wants_preview(const site::Context& c) {
    return c.input.raw("act") == "preview";
}

base::Result<std::string> preview(store::Reader& db, std::string_view body, TextKind kind) {
    markup::Options options;
    options.limits = markup::page_limits;
    options.id_prefix = "preview-";
    options.first_heading = 2;
    options.written_ids = kind == TextKind::proposal;
    options.is_member = [&](std::string_view handle) {
        return members::find_by_handle(db, handle).has_value();
    };
    options.page_title = [&](std::string_view slug) { return page_name(db, slug); };
    auto rendered = markup::render(body, options);
    if (!rendered) return base::fail_field("body", rendered.error().detail);
    return std::move(rendered->html);
}

void preview_part(Writer& w, const base::Result<std::string>& html) {
    if (!html) return;
    w.put<"<section class=\"card stack\" aria-labelledby=\"preview\"><h2 id=\"preview\">Preview</h2>"
          "<p class=\"hint\">Nothing is saved yet.</p><div class=\"prose\">{}</div></section>">(
        html::Safe::trusted(*html));
}

} // namespace revisions
