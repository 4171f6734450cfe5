#include "store/catalogue.hpp"

namespace store {
namespace {

/// Inside a function, because enrolling happens while other statics are still being made.
std::vector<std::string_view>& list() {
    static std::vector<std::string_view> statements;
    return statements;
}

} // namespace

const std::vector<std::string_view>& catalogue() {
    return list();
}

std::size_t enrol(std::string_view sql) {
    list().push_back(sql);
    return list().size() - 1;
}

} // namespace store
