// Finds where the links of a Markdown text lead and lets each target be replaced, leaving every other byte as
// it is; code is left alone.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The new target, or nothing to leave the link as it is.
using Retarget = std::function<std::optional<std::string>(std::string_view target)>;

/// Inline links and images, link definitions, and the `({% page "target" %})` and `({% link target %})` of
/// site generators, which become plain links where `retarget` gives a target.
std::string replace_link_targets(std::string_view markdown, const Retarget& retarget);

} // namespace app
