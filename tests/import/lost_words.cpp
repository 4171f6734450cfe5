#include "tests/import/lost_words.hpp"

#include "app/import/html_words.hpp"
#include "base/text.hpp"
#include "server/url.hpp"

#include <cctype>
#include <map>
#include <regex>

namespace testing {
namespace {

using Counts = std::map<std::string, int, std::less<>>;

void count_words(std::string_view text, Counts& counts, int step) {
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) counts[word] += step;
        word.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool blank = text.substr(at, 2) == "\xC2\xA0";
        if (blank) ++at;
        if (!blank && (std::isalnum(byte) != 0 || byte >= 0x80))
            word += text[at];
        else
            end_word();
    }
    end_word();
}

/// Percent signs and entities read, so that both sides speak alike.
std::string plain(std::string_view text) {
    const auto words = app::without_entities(text);
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto byte = words[at] == '%' ? server::percent_decode(words.substr(at, 3)) : std::nullopt;
        out += byte ? *byte : std::string(1, words[at]);
        if (byte) at += byte->size() == 1 && words.size() > at + 2 ? 2 : 0;
    }
    return out;
}

/// The words between the tags, and what stands in their attributes.
std::string words_of_html(std::string_view html) {
    static const std::regex values("(?:href|title|class|id)=\"([^\"]*)\"");
    std::string out;
    while (!html.empty()) {
        const auto words = html.substr(0, html.find('<'));
        out.append(words);
        html.remove_prefix(words.size());
        if (html.empty()) break;
        const std::string tag(html.substr(0, html.find('>') + 1));
        for (std::sregex_iterator found(tag.begin(), tag.end(), values), end; found != end; ++found)
            out.append(" ").append((*found)[1].str());
        out += ' ';
        html.remove_prefix(tag.size());
    }
    return out;
}

/// One line without what Markdown takes away. Line by line, because std::regex recurses with the length of
/// its text.
std::string without_syntax(std::string line) {
    static const std::regex list_number("^([ \\t>*+-]*)[0-9]+[.)](?=[ \\t]|$)");
    static const std::regex label("^ {0,3}\\[[^\\]]+\\]:(?=[ \\t]|$)");
    static const std::regex reference("\\]\\[[^\\]]*\\]");
    static const std::regex linked_image("\\[!\\[([^\\]]*)\\]\\([^)]*\\)\\]");
    static const std::regex relative("\\]\\((?!https?:|mailto:|#|<)[^ )]*");
    static const std::regex tag("\\]\\(\\{%.*?%\\}\\)");
    line = std::regex_replace(line, list_number, "$1");
    line = std::regex_replace(line, linked_image, "[$1]");
    line = std::regex_replace(line, label, " ");
    line = std::regex_replace(line, reference, "] ");
    line = std::regex_replace(line, tag, "]");
    return std::regex_replace(line, relative, "](");
}

} // namespace

std::vector<std::string> lost_words(std::string_view markdown, std::string_view html) {
    Counts counts;
    for (const auto line : base::split(markdown, '\n'))
        count_words(plain(without_syntax(std::string(line))), counts, 1);
    count_words(plain(words_of_html(html)), counts, -1);
    std::vector<std::string> lost;
    for (const auto& [word, count] : counts)
        if (count > 0) lost.push_back(word);
    return lost;
}

} // namespace testing
