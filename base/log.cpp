#include "base/log.hpp"

#include <cstdio>

namespace base {
namespace {

void append_value(std::string& line, std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\\n\r\t") == std::string_view::npos;
    if (plain) {
        line += value;
        return;
    }
    line += '"';
    for (char c : value) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
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
