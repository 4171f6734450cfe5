// The number of a document in the index. Its low bits say what it is, so that counting kinds over thousands
// of hits reads nothing but the index.
#pragma once

#include "search/index.hpp"

#include <cstdint>
#include <string_view>

namespace search {

constexpr std::int64_t make_key(std::int64_t sequence, Kind kind, bool settled) {
    return sequence * 32 + static_cast<std::int64_t>(kind) * 2 + (settled ? 1 : 0);
}
constexpr std::int64_t sequence_of(std::int64_t key) {
    return key / 32;
}
constexpr Kind kind_of(std::int64_t key) {
    return static_cast<Kind>(key % 32 / 2);
}
constexpr bool is_settled(std::int64_t key) {
    return key % 2 == 1;
}

/// What `ref` counts in: threads and replies are all posts.
constexpr std::string_view family_of(Kind kind) {
    switch (kind) {
    case Kind::page: return "page";
    case Kind::proposal: return "proposal";
    case Kind::standard: return "standard";
    default: return "post";
    }
}

} // namespace search
