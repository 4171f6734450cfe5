// Asks the independent recount in Python.
#pragma once

#include <string>
#include <vector>

namespace testing {

/// The verdicts of recount.py on all of the records, in their order.
std::vector<std::string> python_verdicts(const std::vector<std::string>& records);

} // namespace testing
