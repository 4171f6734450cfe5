#include "standards/register/register_store.hpp"

#include "base/literal.hpp"

namespace standards {
namespace {

constexpr base::Literal version_columns =
    "SELECT s.id, s.number, v.version, s.status, v.title, v.proposal_id, v.ballot_id, v.revision, "
    "v.adopted_at, v.review_by, coalesce(n.number, ''), s.retired_at, s.retired_reason ";
constexpr base::Literal newest_joins =
    "FROM standards s JOIN standard_versions v ON v.standard_id = s.id AND v.version = "
    "(SELECT max(version) FROM standard_versions WHERE standard_id = s.id) "
    "LEFT JOIN standards n ON n.id = s.replaced_by_id ";

} // namespace

StandardId add_standard(store::Writer& db, int year) {
    const std::string prefix = "CE-" + std::to_string(year) + "-";
    const auto before = db.get<int, "SELECT count(*) FROM standards WHERE number >= ?1 AND number < ?2">(
        prefix, "CE-" + std::to_string(year) + "."); // "." follows "-"
    auto place = std::to_string(before + 1);
    if (place.size() < 2) place.insert(0, "0");
    return db.insert<StandardId, "INSERT INTO standards (number, status) VALUES (?1, 'in_force')">(prefix +
                                                                                                   place);
}

void add_version(store::Writer& db, const NewVersion& version) {
    db.run<"INSERT INTO standard_versions (standard_id, version, proposal_id, ballot_id, revision, title, "
           "adopted_at, review_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)">(
        version.standard, version.version, version.proposal, version.ballot, version.revision, version.title,
        version.adopted_at, version.review_by);
}

int newest_version(store::Reader& db, StandardId standard) {
    return db.get<int, "SELECT coalesce(max(version), 0) FROM standard_versions WHERE standard_id = ?1">(
        standard);
}

void set_ended(store::Writer& db, StandardId standard, const std::optional<StandardId>& replaced_by,
               const std::string& reason, base::Time at) {
    db.run<"UPDATE standards SET status = ?2, replaced_by_id = ?3, retired_reason = ?4, retired_at = ?5 "
           "WHERE id = ?1">(standard, replaced_by ? StandardStatus::superseded : StandardStatus::retired,
                            replaced_by, reason, at);
}

void set_in_force(store::Writer& db, StandardId standard) {
    db.run<"UPDATE standards SET status = 'in_force', replaced_by_id = NULL, retired_reason = '', "
           "retired_at = NULL WHERE id = ?1 AND status <> 'in_force'">(standard);
}

std::vector<StandardVersion> list_standards(store::Reader& db, int limit) {
    return db.all<StandardVersion, version_columns + newest_joins + "ORDER BY s.number DESC LIMIT ?1">(limit);
}

std::optional<StandardVersion> find_standard(store::Reader& db, StandardId standard) {
    return db.one<StandardVersion, version_columns + newest_joins + "WHERE s.id = ?1">(standard);
}

std::optional<StandardVersion> find_standard(store::Reader& db, std::string_view number,
                                             std::optional<int> version) {
    if (!version)
        return db.one<StandardVersion, version_columns + newest_joins + "WHERE s.number = ?1">(number);
    return db.one<StandardVersion, version_columns +
                                       "FROM standards s JOIN standard_versions v ON v.standard_id = s.id "
                                       "LEFT JOIN standards n ON n.id = s.replaced_by_id "
                                       "WHERE s.number = ?1 AND v.version = ?2">(number, *version);
}

std::vector<StandardVersion> versions_of(store::Reader& db, StandardId standard) {
    return db.all<StandardVersion, version_columns +
                                       "FROM standard_versions v JOIN standards s ON s.id = v.standard_id "
                                       "LEFT JOIN standards n ON n.id = s.replaced_by_id "
                                       "WHERE v.standard_id = ?1 ORDER BY v.version DESC">(standard);
}

std::optional<StandardVersion> find_version_of(store::Reader& db, BallotId ballot) {
    return db.one<StandardVersion, version_columns +
                                       "FROM standard_versions v JOIN standards s ON s.id = v.standard_id "
                                       "LEFT JOIN standards n ON n.id = s.replaced_by_id "
                                       "WHERE v.ballot_id = ?1">(ballot);
}

std::vector<StandardVersion> latest_versions(store::Reader& db, int limit) {
    return db.all<StandardVersion, version_columns +
                                       "FROM standard_versions v JOIN standards s ON s.id = v.standard_id "
                                       "LEFT JOIN standards n ON n.id = s.replaced_by_id "
                                       "ORDER BY v.adopted_at DESC, v.ballot_id DESC LIMIT ?1">(limit);
}

std::vector<std::string> numbers_replaced_by(store::Reader& db, StandardId standard) {
    return db.all<std::string, "SELECT number FROM standards WHERE replaced_by_id = ?1 ORDER BY number">(
        standard);
}

std::optional<ProposalId> open_revision_of(store::Reader& db, StandardId standard) {
    return db.one<ProposalId, "SELECT id FROM proposals WHERE revises_id = ?1 "
                              "AND stage IN ('idea', 'draft', 'consultation', 'ballot') ORDER BY id">(
        standard);
}

std::optional<std::string> practice_title(store::Reader& db, std::string_view slug) {
    return db.one<std::string, "SELECT title FROM page_names WHERE slug = ?1">(slug);
}

} // namespace standards
