#include "members/member_store.hpp"

#include "base/letters.hpp"
#include "base/text.hpp"
#include "members/checks.hpp"

#include <algorithm>

namespace members {
namespace {

/// Ledgers say "program" for what the program did by itself: nobody may be called so.
bool is_taken(store::Reader& db, std::string_view handle) {
    return handle == "program" || find_by_handle(db, handle);
}

std::string free_handle(store::Reader& db, const std::string& name) {
    const std::string wanted = base::slug(name);
    std::string handle = wanted;
    for (int number = 2; is_taken(db, handle); ++number)
        handle = wanted + "-" + std::to_string(number);
    return handle;
}

/// The words by which the list finds the member.
void write_words(store::Writer& db, base::MemberId member, std::string_view name) {
    db.run<"DELETE FROM member_words WHERE member_id = ?">(member);
    std::string folded = base::fold(name);
    std::ranges::replace(folded, '-', ' '); // "Smith-Jones" is found by either
    for (const auto word : base::split(folded, ' '))
        if (!word.empty())
            db.run<"INSERT OR IGNORE INTO member_words (word, member_id) VALUES (?, ?)">(word, member);
}

void check_new(server::Complaints& complaints, store::Reader& db, const NewMember& member,
               std::string_view email) {
    check_profile(complaints, member.name, member.title, member.about, member.zone);
    check_email(complaints, email);
    if (!complaints.any() && find_by_email(db, email))
        complaints.add("email", "Somebody with this e-mail address has an account already.");
    if (!member.handle.empty() && !base::is_slug(member.handle))
        complaints.add("handle", "Use small letters, digits and single hyphens.");
    else if (!member.handle.empty() && is_taken(db, member.handle))
        complaints.add("handle", "Somebody has this handle already. Choose another.");
    if (member.center && !db.one<std::int64_t, "SELECT 1 FROM centers WHERE id = ?">(*member.center))
        complaints.add("center", "Choose a Center of the list.");
}

} // namespace

std::optional<Card> find_card(store::Reader& db, base::MemberId member) {
    return db.one<Card, "SELECT members.handle, members.name, members.role, centers.name, centers.state,"
                        " centers.registered_voters FROM members"
                        " LEFT JOIN centers ON centers.id = members.center_id WHERE members.id = ?">(member);
}

std::optional<base::MemberId> find_by_handle(store::Reader& db, std::string_view handle) {
    return db.one<base::MemberId, "SELECT id FROM members WHERE handle = ?">(handle);
}

std::optional<base::MemberId> find_by_email(store::Reader& db, std::string_view email) {
    return db.one<base::MemberId, "SELECT id FROM members WHERE email = ?">(tidy_email(email));
}

base::Result<base::MemberId> add_member(store::Writer& db, const NewMember& member, base::Time at) {
    const std::string email = tidy_email(member.email);
    server::Complaints complaints;
    check_new(complaints, db, member, email);
    if (complaints.any()) return base::fail(complaints.problem());
    const std::string handle = member.handle.empty() ? free_handle(db, member.name) : member.handle;
    const auto id = db.insert<base::MemberId,
                              "INSERT INTO members (handle, email, name, title, about, center_id, role, zone,"
                              " password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">(
        handle, email, member.name, member.title, member.about, member.center, member.role, member.zone,
        member.password_hash, at);
    write_words(db, id, member.name);
    return id;
}

std::optional<Profile> read_profile(store::Reader& db, base::MemberId member) {
    return db
        .one<Profile, "SELECT members.id, handle, email, members.name, title, about, role, zone, center_id,"
                      " centers.slug, centers.name, centers.state, centers.registered_voters,"
                      " members.created_at, closed_at FROM members"
                      " LEFT JOIN centers ON centers.id = center_id WHERE members.id = ?">(member);
}

std::optional<Profile> read_profile(store::Reader& db, std::string_view handle) {
    const auto member = find_by_handle(db, handle);
    return member ? read_profile(db, *member) : std::nullopt;
}

void check_name_apart(server::Complaints& complaints, store::Reader& db, std::string_view name,
                      base::MemberId self) {
    struct Named {
        base::MemberId id;
        std::string name;
        std::string handle;
        site::Role role;
    };
    const std::string looks = base::skeleton(name);
    const std::string folded = base::fold(name);
    const bool is_plain = base::is_plain_ascii(name);
    db.each<Named, "SELECT id, name, handle, role FROM members /* whole table: names change rarely */">(
        [&](const Named& other) {
            if (complaints.any() || other.id == self) return;
            const bool looks_like = base::skeleton(other.name) == looks;
            const bool is_staff = other.role != site::Role::member;
            // Two plain names may look alike and be two people's all the same: Horner and Homer.
            if (looks_like && other.name != name && !(is_plain && base::is_plain_ascii(other.name)))
                complaints.add("name", "This looks like the name of @" + other.handle +
                                           ", but is written with other characters. Write it with those of "
                                           "your keyboard.");
            else if (is_staff && (looks_like || base::fold(other.name) == folded))
                complaints.add("name",
                               "Somebody of the program’s staff has this name, or one that looks like it. "
                               "Add an initial or your Center, so that people can tell you apart.");
        });
}

base::Result<> change_profile(store::Writer& db, base::MemberId member, const ProfileChange& change) {
    server::Complaints complaints;
    check_profile(complaints, change.name, change.title, change.about, change.zone);
    const auto before = db.get<std::string, "SELECT name FROM members WHERE id = ?">(member);
    if (!complaints.any() && change.name != before) check_name_apart(complaints, db, change.name, member);
    if (complaints.any()) return base::fail(complaints.problem());
    db.run<"UPDATE members SET name = ?2, title = ?3, about = ?4, zone = ?5 WHERE id = ?1">(
        member, change.name, change.title, change.about, change.zone);
    write_words(db, member, change.name);
    return {};
}

std::optional<std::string> zone_of_center(store::Reader& db, base::CenterId center) {
    return db.one<std::string, "SELECT zone FROM members WHERE center_id = ? ORDER BY handle LIMIT 1">(
        center);
}

std::optional<Credentials> find_credentials(store::Reader& db, std::string_view email) {
    return db.one<Credentials, "SELECT id, password_hash, name, email FROM members"
                               " WHERE email = ? AND closed_at IS NULL">(tidy_email(email));
}

std::optional<Credentials> find_credentials(store::Reader& db, base::MemberId member) {
    return db.one<Credentials, "SELECT id, password_hash, name, email FROM members"
                               " WHERE id = ? AND closed_at IS NULL">(member);
}

bool still_hold(store::Reader& db, const Credentials& credentials) {
    const auto now = find_credentials(db, credentials.id);
    return now && now->password_hash == credentials.password_hash;
}

void set_password_hash(store::Writer& db, base::MemberId member, std::string_view password_hash) {
    db.run<"UPDATE members SET password_hash = ?2 WHERE id = ?1">(member, password_hash);
}

void set_account(store::Writer& db, base::MemberId member, site::Role role,
                 std::optional<base::CenterId> center, std::optional<base::Time> closed) {
    db.run<"UPDATE members SET role = ?2, center_id = ?3, closed_at = ?4 WHERE id = ?1">(member, role, center,
                                                                                         closed);
}

std::int64_t open_administrators(store::Reader& db) {
    return db.get<std::int64_t,
                  "SELECT count(*) FROM members WHERE role = 'administrator' AND closed_at IS NULL">();
}

} // namespace members
