#include "members/tokens.hpp"

#include "base/text.hpp"

namespace members {

std::string scopes_text(const site::Scopes& scopes) {
    std::vector<std::string> names;
    if (scopes.read) names.emplace_back("read");
    if (scopes.write) names.emplace_back("write");
    if (scopes.admin) names.emplace_back("admin");
    return base::join(names, ",");
}

std::optional<site::Scopes> parse_scopes(std::string_view text) {
    site::Scopes scopes;
    for (const auto part : base::split(text, ',')) {
        const auto name = base::trim(part);
        if (name == "read")
            scopes.read = true;
        else if (name == "write")
            scopes.write = true;
        else if (name == "admin")
            scopes.admin = true;
        else
            return std::nullopt;
    }
    return scopes;
}

std::string_view bearer_of(const server::Request& request) {
    const auto header = request.headers.get("Authorization");
    constexpr std::string_view scheme = "bearer ";
    if (base::ascii_lower(header.substr(0, scheme.size())) != scheme) return {};
    return base::trim(header.substr(scheme.size()));
}

} // namespace members
