// What the form and the API send for a page's text, and saving it.
#pragma once

#include "wiki/wiki.hpp"

namespace wiki {

struct PageInput {
    std::string title;
    std::string body;
    std::string summary;
    int base_revision = 0; // 0: none was sent
};

PageInput read_page_input(const site::Context& c);
/// Complains about what cannot be saved.
void check_page_input(const PageInput& input, server::Complaints& complaints);
/// Whoever writes as the viewer now.
revisions::Author author_of(const site::Context& c, const PageInput& input);
/// Checks, renders, saves and forgets the viewer's drafts of the page. Fails as save_page does, and with
/// `invalid` for the input.
base::Result<revisions::Saved> save_input(site::Context& c, const Page& page, PageInput& input);

/// Owner and review date of a form or a JSON object: fields `owner` (a handle) and `review_by` (a day).
struct Keeping {
    std::optional<MemberId> owner;
    std::optional<base::Time> review_by;
};
Keeping read_keeping(const site::Context& c, server::Complaints& complaints);

} // namespace wiki
