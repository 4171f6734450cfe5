#include "revisions/mentions.hpp"

#include <cctype>

namespace revisions {
namespace {

bool is_handle_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

/// Whether "@handle" stands there as a whole word: "@noor-haddad" does not mention @noor.
bool mentions(std::string_view body, const std::string& handle) {
    const std::string word = "@" + handle;
    for (std::size_t at = 0; (at = body.find(word, at)) != std::string_view::npos; at += word.size()) {
        const auto rest = body.substr(at + word.size());
        const bool begins = at == 0 || !is_handle_letter(body[at - 1]);
        const bool ends = rest.empty() || !is_handle_letter(rest[0]);
        if (begins && ends) return true;
    }
    return false;
}

} // namespace

std::vector<std::string> newly_mentioned(const markup::Rendered& rendered, std::string_view body_before) {
    std::vector<std::string> handles;
    for (const auto& handle : rendered.mentions)
        if (!mentions(body_before, handle)) handles.push_back(handle);
    return handles;
}

} // namespace revisions
