// How the author of a thread or post is shown: named with the Center, or as "a member of a small office in
// Ohio".
#pragma once

#include "forum/model.hpp"
#include "site/parts/people.hpp"

namespace forum {

/// Who wrote something, as this viewer is to see it.
struct Person {
    std::string name;
    std::string handle; // "": imported, or unnamed
    site::Role role = site::Role::member;
    base::CenterId center{};
    std::string center_name;
    std::string state;
    std::string_view size_band;
    bool hidden_from_others = false; // the viewer sees the name, members do not

    /// Views of this Person, for the parts of a page.
    [[nodiscard]] parts::Author author() const;
};

Person author_of(const Thread& thread, const site::Viewer& viewer);
/// In a thread without the asker's name, the asker's replies carry none either.
Person author_of(const Post& post, const Thread& thread, const site::Viewer& viewer);

/// The author as everybody may know them: for words that are about to be posted, whoever reads them now.
std::string public_name(const Post& post, const Thread& thread);

/// "A member of a small office in Ohio"
std::string unnamed_member(std::int64_t registered_voters, std::string_view state);

} // namespace forum
