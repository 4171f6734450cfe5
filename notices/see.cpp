#include "notices/see.hpp"

#include "notices/inbox_store.hpp"

namespace notices {

void see(const site::Context& c, const std::string& address) {
    if (c.waiting == 0 || !is_unread_at(c.db, c.viewer.id, address)) return;
    c.services.database.write_later(
        [member = c.viewer.id, address, now = c.now](store::Writer& db) { seen(db, member, address, now); });
}

} // namespace notices
