#include "notices/handlers.hpp"
#include "notices/inbox_view.hpp"
#include "site/layout.hpp"

namespace notices {
namespace {

constexpr int read_a_page = 50;

InboxPage read_page(site::Context& c) {
    const auto before = site::Cursor::parse(c.query.raw("cursor"));
    InboxPage page;
    page.first = !before;
    if (page.first) {
        page.unread = entries(c.db, c.viewer.id, Which::unread, std::nullopt, most_counted + 1);
        page.more_unread = page.unread.size() > most_counted;
        if (page.more_unread) page.unread.pop_back();
    }
    page.read = entries(c.db, c.viewer.id, Which::read, before, read_a_page + 1);
    if (page.read.size() > read_a_page) {
        page.read.pop_back();
        page.older = site::Cursor{page.read.back().at.time_since_epoch().count(), page.read.back().id.value};
    }
    return page;
}

} // namespace

server::Response show_inbox(site::Context& c) {
    const auto page = read_page(c);
    return site::page(c, {.title = "Inbox", .section = "inbox"},
                      [&](html::Writer& w) { inbox_view(w, c, page); });
}

} // namespace notices
