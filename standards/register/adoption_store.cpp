#include "standards/register/adoption_store.hpp"

namespace standards {

void put_adoption(store::Writer& db, CenterId center, StandardId standard, const ClauseAdoption& adoption,
                  MemberId by, base::Time at) {
    db.run<
        "INSERT INTO adoptions (center_id, standard_id, clause, status, note, evidence, member_id, at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (center_id, standard_id, clause) DO UPDATE SET "
        "status = excluded.status, note = excluded.note, evidence = excluded.evidence, "
        "member_id = excluded.member_id, at = excluded.at">(
        center, standard, adoption.clause, adoption.status, adoption.note, adoption.evidence, by, at);
}

void set_shared(store::Writer& db, CenterId center, StandardId standard, bool shared, base::Time at) {
    if (shared)
        db.run<"INSERT INTO adoption_shares (center_id, standard_id, at) VALUES (?1, ?2, ?3) "
               "ON CONFLICT DO NOTHING">(center, standard, at);
    else
        db.run<"DELETE FROM adoption_shares WHERE center_id = ?1 AND standard_id = ?2">(center, standard);
}

bool is_shared(store::Reader& db, CenterId center, StandardId standard) {
    return db.get<bool, "SELECT EXISTS (SELECT 1 FROM adoption_shares WHERE center_id = ?1 "
                        "AND standard_id = ?2)">(center, standard);
}

std::vector<ClauseAdoption> adoption_of(store::Reader& db, CenterId center, StandardId standard) {
    return db.all<ClauseAdoption, "SELECT clause, status, note, evidence FROM adoptions "
                                  "WHERE center_id = ?1 AND standard_id = ?2 ORDER BY clause">(center,
                                                                                               standard);
}

std::optional<base::Time> last_adoption(store::Reader& db, CenterId center, StandardId standard) {
    return db.get<std::optional<base::Time>, "SELECT max(at) FROM adoptions WHERE center_id = ?1 "
                                             "AND standard_id = ?2">(center, standard);
}

std::vector<SharedAdoption> shared_adoptions(store::Reader& db, StandardId standard) {
    return db.all<SharedAdoption,
                  "SELECT c.slug, c.name, sum(a.status = 'met'), sum(a.status = 'in_progress'), "
                  "sum(a.status = 'not_yet'), sum(a.status = 'not_applicable') FROM adoption_shares s "
                  "JOIN centers c ON c.id = s.center_id "
                  "JOIN adoptions a ON a.center_id = s.center_id AND a.standard_id = s.standard_id "
                  "WHERE s.standard_id = ?1 GROUP BY c.id ORDER BY c.name">(standard);
}

std::vector<AdoptedByCenter> adoptions_of_center(store::Reader& db, CenterId center) {
    return db.all<AdoptedByCenter, "SELECT standard_id, sum(status = 'met'), count(*) FROM adoptions "
                                   "WHERE center_id = ?1 GROUP BY standard_id">(center);
}

std::optional<AdoptionTotals> adoption_totals(store::Reader& db, StandardId standard) {
    AdoptionTotals totals;
    totals.centers =
        db.get<int, "SELECT count(DISTINCT center_id) FROM adoptions WHERE standard_id = ?1">(standard);
    if (totals.centers < fewest_for_totals) return std::nullopt;
    totals.clauses = db.all<AdoptionTotals::OfClause,
                            "SELECT clause, sum(status = 'met'), sum(status = 'in_progress'), "
                            "sum(status = 'not_yet'), sum(status = 'not_applicable') FROM adoptions "
                            "WHERE standard_id = ?1 GROUP BY clause HAVING count(*) >= ?2 ORDER BY clause">(
        standard, fewest_for_totals);
    return totals;
}

} // namespace standards
