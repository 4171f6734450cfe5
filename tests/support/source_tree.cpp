#include "tests/support/source_tree.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace source_tree {

std::filesystem::path path_of(const std::filesystem::path& name) {
    return std::filesystem::path(COHORT_SOURCE) / name;
}

std::string text_of(const std::filesystem::path& name) {
    const auto file = path_of(name);
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace source_tree
