#include "members/center_store.hpp"

#include "base/text.hpp"
#include "members/checks.hpp"

#include <algorithm>

namespace members {
namespace {

constexpr std::size_t most_delegates = 8;

std::string free_slug(store::Reader& db, const std::string& name) {
    std::string wanted = base::slug(name);
    if (base::parse_int(wanted)) wanted = "center-" + wanted;
    std::string slug = wanted;
    for (int number = 2; find_center(db, slug); ++number)
        slug = wanted + "-" + std::to_string(number);
    return slug;
}

void write_delegates(store::Writer& db, base::CenterId center, const std::vector<base::MemberId>& ranked) {
    db.run<"DELETE FROM center_delegates WHERE center_id = ?">(center);
    int rank = 0;
    for (const auto member : ranked)
        db.run<"INSERT INTO center_delegates (center_id, rank, member_id) VALUES (?, ?, ?)">(center, rank++,
                                                                                             member);
}

} // namespace

base::Result<base::CenterId> add_center(store::Writer& db, const NewCenter& center, base::Time at) {
    server::Complaints complaints;
    check_center(complaints, center);
    if (!center.slug.empty() && find_center(db, center.slug))
        complaints.add("slug", "Another Center has this address already. Choose another.");
    if (complaints.any()) return base::fail(complaints.problem());
    const std::string slug = center.slug.empty() ? free_slug(db, center.name) : center.slug;
    return db.insert<
        base::CenterId,
        "INSERT INTO centers (slug, name, jurisdiction, state, registered_voters, equipment, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)">(slug, center.name, center.jurisdiction, center.state,
                                         center.registered_voters, center.equipment, at);
}

std::optional<base::CenterId> find_center(store::Reader& db, std::string_view slug) {
    return db.one<base::CenterId, "SELECT id FROM centers WHERE slug = ?">(slug);
}

std::optional<Center> read_center(store::Reader& db, std::string_view slug) {
    return db
        .one<Center, "SELECT id, slug, name, jurisdiction, state, registered_voters, equipment, created_at"
                     " FROM centers WHERE slug = ?">(slug);
}

std::optional<Center> read_center(store::Reader& db, base::CenterId center) {
    return db
        .one<Center, "SELECT id, slug, name, jurisdiction, state, registered_voters, equipment, created_at"
                     " FROM centers WHERE id = ?">(center);
}

std::vector<CenterLine> list_centers(store::Reader& db, std::string_view after, std::string_view state,
                                     int most) {
    return db
        .all<CenterLine, "SELECT slug, name, state, registered_voters,"
                         " (SELECT count(*) FROM members WHERE center_id = centers.id AND closed_at IS NULL)"
                         " FROM centers WHERE slug > ?1 AND (?2 = '' OR state = ?2) ORDER BY slug LIMIT ?3">(
            after, state, most);
}

std::vector<CenterName> center_names(store::Reader& db) {
    return db.all<CenterName, "SELECT slug, name, state FROM centers WHERE slug > '' ORDER BY slug">();
}

base::Result<> change_center(store::Writer& db, base::CenterId center, const NewCenter& facts) {
    server::Complaints complaints;
    check_center(complaints, facts);
    if (complaints.any()) return base::fail(complaints.problem());
    const int changed =
        db.run<"UPDATE centers SET name = ?2, jurisdiction = ?3, state = ?4, registered_voters = ?5,"
               " equipment = ?6 WHERE id = ?1">(center, facts.name, facts.jurisdiction, facts.state,
                                                facts.registered_voters, facts.equipment);
    if (changed == 0) return base::fail(base::ProblemKind::not_found, "There is no such Center.");
    return {};
}

base::Result<> set_delegates(store::Writer& db, base::CenterId center,
                             const std::vector<base::MemberId>& ranked) {
    if (ranked.size() > most_delegates)
        return base::fail_field("delegate", "Name a delegate and at most seven alternates.");
    for (auto member = ranked.begin(); member != ranked.end(); ++member) {
        if (std::find(ranked.begin(), member, *member) != member)
            return base::fail_field("delegate", "Name each person once.");
        const auto here =
            db.one<std::int64_t,
                   "SELECT 1 FROM members WHERE id = ? AND center_id = ? AND closed_at IS NULL">(*member,
                                                                                                 center);
        if (!here) return base::fail_field("delegate", "Choose people with an open account in this Center.");
    }
    write_delegates(db, center, ranked);
    return {};
}

std::vector<Delegate> delegates_of(store::Reader& db, base::CenterId center) {
    return db.all<Delegate, "SELECT members.id, rank, handle, name FROM center_delegates"
                            " JOIN members ON members.id = center_delegates.member_id"
                            " WHERE center_delegates.center_id = ? ORDER BY rank">(center);
}

bool is_delegate(store::Reader& db, base::MemberId member, base::CenterId center) {
    return db
        .one<std::int64_t,
             "SELECT 1 FROM center_delegates WHERE center_id = ? AND rank = 0 AND member_id = ?">(center,
                                                                                                  member)
        .has_value();
}

std::optional<base::CenterId> leave_seat(store::Writer& db, base::MemberId member) {
    const auto center =
        db.one<base::CenterId, "SELECT center_id FROM center_delegates WHERE member_id = ?">(member);
    if (!center) return std::nullopt;
    std::vector<base::MemberId> others;
    for (const auto& delegate : delegates_of(db, *center))
        if (delegate.member != member) others.push_back(delegate.member);
    write_delegates(db, *center, others);
    return center;
}

} // namespace members
