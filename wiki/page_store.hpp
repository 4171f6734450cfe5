// The SQL of areas, pages and their old addresses. What changes a page goes through pages.cpp and
// tend_page.cpp.
#pragma once

#include "wiki/wiki.hpp"

namespace wiki {

struct PageRecord {
    std::string slug;
    std::string title;
    AreaId area;
    TextId text;
    std::optional<MemberId> owner;
    std::optional<base::Time> review_by;
    base::Time created_at;
};
PageId add_page(store::Writer& db, const PageRecord& record);
void set_saved(store::Writer& db, PageId page, std::string_view title, base::Time at);
void set_area(store::Writer& db, PageId page, AreaId area);
void set_review(store::Writer& db, PageId page, const std::optional<MemberId>& owner,
                const std::optional<base::Time>& next);
void set_reviewed(store::Writer& db, PageId page, base::Time at);
void set_withdrawn(store::Writer& db, PageId page, MemberId by, std::string_view reason, base::Time at);
void set_returned(store::Writer& db, PageId page);
/// Gives the page another slug; the old one becomes an old address, and the new one is none any more.
void set_slug(store::Writer& db, PageId page, std::string_view old_slug, std::string_view new_slug);

std::optional<Area> find_area(store::Reader& db, std::string_view slug);
/// The old addresses of a page.
std::vector<std::string> old_slugs(store::Reader& db, PageId page);
/// Whether an address is a page's, now or formerly.
bool is_taken(store::Reader& db, std::string_view slug);
/// Whether it leads to this page already.
bool is_old_slug_of(store::Reader& db, std::string_view slug, PageId page);

} // namespace wiki
