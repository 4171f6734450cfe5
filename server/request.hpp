// What came in, already read within its limits. No type of the network library goes beyond server/beast.
#pragma once

#include "base/enum_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

enum class Method { get, head, post, put, patch, del, other };

constexpr auto enum_names(Method) {
    return std::array<std::string_view, 7>{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OTHER"};
}

/// Header fields in their order; names compare without case (RFC 9110 section 5.1).
class Headers {
  public:
    void add(std::string_view name, std::string_view value);
    /// Replaces every field of that name.
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    /// The first field's value; "" when there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;

    [[nodiscard]] auto begin() const { return fields_.begin(); }
    [[nodiscard]] auto end() const { return fields_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
    Method method = Method::get;
    std::string path = "/"; // still percent-encoded; the router decodes segment by segment
    std::string query;      // after "?", still encoded
    Headers headers;
    std::string body;
    std::string remote;  // the peer's address, or what the trusted proxy says it is
    bool secure = false; // came over TLS, here or at the proxy

    [[nodiscard]] bool is_api() const { return path.starts_with("/api/"); }
    /// Whether it asks for no change (RFC 9110 section 9.2.1).
    [[nodiscard]] bool is_safe() const { return method == Method::get || method == Method::head; }
    /// The cookie of that name; "" when there is none.
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

} // namespace server
