// A number that names one kind of thing: a ThreadId cannot be passed where a PostId is wanted.
#pragma once

#include <compare>
#include <cstdint>

namespace base {

/// The row id of one kind of thing; `Tag` only tells the kinds apart. 0 names nothing.
template <class Tag> struct Id {
    std::int64_t value = 0;

    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

// The kinds that more than one folder speaks of. A kind of one slice alone is declared there.
using MemberId = Id<struct MemberTag>;
using CenterId = Id<struct CenterTag>;
using TextId = Id<struct TextTag>;
using ThreadId = Id<struct ThreadTag>;
using PostId = Id<struct PostTag>;
using PageId = Id<struct PageTag>;

} // namespace base
