// What a member does in the forum: the acts of forum.hpp, behind the question who may. Pages and API call
// these inside their write, so that what is decided and what is done see the same data. All fail with
// `not_found`, `not_allowed` (with the reason) or `gone` besides what forum.hpp names.
#pragma once

#include "forum/forum.hpp"
#include "forum/may.hpp"

namespace forum {

using site::Viewer;

base::Result<Started> start_thread(store::Writer& db, const Viewer& viewer, const NewThread& thread);
/// Comments are kept short here, and not too many.
base::Result<PostId> add_post(store::Writer& db, const Viewer& viewer, const NewPost& post);
base::Result<revisions::Saved> edit_post(store::Writer& db, const Viewer& viewer, const Edit& edit);
base::Result<revisions::Saved> restore_post(store::Writer& db, const Viewer& viewer, PostId post,
                                            int revision, base::Time at);
/// Whoever withdraws what another wrote gives a reason: `invalid` at `reason`.
base::Result<> withdraw_post(store::Writer& db, const Viewer& viewer, PostId post, const std::string& reason,
                             base::Time at);
base::Result<> withdraw_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                               const std::string& reason, base::Time at);
base::Result<> set_vote(store::Writer& db, const Viewer& viewer, PostId post, Helpful helpful, base::Time at);
base::Result<> set_acceptance(store::Writer& db, const Viewer& viewer, PostId post,
                              const std::vector<std::string>& states, base::Time at);
base::Result<> remove_acceptance(store::Writer& db, const Viewer& viewer, PostId post);
base::Result<> tend_thread(store::Writer& db, const Viewer& viewer, ThreadId thread, Tending how,
                           base::Time at);
base::Result<> move_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                           const std::string& category, base::Time at);
base::Result<> retag_thread(store::Writer& db, const Viewer& viewer, ThreadId thread,
                            const std::vector<std::string>& tags, base::Time at);
base::Result<> set_needed_by(store::Writer& db, const Viewer& viewer, ThreadId thread,
                             std::optional<base::Time> needed_by);

} // namespace forum
