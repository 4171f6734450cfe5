// What stands before a page's text in many collections of Markdown: YAML between lines of --- or TOML between
// lines of +++. Only as much of both languages is read as titles, addresses and dates need; every field keeps
// its lines, so that what is not understood can be kept as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

struct FrontField {
    std::string name;
    std::string text;              // "" for a list or a table
    std::vector<std::string> list; // of plain texts
    std::string source;            // its lines, each with a line end
};

struct FrontMatter {
    std::string language; // "yaml", "toml", or "" where the text has none
    std::vector<FrontField> fields;
    std::string body; // without the blank lines before it and behind it

    /// The field of that name, or nullptr.
    [[nodiscard]] const FrontField* find(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
};

/// Takes a text as base::clean leaves it. A header that is not closed is no header: it stays in the body.
FrontMatter read_front_matter(std::string_view text);

/// A value in double quotes with \ before quotes and backslashes: sound in YAML 1.2, in TOML and in JSON.
std::string in_quotes(std::string_view text);

} // namespace app
