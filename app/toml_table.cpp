#include "app/toml_table.hpp"

#include <toml++/toml.h>

#include <sstream>
#include <stdexcept>

namespace app {

struct TomlTable::Node {
    toml::table table;
};

TomlTable::TomlTable(std::string_view text, std::string where) : where_(std::move(where)) {
    try {
        node_ = std::make_unique<Node>(Node{toml::parse(text)});
    } catch (const toml::parse_error& error) {
        std::ostringstream line;
        line << error.description() << " (line " << error.source().begin.line << " of the header)";
        refuse(line.str());
    }
}

TomlTable::TomlTable(std::unique_ptr<Node> node, std::string where)
    : node_(std::move(node)), where_(std::move(where)) {}
TomlTable::~TomlTable() = default;
TomlTable::TomlTable(TomlTable&&) noexcept = default;

void TomlTable::refuse(const std::string& what) const {
    throw std::runtime_error(where_ + ": " + what);
}

std::string TomlTable::text(std::string_view key) const {
    const auto value = node_->table[key].value<std::string>();
    if (!value) refuse("«" + std::string(key) + "» is missing or no text");
    return *value;
}

std::string TomlTable::text_or(std::string_view key, std::string_view otherwise) const {
    return node_->table[key].value_or(std::string(otherwise));
}

double TomlTable::number(std::string_view key) const {
    const auto value = find_number(key);
    if (!value) refuse("«" + std::string(key) + "» is missing or no number");
    return *value;
}

std::optional<double> TomlTable::find_number(std::string_view key) const {
    return node_->table[key].value<double>();
}

bool TomlTable::flag(std::string_view key) const {
    return node_->table[key].value_or(false);
}

std::vector<std::string> TomlTable::list(std::string_view key) const {
    std::vector<std::string> all;
    if (const auto* array = node_->table[key].as_array())
        for (const auto& element : *array)
            if (const auto text = element.value<std::string>()) all.push_back(*text);
    return all;
}

void TomlTable::each(std::string_view key, const std::function<void(const TomlTable&)>& visit) const {
    const auto* array = node_->table[key].as_array();
    if (!array) refuse("there is no [[" + std::string(key) + "]]");
    int number = 0;
    for (const auto& element : *array)
        if (const auto* table = element.as_table())
            visit(TomlTable(std::make_unique<Node>(Node{*table}),
                            where_ + ", [[" + std::string(key) + "]] " + std::to_string(++number)));
}

} // namespace app
