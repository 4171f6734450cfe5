// Link definitions ("[label]: address 'title'") as the admission scan sees them. The parser copies address
// and title into each link that uses them, so that a long one that is used often would fill the memory.
#pragma once

#include <cstddef>
#include <string_view>

namespace markup {

/// Measures the longest stretch of lines that could be one definition; never less than the parser finds.
class DefinitionLengths {
  public:
    /// The next line, without its line end; not a blank one.
    void line(std::string_view line);
    /// A blank line, which ends any definition.
    void blank() { is_open_ = may_have_title_ = false; }

    std::size_t longest() const { return longest_; }

  private:
    bool is_open_ = false;        // a definition that may go on in the next line
    bool may_have_title_ = false; // one that is whole, unless the next line is its title
    std::size_t length_ = 0;
    std::size_t longest_ = 0;
};

} // namespace markup
