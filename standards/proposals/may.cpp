#include "standards/proposals/may.hpp"

#include <algorithm>

namespace standards {

bool is_in_the_making(Stage stage) {
    return stage == Stage::idea || stage == Stage::draft || stage == Stage::consultation;
}

bool may_propose(const site::Viewer& viewer) {
    return viewer.signed_in();
}

bool may_edit(const site::Viewer& viewer, const Proposal& proposal, bool is_author) {
    return is_in_the_making(proposal.stage) && viewer.signed_in() && (is_author || viewer.is_steward());
}

bool may_endorse(const site::Viewer& viewer, const Proposal& proposal) {
    return proposal.stage == Stage::idea && viewer.signed_in() && viewer.center;
}

bool can_follow(Stage from, Stage to) {
    switch (to) {
    case Stage::draft:
        return from == Stage::idea || from == Stage::consultation || from == Stage::not_adopted;
    case Stage::consultation: return from == Stage::draft || from == Stage::consultation;
    case Stage::withdrawn: return is_in_the_making(from) || from == Stage::not_adopted;
    default: return false;
    }
}

bool may_change_stage(const site::Viewer& viewer, Stage from, Stage to, bool is_author) {
    if (!viewer.signed_in()) return false;
    const bool takes_own_back =
        is_author && to == Stage::withdrawn && (from == Stage::idea || from == Stage::draft);
    return viewer.is_steward() || takes_own_back;
}

std::vector<Stage> next_stages(const site::Viewer& viewer, Stage from, bool is_author) {
    std::vector<Stage> next;
    for (const auto to : {Stage::consultation, Stage::draft, Stage::withdrawn})
        if (can_follow(from, to) && may_change_stage(viewer, from, to, is_author)) next.push_back(to);
    return next;
}

bool may_comment(const site::Viewer& viewer, const Proposal& proposal, base::Time now) {
    return viewer.signed_in() && proposal.takes_comments(now);
}

bool may_take_back(const site::Viewer& viewer, const Proposal& proposal, const Comment& comment,
                   base::Time now) {
    return viewer.signed_in() && viewer.handle == comment.author_handle && !comment.withdrawn_at &&
           !comment.disposition && proposal.takes_comments(now);
}

bool may_dispose(const site::Viewer& viewer, const Proposal& proposal, bool is_author) {
    if (proposal.stage == Stage::consultation)
        return viewer.signed_in() && (is_author || viewer.is_steward());
    return proposal.stage == Stage::draft && viewer.is_steward();
}

bool may_remove_words(const site::Viewer& viewer) {
    return viewer.is_steward();
}

} // namespace standards
