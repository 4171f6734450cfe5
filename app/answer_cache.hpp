// Whole answers that were made from the data as it still is: a page that is read again within the minute is
// not made again. One number tells whether it holds, because every commit raises the data's version; nothing
// is ever invalidated.
#pragma once

#include "base/clock.hpp"
#include "server/request.hpp"
#include "server/response.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace app {

class AnswerCache {
  public:
    /// What an answer depends on besides the data: who asks, for what, in which form, and the minute (words
    /// like "3 minutes ago", and sessions that end). "" where the answer is not to be kept.
    static std::string key_of(const server::Request& request);

    /// The answer made for this key at this version and in this minute.
    std::optional<server::Response> find(std::string_view key, std::uint64_t version, base::Time now);
    /// Keeps an answer that was read at `version`; not one that sets a cookie or forbids storing.
    void keep(const std::string& key, std::uint64_t version, base::Time now, server::Response& response);

  private:
    static constexpr std::size_t most_bytes = 8U << 20U; // all is dropped when it is full: simple, and rare

    struct Entry {
        std::uint64_t version;
        std::int64_t minute;
        server::Response response;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::mutex mutex_;
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
    std::size_t bytes_ = 0;
};

} // namespace app
