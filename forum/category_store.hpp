// Categories and tags.
#pragma once

#include "forum/model.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace forum {

using TagId = base::Id<struct TagTag>;

/// All, in their order.
std::vector<Category> categories(store::Reader& db);
std::optional<Category> find_category(store::Reader& db, std::string_view slug);

/// Tags in use, the most used first.
std::vector<Tag> used_tags(store::Reader& db, int limit);
/// Tags that no thread has yet, by name.
std::vector<std::string> unused_tags(store::Reader& db, int limit);
struct FoundTag {
    TagId id;
    int threads;
};
std::optional<FoundTag> find_tag(store::Reader& db, std::string_view name);

std::vector<std::string> tags_of(store::Reader& db, ThreadId thread);
/// Gives the thread these tags and counts it under each; new tags are added.
void add_tags(store::Writer& db, ThreadId thread, const std::vector<std::string>& names);
void clear_tags(store::Writer& db, ThreadId thread);

enum class Count { up, down };
/// One thread more or fewer in a category; likewise under the thread's tags.
void count_in_category(store::Writer& db, CategoryId category, Count count);
void count_in_tags(store::Writer& db, ThreadId thread, Count count);

} // namespace forum
