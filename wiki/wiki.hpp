// What can be done with best-practice pages, with explicit author and time: for the handlers here, and for
// imports, the demonstration content and the flows of app. Acts that only an owner or a steward may do take
// the viewer.
#pragma once

#include "base/problem.hpp"
#include "revisions/revisions.hpp"
#include "site/context.hpp"
#include "site/viewer.hpp"
#include "wiki/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wiki {

/// Whether those who watch are told; an import tells nobody.
enum class Tell { watchers, nobody };

struct NewPage {
    std::string slug; // "": made from the title
    std::string area; // slug
    std::optional<MemberId> owner{};
    std::optional<base::Time> review_by{};
};

/// Makes a page of a prepared text, whose title is the page's. The author and the owner watch it. Fails with
/// `invalid` at `title` or `slug` where the address is taken, and at `area`.
base::Result<PageId> create_page(store::Writer& db, const NewPage& page, const revisions::Prepared& text,
                                 const revisions::Author& author, Tell tell = Tell::watchers);

/// Saves on top of `base_revision`; see revisions::save for merges and conflicts. Fails with `gone` for a
/// withdrawn page.
base::Result<revisions::Saved> save_page(store::Writer& db, PageId page, int base_revision,
                                         const revisions::Prepared& text, const revisions::Author& author,
                                         Tell tell = Tell::watchers);
/// Makes an older revision the newest again.
base::Result<revisions::Saved> restore_page(store::Writer& db, PageId page, int revision,
                                            const revisions::Author& author, Tell tell = Tell::watchers);

/// Moves the page to another address; the old one leads on. An empty slug is made from the title.
base::Result<> rename_page(store::Writer& db, const site::Viewer& viewer, PageId page,
                           std::string_view new_slug, base::Time at);

/// What a review settles.
struct Review {
    std::string area; // slug
    std::optional<MemberId> owner{};
    std::optional<base::Time> next{};
    bool reviewed = false; // the text was read and is right
};
base::Result<> review_page(store::Writer& db, const site::Viewer& viewer, PageId page, const Review& review,
                           base::Time at);

/// A viewer without a number stands for the program itself (an import). Leaves a tombstone with the reason;
/// nothing is lost, and a steward can bring the page back.
base::Result<> withdraw_page(store::Writer& db, const site::Viewer& viewer, PageId page,
                             const std::string& reason, base::Time at);
/// What follows when a revision was emptied: of the newest its title goes, and that of the inboxes with it.
void forget_title(store::Writer& db, const Page& page, bool newest);
/// Fails with `conflict` where the newest words were removed for good.
base::Result<> return_page(store::Writer& db, const site::Viewer& viewer, PageId page, base::Time at);

/// The page at this address, withdrawn or not; old addresses are not looked up.
std::optional<Page> find_page(store::Reader& db, std::string_view slug);
std::optional<Page> find_page(store::Reader& db, PageId page);
/// Where the page of an old address is now.
std::optional<std::string> find_moved(store::Reader& db, std::string_view old_slug);
/// A slug that is neither a page's nor an old address: `wanted`, or with -2, -3 … behind it.
std::string free_slug(store::Reader& db, std::string_view wanted);
/// The slug of the area of that name (or slug), which is added behind the others where there is none yet: for
/// imports.
std::string find_or_add_area(store::Writer& db, std::string_view name);
/// Every area in order, with its number of pages.
std::vector<Area> areas(store::Reader& db);
/// The newest changes first: at most `limit` pages.
std::vector<PageRow> recent_changes(store::Reader& db, int limit);
/// The pages that this member owns and that are due for review, the longest due first.
std::vector<DueReview> waiting_for(store::Reader& db, MemberId member, base::Time now);

/// "2027-03-01" as the program keeps a day: its noon UTC. Nothing if it is no day.
std::optional<base::Time> parse_day(std::string_view date);
/// "2027-03-01"
std::string day_text(base::Time day);

/// The form of a new page, filled in: for an answer that becomes a page. Fields: title, area, body, summary.
server::Response new_page_form(site::Context& c, server::Fields filled);

/// What is wrong with pages, redirects and names: one sentence each; empty is good.
std::vector<std::string> check(store::Reader& db);
/// Makes names, links and the search index of all pages again.
void rebuild(store::Writer& db);

} // namespace wiki
