#include "markup/lines.hpp"

#include "base/text.hpp"

namespace markup {

std::vector<std::string_view> lines_of(std::string_view text) {
    auto lines = base::split(text, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

std::string Numbering::encode(const std::vector<std::string_view>& parts) {
    std::string out;
    for (const auto part : parts) {
        const auto [found, is_new] = numbers_.try_emplace(part, parts_.size());
        if (is_new) parts_.push_back(part);
        out += std::to_string(found->second);
        out += '\n';
    }
    return out;
}

} // namespace markup
