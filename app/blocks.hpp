// Text files with TOML headers between lines of +++: the demonstration content, and pages with front matter.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct Block {
    std::string header; // TOML; "" where the text has none
    std::string text;
    int line = 1; // of the header in its file, for messages
};

/// Cuts a text into its blocks. A text that does not begin with +++ is one block without a header. Throws
/// std::runtime_error where a header is not closed.
std::vector<Block> read_blocks(std::string_view text);

/// The whole file. Throws std::runtime_error when it cannot be read.
std::string read_file(const std::filesystem::path& file);
/// Writes the whole file, making its folder. Throws std::runtime_error.
void write_file(const std::filesystem::path& file, std::string_view content);

} // namespace app
