// Who is here: the lists of members and Centers, and the page of each.
#pragma once

#include "members/center_store.hpp"
#include "members/directory_store.hpp"
#include "members/member_store.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

struct MembersPage {
    parts::State filter;
    std::vector<parts::Option> centers;
    std::vector<MemberLine> lines;
    std::optional<server::Url> more; // the next page
    bool may_invite = false;
};
server::Response members_page(const site::Context& c, const MembersPage& page);
server::Response member_page(const site::Context& c, const Profile& profile);

struct CentersPage {
    parts::State filter;
    std::vector<CenterLine> lines;
    std::optional<server::Url> more;
};
server::Response centers_page(const site::Context& c, const CentersPage& page);

struct CenterPage {
    Center center;
    std::vector<Delegate> delegates;
    std::vector<MemberLine> people;
    bool may_invite = false;
};
server::Response center_page(const site::Context& c, const CenterPage& page);

/// One member in a list.
void member_row(html::Writer& w, const MemberLine& line, bool with_center = true);

} // namespace members
