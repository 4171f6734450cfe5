// Lists of pages: by area, by change, by what waits for review, by what links where.
#pragma once

#include "site/json.hpp"
#include "wiki/wiki.hpp"

namespace wiki {

/// The newest changes that come after `before` in the list: all, or in one area.
std::vector<PageRow> changed(store::Reader& db, const std::optional<AreaId>& area,
                             const std::optional<site::Cursor>& before, int limit);
/// The pages of an area by title, behind the page `after` (0: from the start).
std::vector<PageRow> in_area(store::Reader& db, AreaId area, PageId after, int limit);

/// A page's address and title, in short lists.
struct PageName {
    std::string slug;
    std::string title;
};
std::vector<PageName> names_in_area(store::Reader& db, AreaId area, int limit);
/// Pages that nobody reviewed in time, the longest due first.
std::vector<DueReview> overdue(store::Reader& db, base::Time now, int limit);
struct WithdrawnPage {
    std::string slug;
    std::string title;
    base::Time at;
    std::string reason;
};
std::vector<WithdrawnPage> withdrawn(store::Reader& db, int limit);
/// The pages whose text links this one, under its address or an old one, by title.
std::vector<PageName> linking(store::Reader& db, const Page& page, int limit);

} // namespace wiki
