#include "tests/markup/strict_html.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <vector>

namespace strict_html {
namespace {

using Names = std::set<std::string, std::less<>>;

const std::map<std::string, Names, std::less<>> allowed{
    {"p", {}},
    {"h2", {"id"}},
    {"h3", {"id"}},
    {"h4", {"id"}},
    {"h5", {"id"}},
    {"h6", {"id"}},
    {"ul", {}},
    {"ol", {"start"}},
    {"li", {"class", "id"}},
    {"blockquote", {}},
    {"pre", {"tabindex"}},
    {"code", {"class"}},
    {"hr", {}},
    {"br", {}},
    {"em", {}},
    {"strong", {}},
    {"del", {}},
    {"a", {"href", "title", "rel", "class", "aria-label"}},
    {"sup", {"class", "id"}},
    {"section", {"class"}},
    {"div", {"class", "role", "aria-label", "tabindex"}},
    {"table", {}},
    {"thead", {}},
    {"tbody", {}},
    {"tr", {}},
    {"th", {"scope", "class"}},
    {"td", {"class"}},
    {"input", {"type", "disabled", "checked", "aria-label"}},
};
const Names empty_elements{"hr", "br", "input"};
const Names classes{"task",          "image", "mention", "missing", "footnotes", "footnote-ref",
                    "footnote-back", "table", "left",    "center",  "right"};

class Reader {
  public:
    Reader(std::string_view html, std::string_view id_prefix) : html_(html), id_prefix_(id_prefix) {}

    void read() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<')
                tag();
            else if (html_[at_] == '&')
                entity();
            else
                require(html_[at_] != '>' && html_[at_] != '\0', "a bare sign"), ++at_;
        }
        require(open_.empty(), "an element is left open");
    }

  private:
    void require(bool holds, const std::string& what) const {
        if (holds) return;
        const std::size_t from = at_ < 60 ? 0 : at_ - 60;
        throw std::runtime_error(what + " near: " + std::string(html_.substr(from, 140)));
    }

    bool take(std::string_view text) {
        if (html_.substr(at_, text.size()) != text) return false;
        at_ += text.size();
        return true;
    }

    std::string name() {
        std::string out;
        while (at_ < html_.size() && ((html_[at_] >= 'a' && html_[at_] <= 'z') || html_[at_] == '-' ||
                                      (html_[at_] >= '0' && html_[at_] <= '9')))
            out += html_[at_++];
        require(!out.empty(), "no name");
        return out;
    }

    char entity() {
        for (const auto& [text, sign] : std::initializer_list<std::pair<std::string_view, char>>{
                 {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#x27;", '\''}})
            if (take(text)) return sign;
        require(false, "an unknown entity");
        return 0;
    }

    std::string value() {
        std::string out;
        while (!take("\"")) {
            require(at_ < html_.size() && html_[at_] != '<' && html_[at_] != '>', "an attribute without end");
            out += html_[at_] == '&' ? entity() : html_[at_++];
        }
        return out;
    }

    void tag() {
        take("<");
        if (take("/")) {
            const std::string element = name();
            require(take(">"), "an end tag with more in it");
            require(!open_.empty() && open_.back() == element, "</" + element + "> closes nothing");
            open_.pop_back();
            if (element == "a") in_link_ = false;
            if (element == "p") in_paragraph_ = false;
            return;
        }
        const std::string element = name();
        const auto found = allowed.find(element);
        require(found != allowed.end(), "the element " + element);
        Names seen;
        while (!take(">"))
            attribute(element, found->second, seen);
        if (element == "input")
            require(seen.contains("type") && seen.contains("disabled") && seen.contains("aria-label"),
                    "a live input");
        if (element == "a") {
            require(!in_link_, "a link in a link");
            in_link_ = true;
        }
        if (element == "p") {
            require(!in_paragraph_, "a paragraph in a paragraph");
            in_paragraph_ = true;
        }
        if (!empty_elements.contains(element)) open_.push_back(element);
    }

    void attribute(const std::string& element, const Names& names, Names& seen) {
        require(take(" "), "no blank before an attribute");
        const std::string attribute = name();
        require(names.contains(attribute), element + " with " + attribute);
        require(seen.insert(attribute).second, attribute + " twice");
        if (attribute == "disabled" || attribute == "checked") return;
        require(take("=\""), "an attribute without quotes");
        check(attribute, value());
    }

    void check(const std::string& attribute, const std::string& value) {
        if (attribute == "href") check_address(value);
        if (attribute == "id") {
            require(value.starts_with(id_prefix_), "an id without the prefix: " + value);
            require(ids_.insert(value).second, "an id twice: " + value);
        }
        if (attribute == "class")
            require(classes.contains(value) || value.starts_with("language-"), "the class " + value);
        if (attribute == "class") require(value.find(' ') == std::string::npos, "several classes");
        if (attribute == "type") require(value == "checkbox", "an input of type " + value);
        if (attribute == "tabindex") require(value == "0", "tabindex " + value);
        if (attribute == "rel") require(value == "nofollow ugc noopener noreferrer", "rel " + value);
    }

    /// As browsers read an address: blanks and control characters at the start and line breaks anywhere do
    /// not count.
    void check_address(const std::string& address) const {
        std::string bare;
        for (const char c : address)
            if (static_cast<unsigned char>(c) > 0x20)
                bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        require(bare == address ||
                    std::equal(bare.begin(), bare.end(), address.begin(), address.end(),
                               [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); }),
                "blanks in an address");
        require(!bare.starts_with("//") && !bare.starts_with("/\\") && !bare.starts_with("\\"),
                "another host");
        const std::size_t end = bare.find_first_of(":/?#");
        if (end == std::string::npos || bare[end] != ':') return;
        const std::string scheme = bare.substr(0, end);
        if (scheme.empty() || scheme[0] < 'a' || scheme[0] > 'z')
            return; // RFC 3986 section 3.1: part of a path
        if (scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.") != std::string::npos) return;
        require(scheme == "http" || scheme == "https" || scheme == "mailto", "the scheme " + scheme);
    }

    std::string_view html_;
    std::string_view id_prefix_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
    Names ids_;
    bool in_link_ = false;
    bool in_paragraph_ = false;
};

} // namespace

std::string fault_in(std::string_view html, std::string_view id_prefix) {
    try {
        Reader(html, id_prefix).read();
        return {};
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
}

} // namespace strict_html
