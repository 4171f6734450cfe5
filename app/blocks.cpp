#include "app/blocks.hpp"

#include "base/text.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace app {

std::vector<Block> read_blocks(std::string_view text) {
    const std::string clean = base::clean(text);
    const auto lines = base::split(clean, '\n');
    std::vector<Block> blocks;
    if (lines.front() != "+++") return {{"", clean, 1}};
    bool in_header = false;
    int number = 0;
    for (const auto line : lines) {
        ++number;
        if (line == "+++") {
            if (!in_header) blocks.push_back({"", "", number});
            in_header = !in_header;
            continue;
        }
        auto& part = in_header ? blocks.back().header : blocks.back().text;
        part += line;
        part += '\n';
    }
    if (in_header)
        throw std::runtime_error("the header that begins in line " + std::to_string(blocks.back().line) +
                                 " is not closed by a line +++");
    for (auto& block : blocks)
        block.text = base::trim(block.text);
    return blocks;
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    if (!in || !(content << in.rdbuf())) {
        if (in && in.peek() == std::ifstream::traits_type::eof()) return {};
        throw std::runtime_error(file.string() + " cannot be read");
    }
    return std::move(content).str();
}

void write_file(const std::filesystem::path& file, std::string_view content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::runtime_error(file.string() + " cannot be written");
}

} // namespace app
