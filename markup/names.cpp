#include "markup/names.hpp"

#include "markup/escape.hpp"

#include <algorithm>

namespace markup {
namespace {

// A caller's answer may cost a query. Nobody needs more names in one text; the rest stay words.
constexpr std::size_t most_members = 200;
constexpr std::size_t most_titles = 1'000;

} // namespace

bool Names::is_member(const std::string& handle) {
    if (const auto known = members_.find(handle); known != members_.end()) return known->second;
    if (members_.size() >= most_members) return false;
    const bool answer = !options_.is_member || options_.is_member(handle);
    members_.emplace(handle, answer);
    return answer;
}

std::optional<std::string> Names::title_of(const std::string& slug) {
    if (const auto known = titles_.find(slug); known != titles_.end()) return known->second;
    if (!options_.page_title || titles_.size() >= most_titles) return std::nullopt;
    return titles_.emplace(slug, options_.page_title(slug)).first->second;
}

bool Names::has_page(const std::string& slug) {
    return title_of(slug) || !options_.page_title;
}

std::vector<TextLink> Names::links_in(std::string_view text) {
    auto links = find_text_links(text);
    std::erase_if(links, [&](const TextLink& link) {
        return link.kind == TextLink::Kind::member && !is_member(link.target);
    });
    return links;
}

std::string Names::words_for(const TextLink& link, std::string_view text) {
    if (link.kind != TextLink::Kind::page) return std::string(text.substr(link.begin, link.end - link.begin));
    if (link.label_is_chosen) return link.label;
    if (auto title = title_of(link.target)) return *std::move(title);
    return link.label.empty() ? link.target : link.label;
}

void Names::note(const TextLink& link, Rendered& rendered) {
    switch (link.kind) {
    case TextLink::Kind::member:
        if (noted_.insert("@" + link.target).second) rendered.mentions.push_back(link.target);
        break;
    case TextLink::Kind::page:
        if (noted_.insert("[" + link.target).second) rendered.pages.push_back(link.target);
        break;
    case TextLink::Kind::thread:
        if (noted_.insert("#" + std::to_string(link.number)).second) rendered.threads.push_back(link.number);
        break;
    default: break;
    }
}

} // namespace markup
