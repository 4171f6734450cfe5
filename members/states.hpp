// The states and territories: where a Center is, and whose law an answer may be right in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace members {

/// "Ohio" for "OH"; "" for what is no code.
std::string_view state_name(std::string_view code);
/// All codes in alphabetical order.
std::vector<std::string_view> state_codes();
/// "OH" for "oh", "Ohio" or "ohio"; any other words as they are, in upper case.
std::string state_code(std::string_view words);
/// Upper case, each once, in alphabetical order; unknown ones stay, for the complaint.
std::vector<std::string> tidy_states(const std::vector<std::string>& codes);

} // namespace members
