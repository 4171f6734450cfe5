// The wiki's handlers, several small ones a file; routes.cpp lists their addresses.
#pragma once

#include "site/context.hpp"
#include "wiki/model.hpp"

#include <string>

namespace wiki {

server::Response show_practices(site::Context& c);
server::Response show_area(site::Context& c, const std::string& slug);
server::Response show_new_page(site::Context& c);
server::Response post_page(site::Context& c);

server::Response show_page(site::Context& c, const std::string& slug);
server::Response show_links(site::Context& c, const std::string& slug);
server::Response show_edit_page(site::Context& c, const std::string& slug);
server::Response post_edit_page(site::Context& c, const std::string& slug);

server::Response show_page_history(site::Context& c, const std::string& slug);
server::Response show_page_revision(site::Context& c, const std::string& slug, int number);
server::Response show_page_compare(site::Context& c, const std::string& slug);
server::Response show_redact_page(site::Context& c, const std::string& slug, int number);
server::Response post_redact_page(site::Context& c, const std::string& slug, int number);
server::Response post_restore_page(site::Context& c, const std::string& slug);

server::Response show_settings(site::Context& c, const std::string& slug);
/// Where the forms of the settings lead when their addresses are asked for.
server::Response find_settings(site::Context& c, const std::string& slug);
server::Response post_rename_page(site::Context& c, const std::string& slug);
server::Response post_review_page(site::Context& c, const std::string& slug);
server::Response post_withdraw_page(site::Context& c, const std::string& slug);
server::Response post_return_page(site::Context& c, const std::string& slug);

server::Response post_watch_page(site::Context& c, const std::string& slug);
server::Response post_unwatch_page(site::Context& c, const std::string& slug);
server::Response post_watch_area(site::Context& c, const std::string& slug);
server::Response post_unwatch_area(site::Context& c, const std::string& slug);

/// Where the draft of an edit is kept: the form's path with the revision it began with, or all of them for
/// "".
std::string edit_place(const Page& page, std::string_view base_revision);

} // namespace wiki
