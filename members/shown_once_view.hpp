// A page for a secret that is shown this once: the link of an invitation, a token.
#pragma once

#include "site/parts.hpp"

#include <string_view>

namespace members {

struct ShownOnce {
    std::string_view title;
    std::string_view lede;
    std::string_view label; // of the secret
    std::string_view secret;
    server::Url back;
    std::string_view back_words;
};
/// Kept by no cache.
server::Response shown_once_page(const site::Context& c, const ShownOnce& shown);

/// The whole address of a path of this site, for somebody to send on.
std::string whole_address(const site::Context& c, const server::Url& path);

} // namespace members
