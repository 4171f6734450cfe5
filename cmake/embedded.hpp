// Files that were put into the program when it was built; see cmake/Embed.cmake.
#pragma once

#include <span>
#include <string_view>

namespace embedded {

struct File {
    std::string_view name; // path inside its folder: "styles/base.css"
    std::string_view data;
    std::string_view gzip; // "" where the folder is embedded without
    std::string_view brotli;
};

std::span<const File> schema();       // schema/*.sql
std::span<const File> static_files(); // static/
std::span<const File> api();          // docs/api/*.json

} // namespace embedded
