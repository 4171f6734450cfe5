// Decides before anything is written which page each file becomes, so that links can lead to pages that come
// later.
#pragma once

#include "app/import/front_matter.hpp"
#include "app/import/page_links.hpp"
#include "app/import/page_source.hpp"
#include "store/reader.hpp"

#include <string>
#include <vector>

namespace app {

struct PlannedPage {
    const PageFile* file;
    std::string slug;
    std::string area;      // name or slug
    std::string owner;     // handle, or ""
    std::string review_by; // "2027-03-01", or ""
};

struct PagePlan {
    std::vector<PlannedPage> pages;
    PageLinks links;
};

PagePlan plan_pages(store::Reader& db, const PageSource& source, const std::string& area);

} // namespace app
