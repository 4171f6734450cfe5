// Centers and members as the other slices see them.
#pragma once

#include "base/id.hpp"
#include "base/problem.hpp"
#include "server/url.hpp"
#include "site/viewer.hpp"
#include "store/writer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace members {

/// Who wrote something: what stands in an author line. Other slices may select these columns in their own
/// joins: members.handle, members.name, members.role, centers.name, centers.state, centers.registered_voters.
struct Card {
    std::string handle;
    std::string name;
    site::Role role;
    std::optional<std::string> center; // name of the Center; nothing for program staff
    std::optional<std::string> state;
    std::optional<std::int64_t> registered_voters;
};

std::optional<Card> find_card(store::Reader& db, base::MemberId member);
std::optional<base::MemberId> find_by_handle(store::Reader& db, std::string_view handle);
std::optional<base::MemberId> find_by_email(store::Reader& db, std::string_view email);

/// "under 5,000 voters", "5,000 to 24,999 voters", "25,000 to 99,999 voters", "100,000 to 249,999 voters",
/// "250,000 to 999,999 voters", "a million voters or more".
std::string_view size_band(std::int64_t registered_voters);

struct NewCenter {
    std::string slug{}; // "": made from the name
    std::string name;
    std::string jurisdiction{};
    std::string state;
    std::int64_t registered_voters = 0;
    std::string equipment{};
};
/// Fails with `invalid` at the field that is wrong or taken.
base::Result<base::CenterId> add_center(store::Writer& db, const NewCenter& center, base::Time at);
std::optional<base::CenterId> find_center(store::Reader& db, std::string_view slug);

struct NewMember {
    std::string handle{}; // "": made from the name, with -2, -3 where taken
    std::string email;
    std::string name;
    std::string title{};
    std::string about{};
    std::optional<base::CenterId> center{};
    site::Role role = site::Role::member;
    std::string zone = "America/New_York";
    std::string password_hash{}; // "" cannot sign in
};
/// Fails with `invalid` at the field that is wrong or taken.
base::Result<base::MemberId> add_member(store::Writer& db, const NewMember& member, base::Time at);
/// Names the Center's delegate (first) and its alternates in order; all must belong to it.
base::Result<> set_delegates(store::Writer& db, base::CenterId center,
                             const std::vector<base::MemberId>& ranked);

/// Adds a line to the audit log; `by` is 0 for the command line.
void audit(store::Writer& db, base::MemberId by, std::string_view action, std::string_view subject,
           std::string_view detail, base::Time at);

} // namespace members
