// Posts as documents of the search index: an opening post under its thread's kind, everything else as an
// answer.
#pragma once

#include "forum/model.hpp"
#include "markup/render.hpp"
#include "store/writer.hpp"

#include <vector>

namespace forum {

/// Puts one post into the index as it is now; `rendered` is its text.
void index_post(store::Writer& db, PostId post, const markup::Rendered& rendered);
/// The same, reading the text: after an acceptance, a move, other tags.
void index_post(store::Writer& db, PostId post);
/// Everything of a thread that is not withdrawn.
void index_thread(store::Writer& db, ThreadId thread);

/// Takes a post out.
void unindex_post(store::Writer& db, PostId post, bool opens, ThreadKind kind);

} // namespace forum
