// A strict reader of the HTML that the renderer may write: anything else is a fault. It stands for the
// browser in the tests about safety, and knows less than a browser on purpose.
#pragma once

#include <string>
#include <string_view>

namespace strict_html {

/// Empty if the text holds only allowed elements, in balance, with allowed attributes in double quotes, ids
/// with that prefix, classes of ours, safe addresses and known entities; else what is wrong and where.
std::string fault_in(std::string_view html, std::string_view id_prefix);

} // namespace strict_html
