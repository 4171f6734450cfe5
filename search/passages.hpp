// The passages of a document as one stored text, so that a hit opens at the part that holds it.
#pragma once

#include "search/index.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace search {

/// A passage as it is read back; the parts are views into the stored text.
struct PassageView {
    std::string_view anchor;
    std::string_view heading;
    std::string_view text;
};

std::string pack(const std::vector<Passage>& passages);
std::vector<PassageView> unpack(std::string_view packed);

} // namespace search
