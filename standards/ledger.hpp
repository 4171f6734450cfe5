// The ledger of a proposal: every act on it and on its ballots, in order, each entry holding the hash of the
// one before. Who changes, drops, doubles or swaps an entry would have to make all later ones anew. Pure
// functions; what keeps the entries is the store.
#pragma once

#include "base/clock.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace standards {

/// The actor of what the program does by itself, as at a closing time. No member's handle.
inline constexpr std::string_view program_actor = "program";

struct Entry {
    std::int64_t sequence = 0; // 1, 2, 3 … in the ledger
    base::Time at;
    std::string kind;  // "ballot_opened"
    std::string actor; // a member's handle, or program_actor
    boost::json::object body;
    std::string previous; // the hash of the entry before; 64 zeros for the first
    std::string hash;     // SHA-256, in hexadecimal, of the canonical JSON of all of the above
};

/// The end of a ledger: all that is needed to go on with it. The default is that of an empty one.
struct Head {
    std::int64_t sequence = 0;
    std::string hash = std::string(64, '0');
    base::Time at;
};

struct Act {
    base::Time at;
    std::string kind;
    std::string actor;
    boost::json::object body;
};

/// The entry that comes next, and moves the head on to it. A time before the head's is our mistake (throws).
Entry append(Head& head, Act act);

/// The entry as the record and the API show it.
boost::json::object to_json(const Entry& entry);
/// SHA-256 of the canonical JSON of the entry without its hash.
std::string hash_of(const Entry& entry);

struct ChainFault {
    std::size_t index = 0; // of the entry in the span
    std::string sentence;
};

/// Checks a whole ledger from its first entry; the first wrong entry and what is wrong with it, or nothing.
std::optional<ChainFault> verify_chain(std::span<const Entry> entries);

} // namespace standards
