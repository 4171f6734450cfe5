#include "revisions/id_prefix.hpp"

namespace revisions {

std::string with_prefix(std::string html, const std::string& before, const std::string& after) {
    if (before.empty()) return html;
    for (const std::string begin : {"\"", "\"#"})
        for (std::size_t at = 0; (at = html.find(begin + before, at)) != std::string::npos;
             at += begin.size())
            html.replace(at + begin.size(), before.size(), after);
    return html;
}

} // namespace revisions
