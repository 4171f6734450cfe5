#include "server/response.hpp"

#include "base/digest.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

#include <libdeflate.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

namespace server {
namespace {

Response with_body(std::string body, int status, std::string_view content_type) {
    Response response{.status = status, .headers = {}, .body = std::move(body)};
    response.headers.add("Content-Type", content_type);
    return response;
}

Response to(int status, const Url& where) {
    Response response{.status = status, .headers = {}, .body = {}};
    response.headers.add("Location", where.text());
    return response;
}

/// RFC 9110 section 8.8.3, weak. Its hash is taken under bytes drawn at the start, so that nobody can write a
/// text that gets the tag of another; what browsers keep is therefore sent once anew after a restart.
std::string content_tag(std::string_view content) {
    static const auto secret = [] {
        std::array<std::byte, XXH3_SECRET_SIZE_MIN> bytes{};
        base::system_random()(bytes);
        return bytes;
    }();
    const auto hash = XXH3_128bits_withSecret(content.data(), content.size(), secret.data(), secret.size());
    return "W/\"" + base::base64url({reinterpret_cast<const char*>(&hash), sizeof hash}) + "\"";
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    for (const auto part : base::split(if_none_match, ',')) {
        auto candidate = base::trim(part);
        if (candidate == "*") return true;
        if (candidate.starts_with("W/")) candidate.remove_prefix(2);
        if (candidate == tag.substr(tag.starts_with("W/") ? 2 : 0)) return true;
    }
    return false;
}

bool is_text(std::string_view content_type) {
    return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
           content_type.find("xml") != std::string_view::npos ||
           content_type.find("javascript") != std::string_view::npos;
}

/// RFC 9110 section 12.5.3: a weight of nothing but zeros ("q=0.000") says no.
bool accepts_gzip(const Request& request) {
    for (const auto part : base::split(request.headers.get("Accept-Encoding"), ',')) {
        const std::string coding = base::ascii_lower(part);
        const auto parameters = base::split(coding, ';');
        if (base::trim(parameters[0]) != "gzip") continue;
        return std::ranges::none_of(parameters, [](std::string_view parameter) {
            parameter = base::trim(parameter);
            return parameter.starts_with("q=") && parameter.find_first_not_of("0.", 2) == parameter.npos;
        });
    }
    return false;
}

constexpr std::size_t worth_compressing = 1024;
constexpr int gzip_level = 1; // the next level takes twice the time for a twentieth less

} // namespace

std::string_view reason_phrase(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "";
    }
}

Response html(std::string body, int status) {
    return with_body(std::move(body), status, "text/html; charset=utf-8");
}

Response text(std::string body, int status) {
    return with_body(std::move(body), status, "text/plain; charset=utf-8");
}

Response json(std::string body, int status, std::string_view content_type) {
    return with_body(std::move(body), status, content_type);
}

Response see_other(const Url& where) {
    return to(303, where);
}

Response moved(const Url& where) {
    return to(308, where);
}

Response no_content() {
    return {.status = 204, .headers = {}, .body = {}};
}

void set_cookie(Response& response, const Cookie& cookie) {
    std::string line(cookie.name);
    line += '=';
    line += cookie.value;
    line += "; Path=/; HttpOnly; SameSite=Lax";
    if (cookie.max_age > 0) line += "; Max-Age=" + std::to_string(cookie.max_age);
    if (cookie.max_age < 0) line += "; Max-Age=0";
    if (cookie.secure) line += "; Secure";
    response.headers.add("Set-Cookie", line);
}

void answer_conditionally(const Request& request, Response& response) {
    if (!request.is_safe() || response.status != 200) return;
    if (response.headers.get("ETag").empty()) response.headers.add("ETag", content_tag(response.content()));
    const auto known = request.headers.get("If-None-Match");
    if (known.empty() || !names_tag(known, response.headers.get("ETag"))) return;
    response.status = 304;
    response.body.clear();
    response.fixed_body = {};
    response.headers.remove("Content-Type");
}

void compress(const Request& request, Response& response) {
    if (response.body.size() < worth_compressing || !is_text(response.headers.get("Content-Type"))) return;
    if (!response.headers.get("Content-Encoding").empty()) return;
    response.headers.add("Vary", "Accept-Encoding");
    if (!accepts_gzip(request)) return;
    thread_local const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>
        compressor(libdeflate_alloc_compressor(gzip_level), &libdeflate_free_compressor);
    std::string packed(libdeflate_gzip_compress_bound(compressor.get(), response.body.size()), '\0');
    const std::size_t size = libdeflate_gzip_compress(compressor.get(), response.body.data(),
                                                      response.body.size(), packed.data(), packed.size());
    if (size == 0 || size >= response.body.size()) return;
    packed.resize(size);
    response.body = std::move(packed);
    response.headers.add("Content-Encoding", "gzip");
}

} // namespace server
