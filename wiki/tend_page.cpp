// What an owner or a steward does to a page besides writing it: rename, review, withdraw.
#include "base/text.hpp"
#include "members/members.hpp"
#include "notices/notices.hpp"
#include "revisions/drafts.hpp"
#include "search/index.hpp"
#include "wiki/may.hpp"
#include "wiki/page_index.hpp"
#include "wiki/page_store.hpp"

namespace wiki {
namespace {

base::Result<Page> page_to_tend(store::Reader& db, const site::Viewer& viewer, PageId id) {
    auto page = find_page(db, id);
    if (!page) return base::fail(base::ProblemKind::not_found, "There is no such page.");
    if (page->is_withdrawn()) return base::fail(base::ProblemKind::gone, "This page was withdrawn.");
    if (!may_tend(viewer, *page))
        return base::fail(base::ProblemKind::not_allowed,
                          "Only the page's owner and the stewards may do this.");
    return *std::move(page);
}

base::Result<Page> page_to_withdraw(store::Reader& db, const site::Viewer& viewer, PageId id) {
    auto page = find_page(db, id);
    if (!page) return base::fail(base::ProblemKind::not_found, "There is no such page.");
    if (!may_withdraw(viewer))
        return base::fail(base::ProblemKind::not_allowed,
                          "Only stewards may withdraw a page or bring it back.");
    return *std::move(page);
}

/// Puts the page into the index as it is now.
void index_again(store::Writer& db, PageId id) {
    const auto page = find_page(db, id).value();
    const auto newest = revisions::newest(db, page.text);
    const auto text = revisions::prepare(db, revisions::TextKind::page, newest.title, newest.body);
    index_page(db, page, text ? text->rendered : markup::Rendered{});
}

} // namespace

base::Result<> rename_page(store::Writer& db, const site::Viewer& viewer, PageId id,
                           std::string_view new_slug, base::Time at) {
    const auto page = page_to_tend(db, viewer, id);
    if (!page) return base::fail(page.error());
    const auto slug = new_slug.empty() ? base::slug(page->title) : std::string(new_slug);
    if (slug == page->slug) return {};
    if (!base::is_slug(slug))
        return base::fail_field("slug", "An address is made of small letters, digits and single hyphens.");
    if (free_slug(db, slug) != slug && !is_old_slug_of(db, slug, id))
        return base::fail_field("slug", "Another page has this address. Choose another one.");
    set_slug(db, id, page->slug, slug);
    revisions::move_drafts(db, server::link<"/practices/{}/">(page->slug).text(),
                           server::link<"/practices/{}/">(slug).text());
    tell_names(db, find_page(db, id).value());
    index_again(db, id);
    members::audit(db, viewer.id, "moved a page", "/practices/" + page->slug, "to /practices/" + slug, at);
    return {};
}

base::Result<> review_page(store::Writer& db, const site::Viewer& viewer, PageId id, const Review& review,
                           base::Time at) {
    const auto page = page_to_tend(db, viewer, id);
    if (!page) return base::fail(page.error());
    const auto area = find_area(db, review.area);
    if (!area) return base::fail_field("area", "Choose the practice area that it belongs to.");
    set_review(db, id, review.owner, review.next);
    if (review.reviewed) set_reviewed(db, id, at);
    if (review.owner) notices::watch(db, *review.owner, {notices::SubjectKind::page, id.value}, at);
    if (area->id == page->area) return {};
    set_area(db, id, area->id);
    index_again(db, id);
    return {};
}

base::Result<> withdraw_page(store::Writer& db, const site::Viewer& viewer, PageId id,
                             const std::string& reason, base::Time at) {
    const auto page = page_to_withdraw(db, viewer, id);
    if (!page) return base::fail(page.error());
    if (page->is_withdrawn()) return {};
    set_withdrawn(db, id, viewer.id, reason, at);
    search::remove(db, search::Kind::page, id.value);
    forget_names(db, *page);
    members::audit(db, viewer.id, "withdrew a page", "/practices/" + page->slug, reason, at);
    return {};
}

void forget_title(store::Writer& db, const Page& page, bool newest) {
    if (newest) set_saved(db, page.id, revisions::emptied_title, page.changed_at);
    auto slugs = old_slugs(db, page.id);
    slugs.push_back(page.slug);
    std::vector<std::string> addresses;
    for (const auto& slug : slugs) {
        addresses.push_back(server::link<"/practices/{}">(slug).text());
        addresses.push_back(addresses.back() + "/history");
    }
    notices::retitle(db, addresses, find_page(db, page.id).value().title);
}

base::Result<> return_page(store::Writer& db, const site::Viewer& viewer, PageId id, base::Time at) {
    const auto page = page_to_withdraw(db, viewer, id);
    if (!page) return base::fail(page.error());
    if (!page->is_withdrawn()) return {};
    if (revisions::newest(db, page->text).redacted_at)
        return base::fail(base::ProblemKind::conflict,
                          "The words of this page were removed for good. Write a new page instead.");
    set_returned(db, id);
    tell_names(db, *page);
    index_again(db, id);
    members::audit(db, viewer.id, "brought a page back", "/practices/" + page->slug, page->withdrawn_reason,
                   at);
    return {};
}

} // namespace wiki
