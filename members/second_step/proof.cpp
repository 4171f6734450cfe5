#include "members/second_step/proof.hpp"

#include "base/log.hpp"
#include "members/second_step/second_step.hpp"

#include <algorithm>

namespace members {
namespace {

bool is_app_code(std::string_view code) {
    return code.size() == 6 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

base::Result<Proof> take_recovery_code(site::Context& c, const Services& services, base::MemberId member,
                                       const std::string& code) {
    for (const auto& kept : unused_recovery_codes(c.db, member)) {
        const auto verdict = services.passwords.verify(kept.hash, code);
        if (!verdict) return base::fail(verdict.error());
        if (!verdict->right) continue;
        if (c.write([&](store::Writer& db) { return use_recovery_code(db, kept.id, c.now); }))
            return Proof::recovery_code;
    }
    return base::fail_field("code", "This recovery code is not right, or was used already.");
}

base::Result<Proof> take(site::Context& c, const Services& services, base::MemberId member,
                         std::string_view typed) {
    const std::string code = tidy_code(typed);
    if (code.empty()) return base::fail_field("code", "Type a code.");
    if (auto room = services.limiter.take(Act::second_step, std::to_string(member.value), c.now); !room)
        return base::fail(room.error());
    if (!is_app_code(code)) return take_recovery_code(c, services, member, code);
    const StepKey file(c.services.database.file());
    const auto taken =
        c.write([&](store::Writer& db) { return take_app_code(db, file, member, code, c.now); });
    return taken ? base::Result<Proof>(Proof::app) : base::fail(taken.error());
}

} // namespace

base::Result<Proof> take_code(site::Context& c, const Services& services, base::MemberId member,
                              std::string_view handle, std::string_view field) {
    auto proof = take(c, services, member, c.input.raw(field));
    const bool is_recovery = proof && *proof == Proof::recovery_code;
    if (is_recovery || !proof)
        base::log(is_recovery ? "recovery_code_used" : "second_step_refused",
                  {{"request", c.request_id}, {"from", c.request.remote}, {"member", std::string(handle)}});
    if (proof) return proof;
    for (auto& fault : proof.error().fields)
        fault.field = field;
    return proof;
}

} // namespace members
