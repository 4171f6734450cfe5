#include "search/results_view.hpp"

#include "base/text.hpp"
#include "site/json.hpp"
#include "site/parts.hpp"

#include <algorithm>
#include <array>

namespace search {
namespace {

using html::Writer;
using server::link;
using server::Url;

Url results_at(std::string_view words, std::string_view kind, std::size_t offset = 0) {
    if (offset > 0)
        return link<"/search?q={}&kind={}&cursor={}">(
            words, kind, site::Cursor{static_cast<std::int64_t>(offset), 0}.text());
    return kind.empty() ? link<"/search?q={}">(words) : link<"/search?q={}&kind={}">(words, kind);
}

Url address_of(const Hit& hit) {
    return Url::local(hit.address).value_or(link<"/search">());
}

void kind_badge(Writer& w, const Hit& hit) {
    if (hit.settled && hit.kind == Kind::answer)
        parts::badge(w, "Accepted answer", parts::Tone::good, "check");
    else if (hit.settled && hit.kind == Kind::question)
        parts::badge(w, "Question, answered", parts::Tone::good, "check");
    else
        parts::badge(w, kind_words(hit.kind));
}

void hit_meta(Writer& w, const site::Context& c, const Hit& hit) {
    kind_badge(w, hit);
    if (!hit.author_name.empty()) {
        w.put<"<span>">();
        parts::author_link(w, {.name = hit.author_name, .handle = hit.author});
        if (!hit.state.empty()) w.put<", {}">(hit.state);
        w.put<"</span>">();
    }
    parts::when(w, c, hit.at);
    if (!hit.place.empty())
        w.put<"<span>in <a href=\"{}\">{}</a></span>">(link<"/search?q={}">("in:" + hit.place),
                                                       place_words(hit.place));
    parts::tags(w, hit.tags);
}

void hit_row(Writer& w, const site::Context& c, const Hit& hit) {
    w.put<"<li><h2 class=\"row-title\"><a href=\"{}\">{}</a></h2>">(address_of(hit), hit.title);
    if (!hit.snippet.text.empty()) {
        w.put<"<p class=\"snippet\">">();
        if (!hit.heading.empty()) w.put<"<strong>{}:</strong> ">(hit.heading);
        snippet_html(w, hit.snippet);
        w.put<"</p>">();
    }
    w.put<"<div class=\"row-meta\">{}</div></li>">([&](Writer& inner) { hit_meta(inner, c, hit); });
}

void advice(Writer& w, const Asked& asked, const Results& results) {
    if (!results.did_you_mean.empty())
        parts::notice(w, parts::Tone::plain, [&](Writer& inner) {
            inner.put<"<p>Did you mean <a href=\"{}\">{}</a>?</p>">(
                results_at(results.did_you_mean, asked.kind), results.did_you_mean);
        });
    std::vector<std::string> notes = results.notes;
    if (asked.complaints.any())
        for (const auto& complaint : asked.complaints.problem().fields)
            notes.push_back(complaint.message);
    if (notes.empty()) return;
    parts::notice(w, parts::Tone::plain, [&](Writer& inner) {
        for (const auto& note : notes)
            inner.put<"<p>{}</p>">(note);
    });
}

void nothing_found(Writer& w) {
    parts::empty(
        w, "search", "Nothing was found",
        "Try fewer or other words, or leave a filter out. If nobody has asked it yet, ask the cohort.",
        [](Writer& inner) {
            parts::button_link(inner, link<"/forum/new">(), "Ask a question");
            parts::button_link(inner, link<"/search/help">(), "How to search", parts::Look::plain);
        });
}

std::string number_words(const Results& results) {
    if (results.more) return "More than " + base::grouped(results.total) + " results";
    return base::counted(results.total, "result", "results");
}

void hits(Writer& w, const site::Context& c, const Asked& asked, const Results& results) {
    w.put<"<ol class=\"hits\" start=\"{}\">">(asked.part.offset + 1);
    for (const Hit& hit : results.hits)
        hit_row(w, c, hit);
    w.put<"</ol>">();
    std::optional<Url> newer;
    std::optional<Url> older;
    const std::size_t next = asked.part.offset + results.hits.size();
    if (asked.part.offset > 0)
        newer = results_at(asked.words, asked.kind,
                           asked.part.offset - std::min(asked.part.offset, asked.part.limit));
    if (next < static_cast<std::size_t>(results.total)) older = results_at(asked.words, asked.kind, next);
    parts::pager(w, newer, older, "Results before", "More results");
}

/// At most two words, without a sign that means something to the search.
bool could_be_a_name(std::string_view words) {
    return !words.empty() && words.find_first_of(":\"*") == std::string_view::npos &&
           std::ranges::count(words, ' ') < 2;
}

void facets(Writer& w, const Asked& asked, const Results& results) {
    std::vector<parts::Entry> entries{{"Everything", results_at(asked.words, ""), {}, asked.kind.empty()}};
    for (const Facet& facet : results.facets) {
        const auto name = base::enum_text(facet.kind);
        entries.push_back({std::string(kind_words_plural(facet.kind)), results_at(asked.words, name),
                           facet.number, asked.kind == name});
    }
    parts::section(w, "Show", [&](Writer& inner) { parts::links(inner, entries); });
    if (could_be_a_name(asked.words))
        w.put<"<p><a href=\"{}\">People of this name</a></p>">(link<"/members?name={}">(asked.words));
    w.put<"<p><a href=\"/search/help\">How to search</a></p>">();
}

} // namespace

std::string_view kind_words(Kind kind) {
    static constexpr auto words =
        std::to_array<std::string_view>({"Question", "Discussion", "Story", "Announcement", "Answer",
                                         "Practice page", "Proposal", "Standard"});
    return words[static_cast<std::size_t>(kind)];
}

std::string_view kind_words_plural(Kind kind) {
    static constexpr auto words =
        std::to_array<std::string_view>({"Questions", "Discussions", "Stories", "Announcements",
                                         "Answers and replies", "Practice pages", "Proposals", "Standards"});
    return words[static_cast<std::size_t>(kind)];
}

std::string place_words(std::string_view slug) {
    std::string words(slug);
    // The one word among the places that keeps its hyphen.
    constexpr std::string_view in_person = "in-person-";
    const std::size_t from = slug.starts_with(in_person) ? in_person.size() - 1 : 0;
    std::replace(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), '-', ' ');
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

void snippet_html(Writer& w, const Snippet& snippet) {
    const std::string_view text = snippet.text;
    std::size_t at = 0;
    for (const auto& [from, to] : snippet.marks) {
        w.put<"{}<mark>{}</mark>">(text.substr(at, from - at), text.substr(from, to - from));
        at = to;
    }
    w.put<"{}">(text.substr(at));
}

void results_view(Writer& w, const site::Context& c, const Asked& asked, const Results& results) {
    parts::page_head(w, "Results for “" + asked.words + "”",
                     results.hits.empty() ? std::string() : number_words(results));
    parts::columns(
        w,
        [&](Writer& inner) {
            advice(inner, asked, results);
            if (results.hits.empty())
                nothing_found(inner);
            else
                hits(inner, c, asked, results);
        },
        "Narrow the search", [&](Writer& inner) { facets(inner, asked, results); });
}

} // namespace search
