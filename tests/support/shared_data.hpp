// Reads the shared test data in place: nothing of it is copied into the project. Where it is missing, a test
// says so and is skipped, so that a checkout without it still tests what it can.
#pragma once

#include "tests/support/skip.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/test.hpp"

#include <boost/json.hpp>
#include <zlib.h>

#include <array>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace shared_data {

inline std::string path_of(const std::string& name) {
    return source_tree::path_of("../shared/data") / name;
}

/// The bytes of a file, unpacked where its name ends in ".gz"; nothing, with a warning, where it is missing.
inline std::optional<std::string> read(const std::string& name) {
    const gzFile file = gzopen(path_of(name).c_str(), "rb"); // reads plain files as they are
    if (file == nullptr) {
        testing::skip(name);
        return std::nullopt;
    }
    std::string text;
    std::array<char, 64 * 1024> buffer;
    for (int got = 0; (got = gzread(file, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(got));
    gzclose(file);
    return text;
}

/// The lines of a file without their line ends; empty lines are left out.
inline std::optional<std::vector<std::string>> read_lines(const std::string& name) {
    const auto text = read(name);
    if (!text) return std::nullopt;
    std::vector<std::string> lines;
    std::istringstream in(*text);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

/// One JSON object a line.
inline std::optional<std::vector<boost::json::object>> read_ndjson(const std::string& name) {
    const auto lines = read_lines(name);
    if (!lines) return std::nullopt;
    std::vector<boost::json::object> objects;
    for (const auto& line : *lines)
        objects.push_back(boost::json::parse(line).as_object());
    return objects;
}

inline std::string text(const boost::json::object& object, const char* key) {
    return std::string(object.at(key).as_string());
}

} // namespace shared_data
