// The states and territories whose law an answer may be right in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forum {

/// "Ohio" for "OH"; "" for what is no code.
std::string_view state_name(std::string_view code);
/// All codes in alphabetical order.
std::vector<std::string_view> state_codes();
/// Upper case, each once, in alphabetical order; unknown ones stay, for the complaint.
std::vector<std::string> tidy_states(const std::vector<std::string>& codes);

} // namespace forum
