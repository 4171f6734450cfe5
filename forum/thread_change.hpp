// A change of a whole thread, from the API or from the form of its opening post: read with every fault named
// at once, done all or nothing.
#pragma once

#include "forum/acts.hpp"
#include "site/context.hpp"

namespace forum {

/// What is asked for; what is absent stays as it is.
struct ThreadChange {
    std::optional<Edit> edit{}; // title or text
    std::optional<std::vector<std::string>> tags{};
    std::optional<std::optional<base::Time>> needed_by{};
    std::optional<std::string> category{}; // slug
    std::optional<bool> locked{};
    std::optional<bool> pinned{};
    std::optional<bool> watching{};
};

/// Reads `tags` and `needed_by`. A day that has passed since it was set may stay; only questions have one.
void read_tags_and_day(site::Context& c, const Thread& thread, ThreadChange& change,
                       server::Complaints& complaints);
/// Reads all that a PATCH of a thread may name. Fails with `invalid`, every faulty field named.
base::Result<ThreadChange> read_thread_change(site::Context& c, const Thread& thread);

/// Does it, as far as the viewer may. A conflict of texts is told by the answer, and then nothing is changed;
/// where no text was to change, the answer is `unchanged`.
base::Result<revisions::Saved> change_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                                             const ThreadChange& change, base::Time at);

} // namespace forum
