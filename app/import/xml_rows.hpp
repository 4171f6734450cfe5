// Reads the <row …/> elements of a large XML file one by one. Files with a document type are refused: with it
// come entities, and with these the bombs and the reading of other files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

class XmlRow {
  public:
    /// The value of an attribute, "" where there is none.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    /// A whole number; 0 where there is none.
    [[nodiscard]] std::int64_t number(std::string_view name) const;

    std::vector<std::pair<std::string_view, std::string_view>> attributes;
};

/// Throws std::runtime_error naming the file, the line and what is wrong there.
void read_xml_rows(const std::filesystem::path& file, const std::function<void(const XmlRow&)>& visit);

} // namespace app
