// A thread as a row of a list: how many answers, what about, where, by whom, when.
#pragma once

#include "forum/model.hpp"
#include "site/parts.hpp"

namespace forum {

/// Where a thread is read.
server::Url address_of(const Thread& thread);
/// "3", "answers": replies that are not withdrawn.
std::string_view reply_word(ThreadKind kind, int replies);
/// Whether the viewer has seen it before and something came since, or it is new altogether.
bool is_unread(const Thread& thread, base::Time now);

void kind_badges(html::Writer& w, const Thread& thread);
/// "Needed by March 9" where that still matters.
void needed_by_mark(html::Writer& w, const site::Context& c, const Thread& thread);
void thread_row(html::Writer& w, const site::Context& c, const Thread& thread);

} // namespace forum
