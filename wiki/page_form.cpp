#include "wiki/page_form.hpp"

namespace wiki {
namespace {

using html::Writer;

void area_field(Writer& w, const PageForm& form) {
    if (form.areas.empty()) return;
    std::vector<parts::Option> options;
    for (const auto& area : form.areas)
        options.push_back({area.slug, area.name});
    parts::select_field(
        w, form.state,
        {.name = "area", .label = "Practice area", .options = options, .first = "Choose an area"});
}

void fields(Writer& w, const site::Context& c, const PageForm& form) {
    revisions::draft_note(w, c, form.draft);
    if (form.saved_since)
        parts::notice(w, parts::Tone::care, [&](Writer& inner) {
            inner.put<"<p>Somebody saved this page after you began. Your changes will be merged with theirs "
                      "when you "
                      "save. <a href=\"{}\">What they changed</a></p>">(*form.saved_since);
        });
    if (form.areas.empty()) parts::hidden_field(w, "base_revision", form.state.value("base_revision"));
    parts::text_field(w, form.state, {.name = "title", .label = "Title", .max_length = 200});
    area_field(w, form);
    parts::markdown_field(
        w, form.state,
        {.name = "body",
         .label = "Text",
         .hint = form.areas.empty() ? "" : "The headings are a suggestion: take out what does not fit.",
         .size = "tall"});
    parts::text_field(w, form.state,
                      {.name = "summary",
                       .label = form.areas.empty() ? "What did you change, and why?" : "Where is it from?",
                       .hint = "Shown in the history.",
                       .optional = true,
                       .max_length = 300});
    revisions::editing_acts(w, {.save = form.areas.empty() ? "Save the page" : "Publish the page",
                                .place = form.place,
                                .back = form.back});
}

} // namespace

void add_preview(store::Reader& db, PageForm& form) {
    form.preview = revisions::preview(db, form.state.value("body"));
    if (!*form.preview) form.state.problem = form.preview->error();
}

server::Response show_page_form(const site::Context& c, const PageForm& form) {
    const site::Frame frame{.title = form.heading, .section = "practices", .crumbs = form.crumbs};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, form.heading);
            if (!form.tabs.empty()) parts::tabs(w, "This page", form.tabs);
            w.put<"<div class=\"stack-wide text-wide\">">();
            if (form.preview) revisions::preview_part(w, *form.preview);
            parts::form(w, c, form.action, {.draft = form.place}, form.state,
                        [&](Writer& inner) { fields(inner, c, form); });
            w.put<"</div>">();
        },
        form.state.problem ? 422 : 200);
}

} // namespace wiki
