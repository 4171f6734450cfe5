// The files of the checkout that tests read. Its path is compiled into one file only, so that no other object
// depends on where the checkout stands.
#pragma once

#include <filesystem>
#include <string>

namespace source_tree {

/// `name` is the path from the top of the checkout: "schema", "tests/http/permissions.md". One that starts at
/// the root stays as it is.
std::filesystem::path path_of(const std::filesystem::path& name);

/// The bytes of a file. Throws std::runtime_error, with its path, where it cannot be read.
std::string text_of(const std::filesystem::path& name);

} // namespace source_tree
