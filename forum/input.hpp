// What forms and the API send, read and judged in one place for both.
#pragma once

#include "forum/acts.hpp"
#include "site/context.hpp"

namespace forum {

/// Adds what is wrong in another result: its fields, or its words at `field`.
void collect(server::Complaints& complaints, const base::Problem& problem, std::string_view field);

/// A new thread by the viewer. Fails with `invalid`, every faulty field named.
base::Result<NewThread> read_new_thread(site::Context& c);
/// A reply by the viewer; `reply_to` makes it a comment.
base::Result<NewPost> read_reply(site::Context& c, ThreadId thread);
/// A new version of a post: `body`, `title` where it opens a thread, `summary`, `base_revision`. What is left
/// out stays as in `newest`.
base::Result<Edit> read_edit(site::Context& c, PostId post, bool opens, const revisions::Revision& newest);

/// A day by which an answer is needed, kept as its noon UTC, which is the same day from Hawaii to Guam; the
/// API may send RFC 3339. Empty: none. Fails at needed_by for what is no day, past, or years ahead.
base::Result<std::optional<base::Time>> read_needed_by(site::Context& c);
/// "2027-03-09", for the form.
std::string day_text(base::Time needed_by);

} // namespace forum
