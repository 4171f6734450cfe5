// The handlers of this folder's own addresses, one a file.
#pragma once

#include "site/context.hpp"

namespace revisions {

server::Response show_drafts(site::Context& c);
server::Response keep_draft_sent(site::Context& c);
server::Response delete_draft(site::Context& c);
server::Response preview_text(site::Context& c);

} // namespace revisions
