#include "wiki/page_lookup.hpp"

#include "base/text.hpp"
#include "wiki/may.hpp"
#include "wiki/page_view.hpp"

namespace wiki {
namespace {

/// 308 to where the page is now, with all that stood behind the old slug.
server::Response moved(const site::Context& c, const std::string& slug, std::string_view rest) {
    auto where =
        (c.is_api() ? server::link<"/api/v1/pages/{}">(slug) : server::link<"/practices/{}">(slug)).text();
    where += rest;
    if (!c.request.query.empty()) where += "?" + c.request.query;
    const auto url = server::Url::local(where);
    return url ? server::moved(*url) : server::moved(server::link<"/practices/{}">(slug));
}

} // namespace

Lookup look_up(site::Context& c, const std::string& slug, std::string_view rest) {
    auto page = find_page(c.db, slug);
    if (page && !page->is_withdrawn()) return {std::move(page)};
    if (page) {
        const std::string detail = "This page was withdrawn: " + page->withdrawn_reason;
        // The page of a problem shows what was typed; the tombstone is for who only reads.
        const bool is_sent = c.is_api() || c.request.method == server::Method::post;
        return {std::nullopt,
                is_sent ? site::problem(c, base::ProblemKind::gone, detail) : withdrawn_page(c, *page)};
    }
    if (const auto new_slug = find_moved(c.db, slug)) return {std::nullopt, moved(c, *new_slug, rest)};
    if (c.is_api() || c.request.method == server::Method::post)
        return {std::nullopt, site::not_found(c, "There is no page of this name.")};
    return {std::nullopt, missing_page(c, slug)};
}

Lookup look_up_history(site::Context& c, const std::string& slug, std::string_view rest) {
    if (auto page = find_page(c.db, slug); page && page->is_withdrawn() && may_read_withdrawn(c.viewer))
        return {std::move(page)};
    return look_up(c, slug, rest);
}

Lookup look_up_withdrawn(site::Context& c, const std::string& slug) {
    auto page = find_page(c.db, slug);
    if (page) return {std::move(page)};
    return {std::nullopt, site::not_found(c, "There is no page of this name.")};
}

} // namespace wiki
