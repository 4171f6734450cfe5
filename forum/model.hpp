// The things of the forum as the database gives them: plain rows for pages, API and rules alike.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/id.hpp"
#include "site/viewer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace forum {

using base::MemberId;
using base::PostId;
using base::ThreadId;
using CategoryId = base::Id<struct CategoryTag>;

enum class ThreadKind { question, discussion, story, announcement };

constexpr auto enum_names(ThreadKind) {
    return std::array<std::string_view, 4>{"question", "discussion", "story", "announcement"};
}

/// Whether the thread's author is named, or shown as "a member of a small office in Ohio". Staff sees the
/// name.
enum class Attribution { named, unnamed };

constexpr auto enum_names(Attribution) {
    return std::array<std::string_view, 2>{"named", "unnamed"};
}

constexpr int posts_a_page = 20;
constexpr std::size_t most_tags = 5;
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_comment = 2'000;
/// A longer exchange belongs into a discussion, where it can be found.
constexpr int most_comments = 50;

struct Category {
    CategoryId id;
    std::string slug;
    std::string name;
    std::string description;
    int threads;
};

struct Tag {
    std::string name;
    int threads;
};

/// A thread with its author, for a list or at the head of its page.
struct Thread {
    ThreadId id;
    ThreadKind kind;
    CategoryId category;
    std::string category_slug;
    std::string category_name;
    std::string title;
    std::string slug;
    std::optional<MemberId> author; // nothing: imported
    std::string author_handle;
    std::string author_name;
    site::Role author_role;
    base::CenterId center; // 0: program staff, or imported
    std::string center_name;
    std::string state; // "OH", or ""
    std::int64_t registered_voters;
    Attribution attribution;
    base::Time created_at;
    base::Time active_at;
    std::optional<base::Time> needed_by;
    bool pinned;
    bool locked;
    int posts; // all ever written
    int replies;
    int accepted;
    PostId last_post;
    PostId seen;      // the newest post that the viewer has seen; 0: never opened
    std::string tags; // "audit,rla"
    std::optional<base::Time> withdrawn_at;
    std::optional<std::string> withdrawn_by; // name
    std::string withdrawn_reason;
};

/// A post with its author, its HTML and what the viewer did with it.
struct Post {
    PostId id;
    ThreadId thread;
    int number; // 1 opens the thread
    std::optional<PostId> under;
    base::TextId text;
    std::optional<MemberId> author;
    std::string author_handle;
    std::string author_name;
    site::Role author_role;
    base::CenterId center;
    std::string center_name;
    std::string state;
    std::int64_t registered_voters;
    base::Time at;
    std::optional<base::Time> edited_at;
    int votes;
    bool accepted;
    int comments;
    std::string html;                           // "" once it is withdrawn
    std::optional<std::string> accepted_states; // "OH,PA"; "": accepted without naming any
    std::optional<std::string> accepted_by;     // name
    bool voted;                                 // by the viewer
    std::optional<base::Time> withdrawn_at;
    std::optional<std::string> withdrawn_by; // name
    std::string withdrawn_reason;

    [[nodiscard]] bool opens() const { return number == 1; }
};

/// What acts need of a thread: the rules' facts, and what is counted on.
struct ThreadState {
    ThreadId id;
    ThreadKind kind;
    CategoryId category;
    std::string title;
    std::string slug;
    std::optional<MemberId> author;
    Attribution attribution;
    bool pinned;
    bool locked;
    bool withdrawn;
    int posts;
    int replies;
};

/// What acts need of a post.
struct PostState {
    PostId id;
    ThreadId thread;
    int number;
    std::optional<PostId> under;
    base::TextId text;
    std::optional<MemberId> author;
    bool accepted;
    bool withdrawn;
    int comments;

    [[nodiscard]] bool opens() const { return number == 1; }
};

} // namespace forum
