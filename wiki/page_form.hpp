// The form of a page's text: a new page, or the next revision of one.
#pragma once

#include "revisions/editor_view.hpp"
#include "site/layout.hpp"
#include "wiki/wiki.hpp"

namespace wiki {

struct PageForm {
    std::string heading;
    server::Url action;
    server::Url back;
    std::string place; // of the draft
    parts::State state;
    std::vector<Area> areas{}; // of a new page only: where it may stand
    std::vector<site::Crumb> crumbs{};
    std::vector<parts::Tab> tabs{};
    std::optional<revisions::Draft> draft{};  // that the fields were filled with
    std::optional<server::Url> saved_since{}; // what others saved since the writer began
    std::optional<base::Result<std::string>> preview{};
};
/// Makes the preview of what the form holds; a text that cannot be shown gets its problem at the field.
void add_preview(store::Reader& db, PageForm& form);
/// 422 where the state has a problem, else 200.
server::Response show_page_form(const site::Context& c, const PageForm& form);

} // namespace wiki
