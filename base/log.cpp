#include "base/log.hpp"

#include <algorithm>
#include <cstdio>

namespace base {
namespace {

/// Line ends would begin an entry of their own, escape sequences write over what a terminal shows.
bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

void append_value(std::string& line, std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\") == std::string_view::npos &&
                       std::ranges::none_of(value, is_control);
    if (plain) {
        line += value;
        return;
    }
    line += '"';
    for (char c : value) {
        if (is_control(c)) c = ' ';
        if (c == '"' || c == '\\') line += '\\';
        line += c;
    }
    line += '"';
}

} // namespace

void log(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    std::string line(event);
    for (const auto& [key, value] : fields) {
        line += ' ';
        line += key;
        line += '=';
        append_value(line, value);
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace base
