#include "tests/http/page.hpp"

#include "base/text.hpp"
#include "tests/support/scene.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace testing {
namespace {

constexpr std::array<std::string_view, 13> empty_elements{
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};

bool is_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':' || c == '_';
}

/// A tag as it stands in the page.
struct Tag {
    Element element;
    bool closes = false;
    std::size_t after = 0; // where its text ends
};

/// Reads attributes from `at` to the end of the tag.
std::size_t read_attributes(std::string_view html, std::size_t at, Element& element) {
    while (at < html.size() && html[at] != '>') {
        if (!is_name(html[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < html.size() && is_name(html[at]))
            ++at;
        const std::string name(html.substr(begin, at - begin));
        std::string value;
        if (html.substr(at).starts_with("=\"")) {
            const auto end = html.find('"', at + 2);
            value = entities_read(html.substr(at + 2, end - at - 2));
            at = end + 1;
        }
        element.attributes.emplace(name, value);
    }
    return at + 1;
}

std::vector<Tag> tags_of(std::string_view html) {
    std::vector<Tag> tags;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        Tag tag;
        tag.closes = html.substr(at).starts_with("</");
        const auto begin = at + (tag.closes ? 2 : 1);
        auto end = begin;
        while (end < html.size() && is_name(html[end]))
            ++end;
        tag.element.name = html.substr(begin, end - begin);
        at = tag.after = read_attributes(html, end, tag.element);
        if (!tag.element.name.empty()) tags.push_back(std::move(tag)); // else the doctype
    }
    return tags;
}

std::string words_after(std::string_view html, const Tag& tag) {
    return std::string(base::trim(html.substr(tag.after, html.find('<', tag.after) - tag.after)));
}

void check_balance(const std::vector<Tag>& tags, std::vector<std::string>& faults) {
    std::vector<std::string> open;
    for (const auto& tag : tags) {
        const auto& name = tag.element.name;
        if (std::ranges::find(empty_elements, name) != empty_elements.end()) continue;
        if (!tag.closes) {
            open.push_back(name);
        } else if (open.empty() || open.back() != name) {
            faults.push_back("</" + name + "> closes what is not open");
            return;
        } else {
            open.pop_back();
        }
    }
    if (!open.empty()) faults.push_back("<" + open.back() + "> stays open");
}

void check_inline(const Element& element, std::vector<std::string>& faults) {
    if (element.name == "style") faults.emplace_back("a <style> element");
    if (element.name == "script" && !element.has("src")) faults.emplace_back("a script without src");
    for (const auto& [name, value] : element.attributes) {
        if (name == "style" || name.starts_with("on")) faults.push_back("the attribute " + name);
        if (value.starts_with("javascript:")) faults.push_back("a script as an address: " + value);
    }
    if (element.name == "img" && !element.has("alt")) faults.emplace_back("an image without alt");
}

bool needs_label(const Element& element) {
    static const std::set<std::string, std::less<>> without{"hidden", "submit", "button", "reset"};
    return element.name == "select" || element.name == "textarea" ||
           (element.name == "input" && !without.contains(element.get("type")));
}

/// Labels, targets of links, and what aria attributes name.
void check_references(const std::vector<Tag>& tags, std::vector<std::string>& faults) {
    std::set<std::string> ids;
    std::set<std::string> labelled;
    for (const auto& tag : tags) {
        const auto& element = tag.element;
        if (element.has("id") && !ids.insert(element.get("id")).second)
            faults.push_back("the id " + element.get("id") + " stands twice");
        if (element.name == "label") labelled.insert(element.get("for"));
    }
    int in_label = 0;
    for (const auto& tag : tags) {
        const auto& element = tag.element;
        if (element.name == "label") in_label += tag.closes ? -1 : 1;
        if (tag.closes) continue;
        if (needs_label(element) && in_label == 0 && !element.has("aria-label") &&
            !element.has("aria-labelledby") && !labelled.contains(element.get("id")))
            faults.push_back("a field without a label: " + element.get("name"));
        if (const auto href = element.get("href");
            href.size() > 1 && href[0] == '#' && !ids.contains(href.substr(1)))
            faults.push_back("a link to nothing on the page: " + href);
        for (const auto* attribute : {"aria-describedby", "aria-labelledby", "aria-controls"})
            if (element.has(attribute))
                for (const auto id : base::split(element.attributes.find(attribute)->second, ' '))
                    if (!ids.contains(std::string(id)))
                        faults.push_back(std::string(attribute) + " names nothing: " + std::string(id));
    }
}

} // namespace

std::string Element::get(std::string_view attribute) const {
    const auto found = attributes.find(attribute);
    return found == attributes.end() ? std::string() : found->second;
}

std::vector<Element> elements_of(std::string_view html) {
    std::vector<Element> elements;
    for (auto& tag : tags_of(html))
        if (!tag.closes) elements.push_back(std::move(tag.element));
    return elements;
}

std::vector<std::string> page_faults(std::string_view html) {
    std::vector<std::string> faults;
    if (!html.starts_with("<!doctype html>")) faults.emplace_back("no doctype");
    const auto tags = tags_of(html);
    int heads = 0;
    int mains = 0;
    bool has_language = false;
    bool has_title = false;
    for (const auto& tag : tags) {
        if (tag.closes) continue;
        const auto& element = tag.element;
        if (element.name == "h1") ++heads;
        if (element.name == "main") ++mains;
        if (element.name == "html") has_language = element.get("lang") == "en";
        if (element.name == "title") has_title = !words_after(html, tag).empty();
        check_inline(element, faults);
    }
    if (!has_language) faults.emplace_back("no language");
    if (!has_title) faults.emplace_back("no title");
    if (heads != 1) faults.push_back(std::to_string(heads) + " h1");
    if (mains != 1) faults.push_back(std::to_string(mains) + " main");
    check_balance(tags, faults);
    check_references(tags, faults);
    return faults;
}

std::vector<std::string> links_of(std::string_view html) {
    std::set<std::string> links;
    for (const auto& element : elements_of(html))
        for (const auto* attribute : {"href", "src"}) {
            const auto address = element.get(attribute);
            if (address.starts_with('/') && !address.starts_with("//"))
                links.insert(address.substr(0, address.find('#')));
        }
    return {links.begin(), links.end()};
}

std::vector<FormTarget> forms_of(std::string_view html, std::string_view here) {
    std::vector<FormTarget> forms;
    const auto add = [&](const std::string& method, const std::string& action) {
        const auto path = action.empty() ? std::string(here) : action;
        forms.push_back({method == "post" ? "POST" : "GET", path.substr(0, path.find('?'))});
    };
    std::string method;
    for (const auto& element : elements_of(html)) {
        if (element.name == "form") add(method = element.get("method"), element.get("action"));
        if (element.has("formaction")) add(method, element.get("formaction"));
    }
    return forms;
}

} // namespace testing
