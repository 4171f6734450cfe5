// Reads an HTML literal at compile time and says for each {} in what place it stands. What it refuses is a
// build error.
#pragma once

#include "base/literal.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace html {

enum class Place { text, attribute, url, tag };

struct Slot {
    std::size_t offset;
    Place place;
};

namespace detail {

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

constexpr bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == ':' || c == '_';
}

constexpr bool takes_url(std::string_view attribute) {
    return attribute == "href" || attribute == "src" || attribute == "action" || attribute == "formaction" ||
           attribute == "cite" || attribute == "poster";
}

/// Code or markup in an attribute: no value from outside can be made safe there.
constexpr bool takes_nothing(std::string_view attribute) {
    return attribute.starts_with("on") || attribute == "style" || attribute == "srcdoc" ||
           attribute == "srcset";
}

/// Walks the literal and calls `found(offset, place)` for each {}. A throw is a compile error with that
/// sentence.
template <class Found> constexpr void walk(std::string_view html, Found found) {
    enum class State { text, tag, value };
    State state = State::text;
    char quote = 0;
    std::string_view attribute;
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char c = html[i];
        const bool slot = c == '{' && i + 1 < html.size() && html[i + 1] == '}';
        if (state == State::text) {
            if (slot) found(i, Place::text);
            if (c != '<') continue;
            if (html.substr(i).starts_with("<script") &&
                html.substr(i).find("src=") == std::string_view::npos)
                throw "no inline scripts";
            if (html.substr(i).starts_with("<style")) throw "no inline styles";
            if (html.substr(i).starts_with("<!--")) throw "no comments in pages";
            state = State::tag;
        } else if (state == State::tag) {
            if (slot) {
                if (html[i - 1] == '=') throw "quote the attribute's value";
                found(i, Place::tag);
                ++i;
            } else if (c == '>') {
                state = State::text;
            } else if (c == '"' || c == '\'') {
                if (html[i - 1] != '=') throw "a quote inside a tag must follow =";
                std::size_t start = i - 1;
                while (start > 0 && is_name(html[start - 1]))
                    --start;
                attribute = html.substr(start, i - 1 - start);
                quote = c;
                state = State::value;
            }
        } else {
            if (slot) {
                if (takes_nothing(attribute)) throw "no value may stand in this attribute";
                const bool whole = html[i - 1] == quote && i + 2 < html.size() && html[i + 2] == quote;
                if (takes_url(attribute) && !whole) throw "an address is one Url: build it with link<>";
                found(i, takes_url(attribute) ? Place::url : Place::attribute);
            }
            if (c == quote) state = State::tag;
        }
    }
    if (state != State::text) throw "the literal ends inside a tag";
}

} // namespace detail

/// The slots of a literal, in order.
template <base::Literal literal> consteval auto scan() {
    constexpr std::size_t count = [] {
        std::size_t slots = 0;
        detail::walk(literal.view(), [&](std::size_t, Place) { ++slots; });
        return slots;
    }();
    std::array<Slot, count> slots{};
    std::size_t at = 0;
    detail::walk(literal.view(), [&](std::size_t offset, Place place) { slots[at++] = {offset, place}; });
    return slots;
}

} // namespace html
