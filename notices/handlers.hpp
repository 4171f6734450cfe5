// The handlers of the inbox, one a file.
#pragma once

#include "site/context.hpp"

namespace notices {

server::Response show_inbox(site::Context& c);
/// POST: the entries named by `entry`, or all of them with `all`.
server::Response mark_inbox_read(site::Context& c);
/// GET /api/v1/inbox: newest first; query `unread`, `limit`, `cursor`.
server::Response api_list_inbox(site::Context& c);

} // namespace notices
