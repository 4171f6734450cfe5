#include "base/text.hpp"
#include "members/directory_view.hpp"
#include "members/handlers.hpp"

#include <algorithm>

namespace members {
namespace {

constexpr int page_size = 100;

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

} // namespace

Response show_centers(Context& c) {
    const auto state = upper(c.query.line("state"));
    CentersPage page{.filter = {.values = c.query},
                     .lines = list_centers(c.db, c.query.line("after"), state, page_size + 1),
                     .more = std::nullopt};
    if (page.lines.size() > page_size) {
        page.lines.pop_back();
        page.more = server::link<"/centers?state={}&after={}">(state, page.lines.back().slug);
    }
    return centers_page(c, page);
}

} // namespace members
