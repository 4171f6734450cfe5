#include "server/beast/target.hpp"

#include <algorithm>

namespace server::beast {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return same_word(text.substr(0, word.size()), word);
}

} // namespace

Target read_target(std::string_view target, std::string_view host) {
    const Target refused{{}, {}, false};
    if (target.find('#') != std::string_view::npos) return refused;
    if (!target.starts_with('/')) {
        const std::size_t scheme = starts_with_word(target, "http://")    ? 7
                                   : starts_with_word(target, "https://") ? 8
                                                                          : 0;
        if (scheme == 0) return refused;
        target.remove_prefix(scheme);
        const auto authority = target.substr(0, target.find_first_of("/?"));
        if (!is_host(authority) || !same_word(authority, host)) return refused;
        target.remove_prefix(authority.size());
    }
    const std::size_t mark = target.find('?');
    const auto path = target.substr(0, mark);
    const auto query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    return {path.empty() ? "/" : path, query, true};
}

bool is_host(std::string_view host) {
    constexpr std::string_view marks = "-._~!$&'()*+;=%:[]";
    const auto fits = [&](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    };
    return !host.empty() && std::ranges::all_of(host, fits);
}

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace server::beast
