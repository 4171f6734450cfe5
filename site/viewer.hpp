// Who looks at a page or calls the API, as sign-in found out. Views and `may` functions take it by value.
#pragma once

#include "base/enum_text.hpp"
#include "base/id.hpp"

#include <string>

namespace site {

enum class Role { member, coach, steward, administrator };

constexpr auto enum_names(Role) {
    return std::array<std::string_view, 4>{"member", "coach", "steward", "administrator"};
}

/// What a bearer token allows; a browser's session allows all that its member may do.
struct Scopes {
    bool read = false;
    bool write = false;
    bool admin = false;
};

struct Viewer {
    base::MemberId id{};     // 0: nobody is signed in
    base::CenterId center{}; // 0: program staff, or nobody
    Role role = Role::member;
    std::string handle{};
    std::string name{};
    std::string zone = "America/New_York";
    Scopes scopes{};

    [[nodiscard]] bool signed_in() const { return static_cast<bool>(id); }
    /// Tends pages, moderates, runs consultations and ballots; administrators may do so too.
    [[nodiscard]] bool is_steward() const { return role == Role::steward || role == Role::administrator; }
    [[nodiscard]] bool is_administrator() const { return role == Role::administrator; }
    /// Coach, steward or administrator: the program's people.
    [[nodiscard]] bool is_staff() const { return role != Role::member; }
};

} // namespace site
