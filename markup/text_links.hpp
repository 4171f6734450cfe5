// Finds, in words that hold no markup any more, what becomes a link by itself: bare addresses, e-mail
// addresses,
// `@name`, `[[slug]]` and `#123`. It runs in linear time over any text, which the parser's own extension does
// not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace markup {

struct TextLink {
    enum class Kind { address, mail, member, page, thread };
    Kind kind = Kind::address;
    std::size_t begin = 0; // bytes; the link stands in [begin, end)
    std::size_t end = 0;
    std::string target{};         // the address, the e-mail address, the handle or the slug
    std::string label{};          // of a page: what the writer wrote, empty where that was the bare slug
    bool label_is_chosen = false; // of a page: the label stood behind a "|", and is shown in any case
    std::int64_t number = 0;      // of a thread
};

/// The links of one text, in order, never overlapping.
std::vector<TextLink> find_text_links(std::string_view text);

} // namespace markup
