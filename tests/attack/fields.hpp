// What the tests know about each field of any form or call, by its name: what kind of text goes in, and one
// that is taken. A field that is not known here fails the tests.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace attack {

enum class Kind {
    line,     // one line of free text
    text,     // several lines of free text
    markdown, // several lines, shown rendered
    tags,     // free words that become addresses
    bound,    // a choice, a number, a day, an address, a name that must exist
    secret,   // a password
    carried,  // travels along unseen
};

struct Known {
    std::string_view name;
    Kind kind;
    std::string_view good{}; // "": what the form holds
    bool is_many = false;    // JSON takes a list
};

/// `place` is the act that takes it ("createThread", "POST /settings"): the same name may mean two things.
std::optional<Known> known_field(std::string_view place, std::string_view name);

/// What the folders of pages and calls read from their `fields` ("input", "query"): the names in
/// `fields.text("name")` and its like, from their source.
std::set<std::string> names_read_from(std::string_view fields);

inline bool is_free(Kind kind) {
    return kind == Kind::line || kind == Kind::text || kind == Kind::markdown;
}

} // namespace attack
