// What the targets share. A target is a property of some function that reads bytes from outside: libFuzzer
// makes the bytes, `require` ends the program where the property does not hold, and the input is then kept in
// a file.
#pragma once

#include "base/text.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

inline void require(bool holds, std::string_view sentence, std::string_view shown = {}) {
    if (holds) return;
    std::fprintf(stderr, "This does not hold: %.*s\n%.*s\n", static_cast<int>(sentence.size()),
                 sentence.data(), static_cast<int>(shown.size()), shown.data());
    std::abort();
}

/// What every reader of fields hands on.
inline void require_sound(std::string_view text) {
    require(base::is_utf8(text), "every text is UTF-8", text);
    require(text.find('\0') == text.npos && text.find('\r') == text.npos, "no text holds NUL or CR", text);
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// An input of several texts: they are parted by the record separator of ASCII (1E). Missing ones are empty,
/// and what is too much belongs to the last.
inline std::vector<std::string_view> parts(std::string_view input, std::size_t count) {
    std::vector<std::string_view> all;
    while (all.size() + 1 < count) {
        const auto end = input.find('\x1e');
        all.push_back(input.substr(0, end));
        input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    }
    all.push_back(input);
    return all;
}

/// Takes the first byte off, which chooses among several ways; 0 where there is none.
inline unsigned take_byte(std::string_view& input) {
    if (input.empty()) return 0;
    const auto byte = static_cast<unsigned char>(input.front());
    input.remove_prefix(1);
    return byte;
}

/// A copy of exactly that size, so that the address sanitizer sees who reads behind it.
inline std::vector<char> exact(std::string_view text) {
    return {text.begin(), text.end()};
}

} // namespace fuzz
