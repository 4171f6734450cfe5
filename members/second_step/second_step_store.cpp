#include "base/digest.hpp"
#include "base/sealed.hpp"
#include "members/second_step/second_step.hpp"
#include "members/second_step/totp.hpp"

namespace members {
namespace {

/// A sealed key is worth nothing in another member's row.
std::string context_of(base::MemberId member) {
    return "second step of member " + std::to_string(member.value);
}

std::optional<std::string> open_key(const StepKey& file, base::MemberId member, std::string_view kept) {
    const auto key = file.find();
    const auto sealed = base::from_base64url(kept);
    return key && sealed ? base::open_sealed(*key, *sealed, context_of(member)) : std::nullopt;
}

struct KeptKey {
    std::string sealed;
    std::int64_t last_step;
};

} // namespace

std::optional<SecondStep> second_step_of(store::Reader& db, base::MemberId member) {
    return db.one<SecondStep, "SELECT since, (SELECT count(*) FROM recovery_codes"
                              " WHERE recovery_codes.member_id = second_steps.member_id AND used_at IS NULL)"
                              " FROM second_steps WHERE member_id = ?">(member);
}

std::string offer_second_step(store::Writer& db, const StepKey& file, const base::Random& random,
                              base::MemberId member, base::Time now) {
    std::string key = new_totp_key(random);
    const auto sealed =
        base::base64url(base::seal(file.find_or_make(random), key, context_of(member), random));
    db.run<"DELETE FROM second_step_offers WHERE expires_at <= ?">(now);
    db.run<"INSERT INTO second_step_offers (member_id, sealed_key, expires_at) VALUES (?, ?, ?)"
           " ON CONFLICT (member_id) DO UPDATE SET sealed_key = excluded.sealed_key,"
           " expires_at = excluded.expires_at">(member, sealed, now + offer_length);
    return key;
}

std::optional<std::string> offered_key(store::Reader& db, const StepKey& file, base::MemberId member,
                                       base::Time now) {
    const auto kept = db.one<std::string, "SELECT sealed_key FROM second_step_offers"
                                          " WHERE member_id = ? AND expires_at > ?">(member, now);
    return kept ? open_key(file, member, *kept) : std::nullopt;
}

base::Result<> turn_on(store::Writer& db, const StepKey& file, base::MemberId member, std::string_view code,
                       const std::vector<std::string>& recovery_hashes, base::Time now) {
    const auto key = offered_key(db, file, member, now);
    if (!key) return base::fail(base::ProblemKind::gone, "This took longer than half an hour. Begin again.");
    const auto step = totp_step(*key, tidy_code(code), now);
    if (!step) return base::fail(wrong_first_code());
    db.run<"INSERT INTO second_steps (member_id, sealed_key, last_step, since)"
           " SELECT member_id, sealed_key, ?2, ?3 FROM second_step_offers WHERE member_id = ?1"
           " ON CONFLICT (member_id) DO UPDATE SET sealed_key = excluded.sealed_key,"
           " last_step = excluded.last_step, since = excluded.since">(member, *step, now);
    db.run<"DELETE FROM second_step_offers WHERE member_id = ?">(member);
    set_recovery_codes(db, member, recovery_hashes);
    return {};
}

bool turn_off(store::Writer& db, base::MemberId member) {
    db.run<"DELETE FROM second_step_offers WHERE member_id = ?">(member);
    db.run<"DELETE FROM recovery_codes WHERE member_id = ?">(member);
    return db.run<"DELETE FROM second_steps WHERE member_id = ?">(member) == 1;
}

base::Result<> take_app_code(store::Writer& db, const StepKey& file, base::MemberId member,
                             std::string_view code, base::Time now) {
    const auto kept =
        db.one<KeptKey, "SELECT sealed_key, last_step FROM second_steps WHERE member_id = ?">(member);
    const auto key = kept ? open_key(file, member, kept->sealed) : std::nullopt;
    if (kept && !key)
        return base::fail_field("code", "The app's codes cannot be checked since the data were restored from "
                                        "a backup. Use a recovery code, or ask an administrator.");
    const auto step = key ? totp_step(*key, code, now) : std::nullopt;
    if (!step) return base::fail_field("code", "This code is not right. Use the app's newest one.");
    if (*step <= kept->last_step)
        return base::fail_field("code", "This code was used already. Wait for the app's next one.");
    db.run<"UPDATE second_steps SET last_step = ?2 WHERE member_id = ?1">(member, *step);
    return {};
}

void set_recovery_codes(store::Writer& db, base::MemberId member, const std::vector<std::string>& hashes) {
    db.run<"DELETE FROM recovery_codes WHERE member_id = ?">(member);
    for (const auto& hash : hashes)
        db.run<"INSERT INTO recovery_codes (member_id, code_hash) VALUES (?, ?)">(member, hash);
}

std::vector<KeptCode> unused_recovery_codes(store::Reader& db, base::MemberId member) {
    return db.all<KeptCode, "SELECT id, code_hash FROM recovery_codes"
                            " WHERE member_id = ? AND used_at IS NULL ORDER BY id">(member);
}

bool use_recovery_code(store::Writer& db, std::int64_t code, base::Time now) {
    return db.run<"UPDATE recovery_codes SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL">(code, now) == 1;
}

std::vector<std::string> check_second_steps(store::Reader& db) {
    struct Line {
        std::string handle;
        std::int64_t codes;
    };
    std::vector<std::string> faults;
    const auto lines = db.all<Line, "SELECT handle, (SELECT count(*) FROM recovery_codes"
                                    " WHERE recovery_codes.member_id = second_steps.member_id) AS codes"
                                    " FROM second_steps /* whole table: check */"
                                    " JOIN members ON members.id = second_steps.member_id WHERE codes <> ?">(
        recovery_code_count);
    for (const auto& line : lines)
        faults.push_back("the second step of " + line.handle + " has " + std::to_string(line.codes) +
                         " recovery codes");
    return faults;
}

} // namespace members
