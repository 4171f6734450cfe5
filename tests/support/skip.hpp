#pragma once

#include <string>

namespace testing {

/// Says that the shared data has no such thing. CTest calls the test skipped then, unless something in it
/// fails.
void skip(const std::string& missing);

} // namespace testing
