// What can be done in the forum, with explicit author and time and without asking who may: for imports, the
// demonstration content and the bench, and for acts.hpp, which asks.
#pragma once

#include "forum/model.hpp"
#include "revisions/revisions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace forum {

/// Whether those who watch or are mentioned are told; an import tells nobody.
enum class Tell { watchers, nobody };

struct NewThread {
    ThreadKind kind = ThreadKind::question;
    std::string category{};          // slug
    std::vector<std::string> tags{}; // slugs; new ones are added
    std::optional<base::Time> needed_by{};
    Attribution attribution = Attribution::named;
    revisions::Author author{}; // a member, or an imported name
    revisions::Prepared text{}; // its title is the thread's
    Tell tell = Tell::watchers;
};

struct Started {
    ThreadId thread;
    PostId post; // the opening one
};

/// Starts a thread: watched by its author, told to those mentioned and to the watchers of its category, put
/// into the search index. Fails with `invalid` at category, title or tags.
base::Result<Started> start_thread(store::Writer& db, const NewThread& thread);

struct NewPost {
    ThreadId thread;
    std::optional<PostId> under{}; // for a comment: the answer, or the opening post of the question
    revisions::Author author{};
    revisions::Prepared text{}; // without title
    Tell tell = Tell::watchers;
};

/// Adds a reply, an answer or a comment. Fails with `not_found` for the thread, `invalid` at reply_to where
/// no comment may stand.
base::Result<PostId> add_post(store::Writer& db, const NewPost& post);

struct Edit {
    PostId post;
    int base_revision = 0;      // that the writer had before their eyes
    revisions::Prepared text{}; // with the title where the post opens a thread
    revisions::Author author{}; // and why
};

/// Saves a new version; merges with what was saved meanwhile. A conflict is told by the answer, and writes
/// nothing.
base::Result<revisions::Saved> edit_post(store::Writer& db, const Edit& edit);
/// Makes an older revision of a post the newest again.
base::Result<revisions::Saved> restore_post(store::Writer& db, PostId post, int revision,
                                            const revisions::Author& author);

/// Leaves a tombstone; the text stays in the history for its author and staff. Withdrawing twice changes
/// nothing.
base::Result<> withdraw_post(store::Writer& db, PostId post, MemberId by, const std::string& reason,
                             base::Time at);
/// Takes a whole thread out of all lists and the search.
base::Result<> withdraw_thread(store::Writer& db, ThreadId thread, MemberId by, const std::string& reason,
                               base::Time at);

enum class Helpful { yes, no };
/// "This helped", or not any more. Doing it twice changes nothing.
base::Result<> set_vote(store::Writer& db, PostId post, MemberId member, Helpful helpful, base::Time at);

/// Accepts an answer, for some states (two-letter codes) or without naming any; accepting again replaces the
/// states. Fails with `invalid` for what is no answer and at states.
base::Result<> set_acceptance(store::Writer& db, PostId post, std::optional<MemberId> by,
                              const std::vector<std::string>& states, base::Time at);
base::Result<> remove_acceptance(store::Writer& db, PostId post);

enum class Tending { lock, unlock, pin, unpin };

constexpr auto enum_names(Tending) {
    return std::array<std::string_view, 4>{"lock", "unlock", "pin", "unpin"};
}

/// Locks or pins; goes into the audit log unless nothing changes.
base::Result<> tend_thread(store::Writer& db, ThreadId thread, Tending how, MemberId by, base::Time at);
/// Moves the thread to another category (slug).
base::Result<> move_thread(store::Writer& db, ThreadId thread, const std::string& category, MemberId by,
                           base::Time at);
/// Replaces its tags.
base::Result<> retag_thread(store::Writer& db, ThreadId thread, const std::vector<std::string>& tags,
                            MemberId by, base::Time at);
/// Only questions have such a day: else `invalid` at needed_by.
base::Result<> set_needed_by(store::Writer& db, ThreadId thread, std::optional<base::Time> needed_by);

/// What waits for somebody in the forum, for the home page.
struct Waiting {
    std::vector<Thread>
        unanswered;           // for staff: questions without an answer, in order of their day, then of asking
    std::vector<Thread> news; // questions and other threads of theirs with replies they have not seen
};
Waiting waiting_for(store::Reader& db, const site::Viewer& viewer, base::Time now);

/// Compares the derived counts with what they count: one sentence each; empty is good.
std::vector<std::string> check(store::Reader& db);
/// Makes the counts, titles and search documents again; gives the number of posts put into the index.
int rebuild(store::Writer& db);

} // namespace forum
