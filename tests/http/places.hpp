// Fills the {} places of a page's pattern with things that the world of the tests has.
#pragma once

#include "tests/http/world.hpp"

#include <optional>

namespace testing {

class Places {
  public:
    explicit Places(World& world);

    /// The path for a pattern, with the query that the page needs; nothing where a place is not known here.
    [[nodiscard]] std::optional<std::string> fill(std::string_view pattern) const;

  private:
    std::map<std::string, std::string, std::less<>> values_; // by all that stands before the {}
};

} // namespace testing
