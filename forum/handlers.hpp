// The pages of the forum and what their forms do, one a file (two where one form shows and sends).
#pragma once

#include "forum/model.hpp"
#include "site/context.hpp"

namespace forum {

using server::Response;

// Lists.
Response list_threads(site::Context& c);
Response show_category(site::Context& c, const std::string& slug);
Response show_tags(site::Context& c);
Response show_tag(site::Context& c, const std::string& tag);

// A new thread.
Response new_thread(site::Context& c);
Response create_thread(site::Context& c);
/// Where the form that create_thread shows again leads when its address is asked for.
Response find_new_thread(site::Context& c);

// A thread.
Response find_thread_page(site::Context& c, ThreadId id);
Response show_thread(site::Context& c, ThreadId id, const std::string& slug);
Response reply_to_thread(site::Context& c, ThreadId id);
Response watch_thread(site::Context& c, ThreadId id);
Response unwatch_thread(site::Context& c, ThreadId id);
Response watch_category(site::Context& c, const std::string& slug);
Response unwatch_category(site::Context& c, const std::string& slug);
Response lock_thread(site::Context& c, ThreadId id);
Response unlock_thread(site::Context& c, ThreadId id);
Response pin_thread(site::Context& c, ThreadId id);
Response unpin_thread(site::Context& c, ThreadId id);
Response move_thread_to(site::Context& c, ThreadId id);
Response ask_withdraw_thread(site::Context& c, ThreadId id);
Response withdraw_whole_thread(site::Context& c, ThreadId id);

// A post.
Response find_post_page(site::Context& c, PostId id);
Response show_edit(site::Context& c, PostId id);
Response save_edit(site::Context& c, PostId id);
Response show_post_history(site::Context& c, PostId id);
Response show_post_revision(site::Context& c, PostId id, int number);
Response compare_post(site::Context& c, PostId id);
Response restore_post_revision(site::Context& c, PostId id);
Response ask_redact_post(site::Context& c, PostId id, int number);
Response redact_post(site::Context& c, PostId id, int number);
Response ask_withdraw_post(site::Context& c, PostId id);
Response withdraw_one_post(site::Context& c, PostId id);
Response vote_for_post(site::Context& c, PostId id);
Response unvote_post(site::Context& c, PostId id);
Response ask_accept_post(site::Context& c, PostId id);
Response accept_post(site::Context& c, PostId id);
Response unaccept_post(site::Context& c, PostId id);

// /api/v1
Response api_list_categories(site::Context& c);
Response api_list_threads(site::Context& c);
Response api_create_thread(site::Context& c);
Response api_show_thread(site::Context& c, ThreadId id);
Response api_change_thread(site::Context& c, ThreadId id);
Response api_reply(site::Context& c, ThreadId id);
Response api_show_post(site::Context& c, PostId id);
Response api_edit_post(site::Context& c, PostId id);
Response api_withdraw_post(site::Context& c, PostId id);
Response api_list_revisions(site::Context& c, PostId id);
Response api_vote(site::Context& c, PostId id);
Response api_unvote(site::Context& c, PostId id);
Response api_accept(site::Context& c, PostId id);
Response api_unaccept(site::Context& c, PostId id);

} // namespace forum
