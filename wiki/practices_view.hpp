// The wiki's front and the shelf of one area.
#pragma once

#include "site/layout.hpp"
#include "site/parts.hpp"
#include "wiki/page_list_store.hpp"

namespace wiki {

struct Shelf {
    Area area;
    std::vector<PageName> pages; // the first few
};
struct Front {
    std::vector<DueReview> mine; // that the viewer owns and that are due
    std::vector<Shelf> shelves;
    std::vector<PageRow> recent;
    std::vector<DueReview> overdue; // of everybody; for stewards
    std::vector<WithdrawnPage> withdrawn;
};
server::Response front_page(const site::Context& c, const Front& front);

struct AreaList {
    Area area;
    std::vector<PageRow> pages;
    bool watching = false;
    bool is_first_page = true;
    bool has_more = false;
};
server::Response area_page(const site::Context& c, const AreaList& list);

} // namespace wiki
