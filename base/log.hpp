// One line an event to standard error, as key=value, for the journal to keep.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// Writes "event key=value key="two words"" in one call, so that lines of several threads never mix.
void log(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields = {});

} // namespace base
