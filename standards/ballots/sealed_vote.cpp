#include "standards/ballots/sealed_vote.hpp"

#include "base/digest.hpp"
#include "base/sealed.hpp"

#include <stdexcept>

namespace standards {
namespace {

constexpr std::size_t most_bytes = std::size_t{4} * most_reason; // UTF-8 takes at most four a code point
constexpr char padding = '\0';                                   // text of ours never holds it

std::string named(std::string_view what, BallotId ballot, std::int64_t seat) {
    return std::string(what) + ' ' + std::to_string(ballot.value) + ' ' + std::to_string(seat);
}

} // namespace

std::string seal_vote(std::string_view key, BallotId ballot, std::int64_t seat, const Vote& vote,
                      const base::Random& random) {
    if (vote.reason.size() > most_bytes) throw std::logic_error("a reason is too long to be sealed");
    std::string plain(1, static_cast<char>('0' + static_cast<int>(vote.choice)));
    plain += vote.reason;
    plain.resize(1 + most_bytes, padding);
    return base::base64url(base::seal(key, plain, named("vote", ballot, seat), random));
}

std::optional<Vote> unseal_vote(std::string_view key, BallotId ballot, std::int64_t seat,
                                std::string_view sealed) {
    const auto bytes = base::from_base64url(sealed);
    const auto plain =
        bytes ? base::open_sealed(key, *bytes, named("vote", ballot, seat)) : std::optional<std::string>();
    if (!plain) return std::nullopt;
    const auto end = plain->find(padding);
    return Vote{static_cast<Choice>(plain->at(0) - '0'), plain->substr(1, end - 1)};
}

std::string tracker_of(std::string_view key, BallotId ballot, std::int64_t seat) {
    return base::hex(base::hmac_sha256(key, named("tracker", ballot, seat))).substr(0, 32);
}

} // namespace standards
