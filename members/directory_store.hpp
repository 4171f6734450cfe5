// The list of members, in the order of their handles, a page at a time.
#pragma once

#include "members/members.hpp"

namespace members {

struct MemberLine {
    std::string handle;
    std::string name;
    std::string title;
    site::Role role;
    std::optional<std::string> center_slug;
    std::optional<std::string> center;
    std::optional<std::string> state;
    std::optional<std::int64_t> registered_voters;
    bool second_step = false; // is on; only where it was asked for
};

struct Wanted {
    std::string name{}; // how one or two words of the name begin
    std::optional<base::CenterId> center{};
    std::optional<site::Role> role{};
    std::string after{}; // the handle after which the page begins
    int most = 50;
    bool with_second_step = false;
};
/// Members with an open account.
std::vector<MemberLine> list_members(store::Reader& db, const Wanted& wanted);

} // namespace members
