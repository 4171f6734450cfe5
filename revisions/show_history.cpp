#include "base/text.hpp"
#include "revisions/history_view.hpp"

namespace revisions {
namespace {

constexpr int page_size = 50;

} // namespace

server::Response show_history(site::Context& c, const Chain& chain) {
    HistoryList list;
    const auto below = c.query.number("below").value_or(0);
    list.is_first_page = below <= 0 || below > 1'000'000'000;
    list.newest = newest_number(c.db, chain.text);
    list.revisions =
        history(c.db, chain.text, list.is_first_page ? 0 : static_cast<int>(below), page_size + 1);
    list.has_older = list.revisions.size() > page_size;
    if (list.has_older) list.revisions.pop_back();
    if (list.revisions.empty()) return site::not_found(c, "There are no revisions that old.");

    const site::Frame frame{
        .title = "History of " + chain.title, .section = chain.section, .crumbs = chain.crumbs};
    return site::page(c, frame, [&](html::Writer& w) {
        parts::page_head(w, frame.title, base::counted(list.newest, "revision", "revisions"));
        parts::tabs(w, "This page", chain.tabs);
        history_view(w, c, chain, list);
    });
}

} // namespace revisions
