// Texts as lines, and lines as numbers: what compare and merge hand to Git's algorithms. With numbers,
// nothing that a text holds (conflict markers, NUL, odd line ends) can be mistaken for something else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace markup {

/// The lines of a text without their line ends; a line end at the very end begins no further line.
std::vector<std::string_view> lines_of(std::string_view text);

/// Gives equal parts equal numbers.
class Numbering {
  public:
    /// The parts as their numbers, one a line.
    std::string encode(const std::vector<std::string_view>& parts);
    /// The part of that number.
    std::string_view part(std::size_t number) const { return parts_[number]; }

  private:
    std::unordered_map<std::string_view, std::size_t> numbers_;
    std::vector<std::string_view> parts_;
};

} // namespace markup
