#include "server/router.hpp"

#include "base/text.hpp"
#include "server/url.hpp"

#include <algorithm>

namespace server {
namespace {

constexpr std::string_view one = "{}";
constexpr std::string_view rest = "{...}";

std::vector<std::string_view> segments_of(std::string_view path) {
    if (path.starts_with('/')) path.remove_prefix(1);
    return base::split(path, '/');
}

/// Orders segments so that a word comes before {}, and {} before {...}.
int weight(std::string_view segment) {
    return segment == rest ? 2 : segment == one ? 1 : 0;
}

bool before(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::ranges::lexicographical_compare(a, b, {}, weight, weight);
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == rest) return i < path.size();
        if (i >= path.size()) return false;
        if (pattern[i] == one ? path[i].empty() : pattern[i] != path[i]) return false;
    }
    return pattern.size() == path.size();
}

/// The decoded values at the {} places; nothing when one is not sound text.
std::optional<std::vector<std::string>> values_of(const std::vector<std::string>& pattern,
                                                  std::string_view path) {
    std::vector<std::string> values;
    auto left = path.substr(1);
    for (const auto& segment : pattern) {
        const auto raw = segment == rest ? left : left.substr(0, left.find('/'));
        if (weight(segment) > 0) {
            auto value = percent_decode(raw);
            if (!value || !base::is_utf8(*value) || value->find('\0') != std::string::npos)
                return std::nullopt;
            values.push_back(std::move(*value));
        }
        left.remove_prefix(std::min(left.size(), raw.size() + 1));
    }
    return values;
}

} // namespace

void Router::add(Method method, std::string_view pattern) {
    Entry entry{method, {}, entries_.size()};
    for (const auto segment : segments_of(pattern))
        entry.segments.emplace_back(segment);
    const auto place = std::ranges::upper_bound(entries_, entry.segments, before, &Entry::segments);
    entries_.insert(place, std::move(entry));
}

std::variant<Match, NoSuchPath, NoSuchMethod> Router::find(Method method, std::string_view path) const {
    if (!path.starts_with('/')) return NoSuchPath{};
    if (method == Method::head) method = Method::get;
    const auto segments = segments_of(path);
    std::vector<std::string> allowed;
    for (const Entry& entry : entries_) {
        if (!matches(entry.segments, segments)) continue;
        if (entry.method == method) {
            auto values = values_of(entry.segments, path);
            if (!values) return NoSuchPath{};
            return Match{entry.number, std::move(*values)};
        }
        allowed.emplace_back(base::enum_text(entry.method));
        if (entry.method == Method::get) allowed.emplace_back("HEAD");
    }
    if (allowed.empty()) return NoSuchPath{};
    return NoSuchMethod{base::join(allowed, ", ")};
}

} // namespace server
