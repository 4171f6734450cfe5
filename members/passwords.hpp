// Passwords are kept as Argon2id (RFC 9106), which is slow and takes memory on purpose: so it runs on a small
// pool of its own, and who comes when that is full is asked to come back.
#pragma once

#include "base/problem.hpp"
#include "base/random.hpp"
#include "members/work_pool.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace members {

struct PasswordCost {
    std::uint32_t memory_kib = 19'456;
    std::uint32_t passes = 2;
    std::uint32_t lanes = 1;
};

/// The password's text form "$argon2id$v=19$m=19456,t=2,p=1$salt$tag" with a fresh 16-byte salt. Takes about
/// 40 ms of the calling thread: for the command line; requests use Passwords.
std::string hash_password(std::string_view password, const base::Random& random,
                          const PasswordCost& cost = {});

/// What a new password must be, as one sentence at the field "password" where it is not: 12 to 200
/// characters, not one of the commonest, and not made of the member's own name and address.
base::Result<> check_password(std::string_view password, std::string_view name, std::string_view email);

class Passwords {
  public:
    struct Limits {
        std::size_t threads = 2;
        std::size_t waiting = 16; // beyond those at work
        PasswordCost cost{};

        /// However many sign in at once, half of the processors and a quarter of the workers stay free for
        /// everybody else, as far as there is more than one of them. A thread takes 19 MiB, so there are
        /// never more than eight.
        static Limits beside(std::size_t workers, std::size_t processors);
    };
    explicit Passwords(base::Random random) : Passwords(std::move(random), Limits{}) {}
    Passwords(base::Random random, const Limits& limits);

    /// The text form to keep. Fails with `unavailable` when too many wait.
    base::Result<std::string> hash(std::string_view password);

    struct Verdict {
        bool right = false;
        std::string renewed{}; // the text form at today's cost, where it is right but was kept at another
    };
    /// Whether the password belongs to the kept form. Where nobody is known ("") it costs the same and is
    /// wrong. Fails with `unavailable` when too many wait.
    base::Result<Verdict> verify(const std::string& kept, std::string_view password);

  private:
    base::Random random_;
    PasswordCost cost_;
    std::string nobody_; // a kept form that no password belongs to
    WorkPool pool_;
};

} // namespace members
