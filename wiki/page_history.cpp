#include "notices/see.hpp"
#include "wiki/handlers.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_view.hpp"

namespace wiki {
namespace {

std::string behind(int number, std::string_view rest = "") {
    return "/revisions/" + std::to_string(number) + std::string(rest);
}

} // namespace

server::Response show_page_history(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up_history(c, slug, "/history");
    if (!page) return instead;
    notices::see(c, address_of(*page).text() + "/history");
    return revisions::show_history(c, chain_of(c, *page));
}

server::Response show_page_revision(site::Context& c, const std::string& slug, int number) {
    const auto [page, instead] = look_up_history(c, slug, behind(number));
    return page ? revisions::show_revision(c, chain_of(c, *page), number) : instead;
}

server::Response show_page_compare(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up_history(c, slug, "/compare");
    return page ? revisions::show_compare(c, chain_of(c, *page)) : instead;
}

server::Response show_redact_page(site::Context& c, const std::string& slug, int number) {
    const auto [page, instead] = look_up_history(c, slug, behind(number, "/redact"));
    return page ? revisions::show_redact(c, chain_of(c, *page), number) : instead;
}

server::Response post_redact_page(site::Context& c, const std::string& slug, int number) {
    const auto [page, instead] = look_up_history(c, slug, behind(number, "/redact"));
    return page ? revisions::redact_revision(c, chain_of(c, *page), number) : instead;
}

server::Response post_restore_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/restore");
    if (!page) return instead;
    const auto number = static_cast<int>(c.input.number("revision").value_or(0));
    const auto saved = c.write([&](store::Writer& db) {
        return restore_page(db, page->id, number, {c.viewer.id, "", c.now, c.input.line("summary")});
    });
    if (!saved) return site::problem(c, saved.error());
    return site::done(c, address_of(*page),
                      saved->how == revisions::Saving::unchanged
                          ? "That is the current text already."
                          : "Revision " + std::to_string(number) + " is the current text again.");
}

} // namespace wiki
