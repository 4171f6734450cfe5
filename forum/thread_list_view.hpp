// A list of threads with its filters, and what stands beside it.
#pragma once

#include "forum/forum.hpp"
#include "forum/list_query.hpp"
#include "site/parts.hpp"

namespace forum {

struct ListPage {
    std::string title;
    std::string lede;
    ListPlace place;
    ThreadQuery query;
    Waiting waiting{};            // on the front page without filters
    std::vector<Thread> pinned{}; // above the first part
    ThreadList list{};
    std::vector<Category> categories{};
    std::vector<Tag> tags{};
    std::optional<bool> watching{}; // of a category: shown as a switch
};

void thread_list_view(html::Writer& w, const site::Context& c, const ListPage& page);

} // namespace forum
