// The words of the wiki as types: areas, pages, and what stands in their lists.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wiki {

using base::MemberId;
using base::PageId;
using base::TextId;
using AreaId = base::Id<struct AreaTag>;

struct Area {
    AreaId id;
    std::string slug;
    std::string name;
    std::string sentence;
    std::int64_t pages = 0; // that are not withdrawn
};

struct Page {
    PageId id;
    std::string slug;
    std::string title;
    AreaId area;
    std::string area_slug;
    std::string area_name;
    std::optional<MemberId> owner;
    std::string owner_name; // "" without an owner
    std::string owner_handle;
    std::optional<base::Time> review_by; // noon UTC of the day
    std::optional<base::Time> reviewed_at;
    TextId text;
    int revision; // number of the newest
    base::Time created_at;
    base::Time changed_at;
    std::string changed_by; // name of who wrote the newest revision
    std::string changed_by_handle;
    std::string changed_by_state;
    std::optional<base::Time> withdrawn_at;
    std::string withdrawn_by;
    std::string withdrawn_reason;

    [[nodiscard]] bool is_withdrawn() const { return withdrawn_at.has_value(); }
    [[nodiscard]] bool is_overdue(base::Time now) const { return review_by && *review_by < now; }
};

/// A page in a list.
struct PageRow {
    PageId id;
    std::string slug;
    std::string title;
    std::string area_slug;
    std::string area_name;
    std::string owner_name;
    std::string owner_handle;
    std::optional<base::Time> review_by;
    base::Time created_at;
    base::Time changed_at;
    int revision;
    std::string changed_by;
    std::string changed_by_handle;
    std::string summary; // of the newest revision
};

/// A page that waits for its owner's review.
struct DueReview {
    std::string slug;
    std::string title;
    base::Time review_by;
};

} // namespace wiki
