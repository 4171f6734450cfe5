#include "app/import/qa_attribution.hpp"

#include "app/import/html_words.hpp"

#include <algorithm>

namespace app {
namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

/// "a", "a and b", "a, b and c"
std::string in_words(const std::vector<std::string>& list) {
    std::string words;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) words += i + 1 == list.size() ? " and " : ", ";
        words += escaped_markdown(list[i]);
    }
    return words;
}

std::string link(const std::string& words, const std::string& address) {
    return address.empty() ? escaped_markdown(words) : "[" + escaped_markdown(words) + "](" + address + ")";
}

std::string original(const QaSite& site, std::int64_t id) {
    return site.address.empty() ? "" : site.address + "/questions/" + std::to_string(id);
}

} // namespace

std::string attribution(const QaSite& site, const QaQuestion& question, const FindQuestion& find) {
    std::vector<std::string> authors;
    std::vector<std::string> licences;
    const auto note = [&](const QaPost& post) {
        for (const auto& version : post.versions)
            add_once(authors, version.author);
        add_once(licences, post.licence);
    };
    note(question.post);
    for (const auto& answer : question.answers)
        note(answer);
    std::string text =
        "---\n\nImported from " +
        link(site.name + ", question " + std::to_string(question.post.id), original(site, question.post.id)) +
        " under " + in_words(licences) + ". Written by " + in_words(authors) + ".";
    for (const auto& to : question.links) {
        const auto place = find(to.to);
        if (!place) continue;
        text += std::string("\n\n") + (to.duplicate ? "The same question: " : "Related: ") +
                link(place->title, place->address.empty() ? original(site, to.to) : place->address) + ".";
    }
    return text;
}

} // namespace app
