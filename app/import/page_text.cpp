#include "app/import/page_text.hpp"

#include "base/text.hpp"
#include "markup/render.hpp"

#include <algorithm>
#include <cctype>

namespace app {
namespace {

constexpr std::size_t longest_title = 200;

/// The text of "# Heading" where the body begins with one that is plain words, which are then taken out.
std::string take_heading(std::string& body) {
    const auto line = std::string_view(body).substr(0, body.find('\n'));
    if (!line.starts_with("# ")) return {};
    auto words = base::trim(line.substr(2));
    const auto closing = words.find_last_not_of('#');
    if (closing != std::string_view::npos && closing + 1 < words.size() && words[closing] == ' ')
        words = base::trim(words.substr(0, closing));
    std::string title(words);
    if (title.empty() || base::length(title) > longest_title ||
        markup::plain_text(title, longest_title) != title)
        return {};
    const auto next = body.find_first_not_of('\n', line.size());
    body.erase(0, std::min(next, body.size()));
    return title;
}

std::size_t longest_run(std::string_view text, char of) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text)
        longest = std::max(longest, run = c == of ? run + 1 : 0);
    return longest;
}

std::string other_fields(const FrontMatter& front) {
    std::string source;
    for (const auto& field : front.fields)
        if (field.name != "title") source += field.source;
    if (base::trim(source).empty()) return {};
    const std::string fence(std::max<std::size_t>(3, longest_run(source, '`') + 1), '`');
    return fence + front.language + "\n" + source + fence;
}

void append_paragraph(std::string& body, std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!body.empty()) body += "\n\n";
    body += paragraph;
}

} // namespace

bool is_exported(const FrontMatter& front) {
    return front.find("area") != nullptr && front.find("revision") != nullptr &&
           front.find("updated") != nullptr;
}

PageText page_text(const FrontMatter& front, std::string_view path) {
    PageText page{base::clean_line(front.text("title")), front.body};
    if (page.title.empty()) page.title = take_heading(page.body);
    if (page.title.empty()) page.title = words_of_path(path);
    if (base::length(page.title) > longest_title) {
        page.body.insert(0, "# " + page.title + "\n\n");
        page.title = base::truncate(page.title, longest_title);
    }
    if (is_exported(front)) return page;
    if (const auto target = front.text("redirect_to"); page.body.empty() && !target.empty())
        page.body = "This page moved to [" + target + "](" + target + ").";
    append_paragraph(page.body, other_fields(front));
    return page;
}

std::string words_of_path(std::string_view path) {
    auto parts = base::split(path, '/');
    auto stem = parts.back().substr(0, parts.back().rfind('.'));
    const auto small = base::ascii_lower(stem);
    if ((small == "index" || small == "readme") && parts.size() > 1) stem = parts[parts.size() - 2];
    std::string words(stem);
    std::ranges::replace(words, '-', ' ');
    std::ranges::replace(words, '_', ' ');
    words = base::clean_line(words);
    if (words.empty()) return "Untitled";
    words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

} // namespace app
