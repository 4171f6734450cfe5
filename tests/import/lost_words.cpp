#include "tests/import/lost_words.hpp"

#include "app/import/html_words.hpp"
#include "base/text.hpp"
#include "markup/render.hpp"
#include "server/url.hpp"

#include <cctype>
#include <map>
#include <regex>
#include <set>

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

/// Entities read (those that no table here knows, by the renderer), again and again, because code shows them
/// unread.
std::string without_entities(std::string_view text) {
    static const std::regex named("&[A-Za-z][A-Za-z0-9]*;");
    std::string words(text);
    for (std::string before; before != words;) {
        before = words;
        words = app::without_entities(words);
        for (std::smatch found; std::regex_search(words, found, named);)
            words.replace(static_cast<std::size_t>(found.position()), found[0].str().size(),
                          markup::plain_text(found[0].str(), 1));
    }
    return words;
}

/// Percent signs and entities read, so that both sides speak alike.
std::string plain(std::string_view text) {
    const auto words = without_entities(text);
    std::string out;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto byte = words[at] == '%' ? server::percent_decode(words.substr(at, 3)) : std::nullopt;
        out += byte ? *byte : std::string(1, words[at]);
        if (byte) at += 2;
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
    static const std::regex label("^ {0,3}\\[[^\\]]+\\]:");
    static const std::regex reference("\\]\\[[^\\]]*\\]");
    static const std::regex linked_image(
        "!\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])(?=[^\\[\\]]*\\][(\\[])");
    static const std::regex relative("\\]\\((?!https?:|mailto:|#|<)[^ )]*");
    static const std::regex tag("\\]\\(\\{%.*?%\\}\\)");
    line = std::regex_replace(line, list_number, "$1");
    line = std::regex_replace(line, linked_image, "$1");
    line = std::regex_replace(line, label, " ");
    line = std::regex_replace(line, reference, "] ");
    line = std::regex_replace(line, tag, "]");
    return std::regex_replace(line, relative, "](");
}

/// The definitions of links whose address nobody is shown, in any renderer: never used, or only for a picture
/// that is itself a link, or defined a second time, or of a kind that is refused.
class UnusedDefinitions {
  public:
    explicit UnusedDefinitions(std::string_view text) : text_(base::ascii_lower(text)) {}

    bool contains(const std::string& line) {
        static const std::regex definition("^ {0,3}(\\[[^\\]]+\\]):[ \t]*(.*)$");
        std::smatch found;
        if (!std::regex_match(line, found, definition)) return false;
        const auto label = base::ascii_lower(found[1].str());
        const auto target = found[2].str();
        if (!defined_.insert(label).second || target.starts_with("ftp:") || target.starts_with("//"))
            return true;
        for (std::size_t at = 0; (at = text_.find(label, at)) != std::string::npos; at += label.size()) {
            const auto next = text_.substr(at + label.size(), 1);
            if (next != ":" && next != "]") return false;
        }
        return true;
    }

  private:
    std::string text_;
    std::set<std::string> defined_;
};

} // namespace

std::vector<std::string> lost_words(std::string_view markdown, std::string_view html) {
    Counts counts;
    UnusedDefinitions unused(markdown);
    for (const auto view : base::split(markdown, '\n'))
        if (const std::string line(view); !unused.contains(line))
            count_words(plain(without_syntax(line)), counts, 1);
    count_words(plain(words_of_html(html)), counts, -1);
    std::vector<std::string> lost;
    for (const auto& [word, count] : counts)
        if (count > 0) lost.push_back(word);
    return lost;
}

} // namespace testing
