// Lists of threads: filtered, sorted, part by part. Each way of asking has an index that gives its order.
#pragma once

#include "forum/category_store.hpp"
#include "site/json.hpp"

namespace forum {

enum class Sort { active, newest, unanswered, needed_by };

constexpr auto enum_names(Sort) {
    return std::array<std::string_view, 4>{"active", "new", "unanswered", "needed_by"};
}

/// Of a question: has it an answer? Of any thread: does it take replies?
enum class State { unanswered, answered, open, locked };

constexpr auto enum_names(State) {
    return std::array<std::string_view, 4>{"unanswered", "answered", "open", "locked"};
}

struct ThreadQuery {
    std::optional<Category> category{};
    std::optional<ThreadKind> kind{};
    std::optional<FoundTag> tag{};
    std::optional<State> state{};
    Sort sort = Sort::active;
    std::optional<site::Cursor> after{};
    bool without_pinned = false; // they stand above the list already
};

struct ThreadList {
    std::vector<Thread> threads;
    std::optional<site::Cursor> next;
};

/// At most `limit` threads in the order that was asked for. `now` decides which days are past.
ThreadList list_threads(store::Reader& db, const ThreadQuery& query, MemberId viewer, base::Time now,
                        int limit);
/// Pinned threads of one category, or of all.
std::vector<Thread> pinned_threads(store::Reader& db, std::optional<CategoryId> category, MemberId viewer);

} // namespace forum
