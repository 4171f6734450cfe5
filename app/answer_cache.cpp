#include "app/answer_cache.hpp"

#include <memory>

namespace app {
namespace {

constexpr std::size_t beside_content = 4096; // headers and the entry itself take about so much

std::int64_t minute_of(base::Time now) {
    return now.time_since_epoch().count() / 60;
}

bool may_be_kept(const server::Response& response) {
    return (response.status == 200 || response.status == 304) && response.headers.get("Set-Cookie").empty() &&
           response.headers.get("Cache-Control").find("no-store") == std::string_view::npos;
}

} // namespace

std::string AnswerCache::key_of(const server::Request& request) {
    // A visitor's answers are few and small; only who is signed in is worth remembering.
    if (request.method != server::Method::get) return {};
    const auto cookie = request.headers.get("Cookie");
    const auto bearer = request.headers.get("Authorization");
    if ((request.is_api() ? bearer : cookie).empty()) return {};
    std::string key = request.path + '?' + request.query;
    for (const std::string_view part :
         {request.is_api() ? bearer : cookie, request.headers.get("Host"),
          request.headers.get("Accept-Encoding"), request.headers.get("If-None-Match"),
          std::string_view(request.secure ? "s" : "")}) {
        key += '\n'; // no header value holds one
        key += part;
    }
    return key;
}

std::optional<server::Response> AnswerCache::find(std::string_view key, std::uint64_t version,
                                                  base::Time now) {
    const std::scoped_lock lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.version != version || found->second.minute != minute_of(now))
        return std::nullopt;
    return found->second.response;
}

void AnswerCache::keep(const std::string& key, std::uint64_t version, base::Time now,
                       server::Response& response) {
    if (!may_be_kept(response)) return;
    if (!response.body.empty()) {
        response.body.shrink_to_fit(); // it was made with room to grow
        response.shared_body = std::make_shared<const std::string>(std::move(response.body));
    }
    response.body.clear();
    const std::size_t size = key.size() + response.content().size() + beside_content;
    const std::scoped_lock lock(mutex_);
    if (bytes_ + size > most_bytes) {
        entries_.clear();
        bytes_ = 0;
    }
    bytes_ += size; // a replaced entry counts twice until the next clearing: the bound still holds
    entries_.insert_or_assign(key, Entry{version, minute_of(now), response});
}

} // namespace app
