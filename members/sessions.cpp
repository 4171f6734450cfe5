#include "members/sessions.hpp"

#include <array>
#include <utility>

namespace members {
namespace {

/// The prefix makes the browser refuse the cookie unless it is Secure and of this host alone.
std::string_view cookie_name(const server::Request& request) {
    return request.secure ? "__Host-cohort" : "cohort";
}

using Sign = std::pair<std::string_view, std::string_view>;

std::string_view first_found(std::string_view text, std::span<const Sign> signs, std::string_view otherwise) {
    for (const auto& [sign, words] : signs)
        if (text.find(sign) != std::string_view::npos) return words;
    return otherwise;
}

} // namespace

std::string_view session_of(const server::Request& request) {
    return request.cookie(cookie_name(request));
}

void set_session_cookie(const server::Request& request, server::Response& response,
                        std::string_view session) {
    server::set_cookie(
        response, {cookie_name(request), session, static_cast<int>(session_length.count()), request.secure});
}

void forget_session(const server::Request& request, server::Response& response) {
    server::set_cookie(response, {cookie_name(request), "", -1, request.secure});
    response.headers.set("Clear-Site-Data", "\"cache\"");
}

std::string browser_name(std::string_view user_agent) {
    // Every browser names those before it, so the order counts.
    static constexpr auto browsers = std::to_array<Sign>({{"Edg", "Edge"},
                                                          {"OPR/", "Opera"},
                                                          {"Firefox/", "Firefox"},
                                                          {"Chrome/", "Chrome"},
                                                          {"Safari/", "Safari"}});
    static constexpr auto systems = std::to_array<Sign>({{"Windows", "Windows"},
                                                         {"Android", "Android"},
                                                         {"iPhone", "iPhone"},
                                                         {"iPad", "iPad"},
                                                         {"CrOS", "ChromeOS"},
                                                         {"Mac OS X", "macOS"},
                                                         {"Linux", "Linux"}});
    return std::string(first_found(user_agent, browsers, "A browser")) + " on " +
           std::string(first_found(user_agent, systems, "a computer"));
}

} // namespace members
