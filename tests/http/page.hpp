// Reads a page of ours as a browser would, near enough: its elements in order, and what is wrong with it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace testing {

struct Element {
    std::string name;
    std::map<std::string, std::string, std::less<>> attributes{}; // entities read; without value: ""

    [[nodiscard]] bool has(std::string_view attribute) const { return attributes.contains(attribute); }
    /// "" where it has none.
    [[nodiscard]] std::string get(std::string_view attribute) const;
};

/// Every start tag.
std::vector<Element> elements_of(std::string_view html);

/// What no page of ours may be: without language or title, with more or less than one h1, out of balance,
/// with an id twice, with inline script or style, with a field without a label, with a link to a place that
/// the page lacks.
std::vector<std::string> page_faults(std::string_view html);

/// Paths (and queries) of this site that its links and images lead to, without fragments, each once.
std::vector<std::string> links_of(std::string_view html);

struct FormTarget {
    std::string method; // "GET", "POST"
    std::string path;
};
/// Where its forms go, buttons with an address of their own included. `here` is the page's own path.
std::vector<FormTarget> forms_of(std::string_view html, std::string_view here);

} // namespace testing
