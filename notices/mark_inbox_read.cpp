#include "base/text.hpp"
#include "notices/handlers.hpp"
#include "notices/inbox_store.hpp"

namespace notices {

server::Response mark_inbox_read(site::Context& c) {
    std::vector<EntryId> chosen;
    for (const auto& text : c.input.list("entry"))
        if (const auto number = base::parse_int(text)) chosen.push_back({*number});
    const bool all = c.input.flag("all");
    if (!all && chosen.empty())
        return site::problem(c, base::ProblemKind::invalid,
                             "Name the entries to mark as read, or all of them.");

    c.write([&](store::Writer& db) {
        if (all)
            mark_all_read(db, c.viewer.id, c.now);
        else
            mark_read(db, c.viewer.id, chosen, c.now);
    });
    return site::done(c, server::link<"/inbox">(), all ? "Everything is marked as read." : "Marked as read.");
}

} // namespace notices
