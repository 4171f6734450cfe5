#include "members/passwords.hpp"

#include <argon2.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace members {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr std::size_t tag_bytes = 32;
constexpr int busy_seconds = 5;

/// How every form kept at this cost begins.
std::string opening(const PasswordCost& cost) {
    return "$argon2id$v=19$m=" + std::to_string(cost.memory_kib) + ",t=" + std::to_string(cost.passes) +
           ",p=" + std::to_string(cost.lanes) + "$";
}

bool matches(const std::string& kept, std::string_view password) {
    return argon2id_verify(kept.c_str(), password.data(), password.size()) == ARGON2_OK;
}

tl::unexpected<base::Problem> too_busy() {
    base::Problem problem{base::ProblemKind::unavailable,
                          "Many people are signing in just now. Wait a few seconds and try again."};
    problem.retry_after = busy_seconds;
    return base::fail(std::move(problem));
}

} // namespace

std::string hash_password(std::string_view password, const base::Random& random, const PasswordCost& cost) {
    std::array<std::byte, salt_bytes> salt{};
    random(salt);
    std::string kept(
        argon2_encodedlen(cost.passes, cost.memory_kib, cost.lanes, salt_bytes, tag_bytes, Argon2_id), '\0');
    const int code =
        argon2id_hash_encoded(cost.passes, cost.memory_kib, cost.lanes, password.data(), password.size(),
                              salt.data(), salt.size(), tag_bytes, kept.data(), kept.size());
    if (code != ARGON2_OK) throw std::runtime_error(std::string("argon2: ") + argon2_error_message(code));
    kept.resize(kept.find('\0'));
    return kept;
}

Passwords::Limits Passwords::Limits::beside(std::size_t workers, std::size_t processors) {
    constexpr std::size_t most_threads = 8;
    const std::size_t most = std::max<std::size_t>(workers * 3 / 4, 1);
    Limits limits;
    limits.threads = std::clamp<std::size_t>(processors / 2, 1, std::min(most, most_threads));
    limits.waiting = std::min(limits.waiting, most - limits.threads);
    return limits;
}

// Salt and tag of nothing but zeros: well-formed, costs a full run, and belongs to no password.
Passwords::Passwords(base::Random random, const Limits& limits)
    : random_(std::move(random)), cost_(limits.cost),
      nobody_(opening(cost_) + std::string(22, 'A') + "$" + std::string(43, 'A')),
      pool_(limits.threads, limits.waiting) {}

base::Result<std::string> Passwords::hash(std::string_view password) {
    std::string kept;
    if (!pool_.run([&] { kept = hash_password(password, random_, cost_); })) return too_busy();
    return kept;
}

base::Result<Passwords::Verdict> Passwords::verify(const std::string& kept, std::string_view password) {
    Verdict verdict;
    const auto judge = [&] {
        verdict.right = matches(kept.empty() ? nobody_ : kept, password) && !kept.empty();
        if (verdict.right && !kept.starts_with(opening(cost_)))
            verdict.renewed = hash_password(password, random_, cost_);
    };
    if (!pool_.run(judge)) return too_busy();
    return verdict;
}

} // namespace members
