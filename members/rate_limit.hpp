// How often somebody may do something: token buckets in memory, in the form of the generic cell rate
// algorithm (ITU-T I.371), which keeps one time a bucket. Lost at a restart, and meant to be.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/problem.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace members {

enum class Act {
    sign_in_account, // attempts to sign in, by the address typed
    sign_in_address, // the same, by where they come from
    post,            // everything a member changes
    staff_post,      // the same, by the program's people
    preview,         // previews and kept drafts
    mark,         // a vote, an endorsement, watching, reading: one press of a button, no words of one's own
    second_step,  // codes of the second step, by member
    visit_post,   // what somebody without an account sends, by where it comes from
    own_password, // one's own password once more, by member: no stranger fills this
};

constexpr auto enum_names(Act) {
    return std::array<std::string_view, 9>{"sign_in_account", "sign_in_address", "post",
                                           "staff_post",      "preview",         "mark",
                                           "second_step",     "visit_post",      "own_password"};
}

/// At most `count` in `seconds`, also all at once.
struct Rate {
    int count;
    int seconds;
};

/// Every rate of an act must have room.
struct RateLimits {
    std::array<std::vector<Rate>, 9> rates{{
        {{5, 60}, {20, 3600}},     // sign_in_account
        {{30, 60}},                // sign_in_address
        {{30, 60}, {600, 3600}},   // post
        {{120, 60}, {3600, 3600}}, // staff_post
        {{60, 60}},                // preview
        {{120, 60}, {3600, 3600}}, // mark: more than anybody presses
        // A code is one in a million, and three hold at a time: who knows the password guesses fifteen years.
        {{5, 60}, {20, 3600}, {60, 86'400}}, // second_step
        {{60, 60}},                          // visit_post
        {{5, 60}, {20, 3600}},               // own_password
    }};
    std::size_t most_buckets = 50'000;

    [[nodiscard]] std::vector<Rate>& of(Act act) { return rates[static_cast<std::size_t>(act)]; }
};

class RateLimiter {
  public:
    RateLimiter() : RateLimiter(RateLimits{}) {}
    explicit RateLimiter(RateLimits limits);

    /// Counts one act of `who`; fails with `too_many`, which says in how many seconds there is room again,
    /// and then counts nothing.
    base::Result<> take(Act act, std::string_view who, base::Time now);

    /// How many buckets are kept just now; never more than the limits say.
    [[nodiscard]] std::size_t buckets() const;

  private:
    using Milliseconds = std::int64_t;
    void make_room(Milliseconds now);

    RateLimits limits_;
    mutable std::mutex mutex_;
    // By act, rate and who, hashed: when the bucket will be empty again. A bucket that is empty need not be
    // kept.
    std::unordered_map<std::size_t, Milliseconds> empty_at_;
};

} // namespace members
