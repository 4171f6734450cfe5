// Addresses that stand in a text without any marks, as in GitHub's extended autolinks: `https://…`, `www.…`
// and e-mail addresses.
#pragma once

#include "markup/text_links.hpp"

#include <optional>

namespace markup {

/// A web address whose first letter stands at `at`. Punctuation at its end and brackets it did not open stay
/// out.
std::optional<TextLink> find_address(std::string_view text, std::size_t at);
/// An e-mail address whose "@" stands at `at` and that begins at `from` or later.
std::optional<TextLink> find_mail(std::string_view text, std::size_t at, std::size_t from);

} // namespace markup
