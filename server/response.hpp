// What goes out, and the few kinds of it.
#pragma once

#include "server/request.hpp"
#include "server/url.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace server {

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    // Instead of `body`: bytes that live as long as the program (static files), or that several answers
    // share.
    std::string_view fixed_body{};
    std::shared_ptr<const std::string> shared_body{};

    [[nodiscard]] std::string_view content() const {
        if (!body.empty()) return body;
        return shared_body ? std::string_view(*shared_body) : fixed_body;
    }
};

/// The phrase of RFC 9110 for a status code: "Not Found".
std::string_view reason_phrase(int status);

Response html(std::string body, int status = 200);
Response text(std::string body, int status = 200);
/// `content_type` is "application/json" or a relative of it.
Response json(std::string body, int status = 200, std::string_view content_type = "application/json");
/// 303: what was posted is done; the browser fetches the next page (and reloading it posts nothing again).
Response see_other(const Url& where);
/// 308 for a page that has moved for good.
Response moved(const Url& where);
/// 204
Response no_content();

struct Cookie {
    std::string_view name;
    std::string_view value;
    int max_age = 0;     // seconds; 0 ends with the browser, negative deletes
    bool secure = false; // behind TLS; also demanded by the __Host- prefix
};
/// Adds Set-Cookie: Path=/, HttpOnly, SameSite=Lax.
void set_cookie(Response& response, const Cookie& cookie);

/// Gives a successful GET an ETag of its content and turns it into 304 where the client has that already (RFC
/// 9110 section 13.1.2). Weak, because compression changes the bytes but not the meaning.
void answer_conditionally(const Request& request, Response& response);

/// Compresses with gzip where the client takes it, the content is text and it is worth it.
void compress(const Request& request, Response& response);

} // namespace server
