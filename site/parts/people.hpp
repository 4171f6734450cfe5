// Who wrote something, so that a reader can judge from how near an office it comes: the name with the Center,
// its state and its size.
#pragma once

#include "site/parts/marks.hpp"

namespace parts {

struct Author {
    std::string_view name;     // as shown: also "A member of a small office in Ohio"
    std::string_view handle{}; // empty: no link to a person
    site::Role role = site::Role::member;
    base::CenterId center{}; // 0: no Center is shown
    std::string_view center_name{};
    std::string_view state{};     // "OH", or empty
    std::string_view size_band{}; // "under 10,000 voters", or empty
};

/// The line above a post: seal, linked name, role of staff, Center, state, size band, time.
void byline(Writer& w, const Context& c, const Author& author, base::Time at);
/// "Noor Haddad, Alder County" on one line, without links: for lists.
void short_byline(Writer& w, const Author& author);
/// The linked name alone.
void author_link(Writer& w, const Author& author);
/// The round seal with the initials; for the eye only. `staff` is filled.
void seal(Writer& w, std::string_view name, site::Role role = site::Role::member);
/// At most two letters: "Noor Haddad" gives "NH", "Li 李 Wei" gives "LW".
std::string initials(std::string_view name);

} // namespace parts
