// Everything that an export reads, row by row, across all slices. Names of those who asked without being
// named, texts that were withdrawn, addresses and passwords are left out already here.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "store/reader.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app::exported {

template <class Row> using Visit = std::function<void(Row&&)>;

struct Center {
    std::string slug, name, jurisdiction, state;
    std::int64_t registered_voters;
    std::string equipment;
    std::string delegates; // handles by rank, with commas
    base::Time created_at;
};
void each_center(store::Reader& db, const Visit<Center>& visit);

struct Member {
    std::string handle, name, title, about;
    std::optional<std::string> center; // slug
    std::string role, zone;
    base::Time created_at;
    std::optional<base::Time> closed_at;
};
void each_member(store::Reader& db, const Visit<Member>& visit);

/// A category of the forum or a practice area.
struct Shelf {
    std::string slug, name, description;
};
std::vector<Shelf> categories(store::Reader& db);
std::vector<Shelf> areas(store::Reader& db);

struct Thread {
    std::int64_t id;
    std::string kind, category, title, tags;
    std::string author, author_name; // handle, "" for imported; both "" for unnamed
    bool unnamed;
    base::Time created_at;
    std::optional<base::Time> needed_by;
    bool pinned, locked;
    std::optional<base::Time> withdrawn_at;
    std::string withdrawn_reason;
};
void each_thread(store::Reader& db, const Visit<Thread>& visit);

struct Post {
    std::int64_t id, thread, number;
    std::optional<std::int64_t> under;
    std::string author, author_name;
    base::Time at;
    std::optional<base::Time> edited_at;
    std::int64_t revision; // number of the newest
    std::string body;
    std::int64_t votes;
    std::optional<std::string> accepted_states; // "OH,PA"; nothing: not accepted
    std::optional<base::Time> withdrawn_at;
    std::string withdrawn_reason;
};
void each_post(store::Reader& db, const Visit<Post>& visit);

struct Revision {
    std::int64_t post, number;
    std::string title, body, summary, author, author_name;
    base::Time at;
    std::string sha256;
    std::optional<std::int64_t> restores;
    std::optional<base::Time> redacted_at;
    bool withdrawn;
};
void each_revision(store::Reader& db, const Visit<Revision>& visit);

struct Vote {
    std::int64_t post;
    std::string member; // handle
    base::Time at;
};
void each_vote(store::Reader& db, const Visit<Vote>& visit);

/// Which version of which page, in an order that never puts a version before an older one of its page.
struct PageStep {
    std::int64_t page, number;
};
std::vector<PageStep> page_steps(store::Reader& db);

struct PageVersion {
    std::string slug, area, owner, title, body, summary;
    std::string author, author_name; // handle, "" for imported
    std::optional<base::Time> review_by;
    std::string formerly; // older slugs, with commas
    base::Time at;
};
PageVersion page_version(store::Reader& db, const PageStep& step);

struct WithdrawnPage {
    std::string slug, area, by, by_name, reason;
    base::Time at;
};
std::vector<WithdrawnPage> withdrawn_pages(store::Reader& db);

} // namespace app::exported
