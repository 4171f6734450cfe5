#include "members/forgery.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

namespace members {
namespace {

std::string_view visitor_cookie(const server::Request& request) {
    return request.secure ? "__Host-cohort_visitor" : "cohort_visitor";
}

/// "https://cohort.example.gov" of an address or an Origin; "" when it is none.
std::string origin_part(std::string_view address) {
    const auto scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    return base::ascii_lower(address.substr(0, address.find('/', scheme + 3)));
}

} // namespace

std::string forgery_token(std::string_view key, std::string_view secret) {
    return base::base64url(base::hmac_sha256(key, secret));
}

bool is_forgery_token(std::string_view key, std::string_view secret, std::string_view sent) {
    return !secret.empty() && base::equal_in_constant_time(forgery_token(key, secret), sent);
}

bool origin_is_ours(const server::Request& request, std::string_view address) {
    auto said = request.headers.get("Origin");
    if (said.empty()) said = request.headers.get("Referer");
    const std::string origin = origin_part(said);
    if (origin.empty()) return false;
    if (!address.empty() && origin == origin_part(address)) return true;
    const std::string host = base::ascii_lower(request.headers.get("Host"));
    if (host.empty()) return false;
    return origin == "https://" + host || (!request.secure && origin == "http://" + host);
}

std::string_view visitor_of(const server::Request& request) {
    return request.cookie(visitor_cookie(request));
}

void set_visitor_cookie(const server::Request& request, server::Response& response,
                        std::string_view visitor) {
    server::set_cookie(response, {visitor_cookie(request), visitor, 0, request.secure});
}

} // namespace members
