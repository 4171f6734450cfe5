#include "markup/definitions.hpp"

#include <algorithm>

namespace markup {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view without_start(std::string_view text, std::string_view signs) {
    return text.substr(std::min(text.find_first_not_of(signs), text.size()));
}

/// Without "[^label]:", which begins a footnote and no link definition.
std::string_view without_footnote(std::string_view line) {
    if (!line.starts_with("[^")) return line;
    const std::size_t end = line.find_first_of("] \t");
    if (end == std::string_view::npos || end == 2 || line.substr(end, 2) != "]:") return line;
    return without_start(line.substr(end + 2), blanks);
}

enum class Shape { not_whole, whole, whole_with_title };

/// Whether the line is a definition of the plainest form from its start to its end, with nothing in it that
/// could be read in two ways.
Shape shape_of(std::string_view line) {
    if (!line.starts_with('[')) return Shape::not_whole;
    const std::size_t end = line.find_first_of("[]\\", 1);
    if (end == std::string_view::npos || line.substr(end, 2) != "]:") return Shape::not_whole;
    auto rest = without_start(line.substr(end + 2), blanks);
    const auto address = rest.substr(0, std::min(rest.find_first_of(blanks), rest.size()));
    if (address.empty() || address.find_first_of("<\"'\\") != std::string_view::npos) return Shape::not_whole;
    rest = without_start(rest.substr(address.size()), blanks);
    if (rest.empty()) return Shape::whole;
    const char quote = rest.front();
    if (quote != '"' && quote != '\'') return Shape::not_whole;
    const std::size_t close = rest.find_first_of(quote == '"' ? "\"\\" : "'\\", 1);
    if (close == std::string_view::npos || rest[close] != quote) return Shape::not_whole;
    return without_start(rest.substr(close + 1), blanks).empty() ? Shape::whole_with_title : Shape::not_whole;
}

} // namespace

void DefinitionLengths::line(std::string_view line) {
    const auto inner = without_start(line, " \t>");
    if (may_have_title_ && inner.find_first_of("\"'(") == 0) is_open_ = true;
    may_have_title_ = false;
    if (is_open_) {
        length_ += line.size() + 1;
    } else if (const auto words = without_footnote(inner); words.find("]:") != std::string_view::npos) {
        const Shape shape = shape_of(words);
        is_open_ = shape == Shape::not_whole;
        may_have_title_ = shape == Shape::whole;
        length_ = line.size();
    } else {
        return;
    }
    longest_ = std::max(longest_, length_);
}

} // namespace markup
