// Reads an answer as whoever receives it: what is markup and what is text in a page, which texts stand where
// in JSON. Stricter than a browser on purpose.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attack {

struct Page {
    /// Each element outside of rendered Markdown, in order, a line each: its name and those of its
    /// attributes.
    std::string shape{};
    /// The inside of each rendered Markdown text.
    std::vector<std::string> prose{};
    /// Between the tags, entities read.
    std::string text{};
    /// The attributes' values, entities read, a line feed between.
    std::string values{};
    /// Where its links, images and forms lead.
    std::vector<std::string> targets{};
    /// What no page may have: a tag that does not end, an attribute without quotes. Empty: sound.
    std::string fault{};
};
Page read_page(std::string_view html);

/// The lines of `shape` that are not in `known`, each once.
std::vector<std::string> new_kinds(std::string_view shape, std::string_view known);

/// "/title" and its text, for every text in it. Empty where it is no JSON.
std::vector<std::pair<std::string, std::string>> texts_in_json(std::string_view json);

/// Whether it is well-formed XML; nothing else of it is looked at.
bool is_xml(std::string_view text);

} // namespace attack
