#include "tests/recount/python.hpp"

#include "tests/support/source_tree.hpp"
#include "tests/support/temporary_folder.hpp"

#include <cstdio>
#include <fstream>
#include <stdexcept>

namespace testing {
namespace {

std::string named(std::size_t number) {
    auto name = std::to_string(number);
    return std::string(6 - name.size(), '0') + name;
}

} // namespace

std::vector<std::string> python_verdicts(const std::vector<std::string>& records) {
    const TemporaryFolder folder;
    for (std::size_t i = 0; i < records.size(); ++i)
        std::ofstream(folder.path() / named(i), std::ios::binary) << records[i];
    const auto command = COHORT_PYTHON " " + source_tree::path_of("tests/recount/recount.py").string() + " " +
                         folder.path().string();
    std::vector<std::string> verdicts(records.size());
    auto* pipe = ::popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error("recount.py cannot be run");
    std::string output;
    char buffer[1 << 16];
    while (const auto size = std::fread(buffer, 1, sizeof buffer, pipe))
        output.append(buffer, size);
    ::pclose(pipe);
    for (std::size_t at = 0; at < output.size();) {
        const auto end = output.find('\n', at);
        auto& verdict = verdicts.at(std::stoul(output.substr(at, 6)));
        verdict += (verdict.empty() ? "" : "\n") + output.substr(at + 7, end - at - 7);
        at = end + 1;
    }
    return verdicts;
}

} // namespace testing
