// What every form for a Markdown text shares: the draft that was found, the preview, the buttons at its end.
//
//     const auto draft = revisions::find_draft(c.db, c.viewer.id, place);
//     if (draft) state.values = revisions::fields_of(*draft);
//     parts::form(w, c, action, {.draft = place}, state, [&](Writer& w) {
//         revisions::draft_note(w, c, draft);
//         parts::markdown_field(w, state, {.name = "body", .label = "Your answer"});
//         revisions::editing_acts(w, {.save = "Post your answer", .place = place});
//     });
//
// The handler of the form asks revisions::wants_preview(c) before it saves, and shows the form again with
// revisions::preview_part if so.
#pragma once

#include "base/problem.hpp"
#include "revisions/drafts.hpp"
#include "revisions/revisions.hpp"
#include "site/parts.hpp"

namespace revisions {

/// "This is your draft from …", with what to do about it. Nothing when there is no draft.
void draft_note(html::Writer& w, const site::Context& c, const std::optional<Draft>& draft);

struct EditingActs {
    std::string_view save; // the words of the main button
    std::string_view place;
    std::optional<server::Url> back{}; // "Cancel"
};
/// Save, preview, keep as a draft; all without script. Writes the hidden field `key` with the place.
void editing_acts(html::Writer& w, const EditingActs& acts);

/// Whether the form was sent by its preview button.
bool wants_preview(const site::Context& c);
/// The text as it would look, as HTML; ids inside begin with "preview-". Fails as `prepare` does.
base::Result<std::string> preview(store::Reader& db, std::string_view body, TextKind kind = TextKind::page);
/// The preview above the form; a problem is shown at the field instead, so this then writes nothing.
void preview_part(html::Writer& w, const base::Result<std::string>& html);

} // namespace revisions
