// What offices do already becomes a standard: the flow from a best-practice page to a proposal.
#include "app/pages.hpp"
#include "standards/proposals/proposal_text.hpp"
#include "standards/proposals/proposals.hpp"
#include "wiki/wiki.hpp"

namespace app {

server::Response show_propose_page(site::Context& c, const std::string& slug) {
    const auto page = wiki::find_page(c.db, slug);
    if (!page || page->is_withdrawn())
        return site::not_found(c, "There is no such page, or it was withdrawn.");
    // What the office must reach is the author's to say; the page says how, and is the evidence.
    server::Fields fields;
    fields.add("title", page->title);
    fields.add("body", standards::write_text({.statement = "A Center …",
                                              .clauses = {{"", "What can be answered with yes or no", ""}},
                                              .rationale = "…",
                                              .evidence = "- [[" + page->slug + "]]"}));
    fields.add("summary", "From the practice page");
    return standards::new_proposal_form(c, std::move(fields));
}

} // namespace app
