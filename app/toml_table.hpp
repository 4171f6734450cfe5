// A TOML table read with plain words for what is missing or wrong. The parser itself stays behind this
// header.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class TomlTable {
  public:
    /// `where` begins every message: the file, or the file and line. Throws std::runtime_error.
    TomlTable(std::string_view text, std::string where);
    ~TomlTable();
    TomlTable(TomlTable&&) noexcept;

    /// The text at that key; throws when there is none.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise) const;
    [[nodiscard]] double number(std::string_view key) const;
    [[nodiscard]] std::optional<double> find_number(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> list(std::string_view key) const;
    /// Visits each table of an array: [[center]] …
    void each(std::string_view key, const std::function<void(const TomlTable&)>& visit) const;

    [[noreturn]] void refuse(const std::string& what) const;

  private:
    struct Node;
    explicit TomlTable(std::unique_ptr<Node> node, std::string where);
    std::unique_ptr<Node> node_;
    std::string where_;
};

} // namespace app
