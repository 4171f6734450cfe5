// Centers and their delegates, as their pages and the forms for them need them.
#pragma once

#include "members/members.hpp"

namespace members {

struct Center {
    base::CenterId id;
    std::string slug;
    std::string name;
    std::string jurisdiction;
    std::string state;
    std::int64_t registered_voters;
    std::string equipment;
    base::Time created;
};
std::optional<Center> read_center(store::Reader& db, std::string_view slug);
std::optional<Center> read_center(store::Reader& db, base::CenterId center);

struct CenterLine {
    std::string slug;
    std::string name;
    std::string state;
    std::int64_t registered_voters;
    std::int64_t people; // with an open account
};
/// Centers in the order of their slugs, from after `after`; of one state where `state` is not "".
std::vector<CenterLine> list_centers(store::Reader& db, std::string_view after, std::string_view state,
                                     int most);

struct CenterName {
    std::string slug;
    std::string name;
    std::string state;
};
/// Every Center, for a form to choose from.
std::vector<CenterName> center_names(store::Reader& db);

/// Changes the facts of a Center; its slug stays. Fails with `invalid` at the field that is wrong.
base::Result<> change_center(store::Writer& db, base::CenterId center, const NewCenter& facts);

struct Delegate {
    base::MemberId member;
    int rank; // 0: the delegate; 1 and up: alternates in order
    std::string handle;
    std::string name;
};
std::vector<Delegate> delegates_of(store::Reader& db, base::CenterId center);
/// Whether the member is the delegate (not an alternate) of that Center.
bool is_delegate(store::Reader& db, base::MemberId member, base::CenterId center);
/// Takes the member off the list of the Center that named them; those after move up. Gives that Center;
/// nothing where the member had no seat.
std::optional<base::CenterId> leave_seat(store::Writer& db, base::MemberId member);

} // namespace members
