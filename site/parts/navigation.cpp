#include "site/parts/navigation.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace parts {
namespace {

html::Attribute current(bool is_current, std::string_view kind) {
    return {"aria-current", is_current ? std::optional(kind) : std::nullopt};
}

bool is_listed(const Heading& heading) {
    return heading.level == 2 || heading.level == 3;
}

} // namespace

void tabs(Writer& w, std::string_view label, std::span<const Tab> entries) {
    w.put<"<nav class=\"tabs\" aria-label=\"{}\"><ul>">(label);
    for (const auto& tab : entries) {
        w.put<"<li><a href=\"{}\"{}>{}">(tab.where, current(tab.current, "page"), tab.words);
        if (tab.number) {
            w.put<" ">();
            count(w, *tab.number);
        }
        w.put<"</a></li>">();
    }
    w.put<"</ul></nav>">();
}

void pager(Writer& w, const std::optional<Url>& newer, const std::optional<Url>& older,
           std::string_view newer_words, std::string_view older_words) {
    if (!newer && !older) return;
    w.put<"<nav class=\"pager\" aria-label=\"Newer and older\">">();
    if (newer) {
        w.put<"<a class=\"button plain\" href=\"{}\" rel=\"prev\">">(*newer);
        icon(w, "older"); // an arrow to the left
        w.put<"{}</a>">(newer_words);
    }
    if (older) {
        w.put<"<a class=\"button plain\" href=\"{}\" rel=\"next\">{}">(*older, older_words);
        icon(w, "newer");
        w.put<"</a>">();
    }
    w.put<"</nav>">();
}

void contents(Writer& w, std::span<const Heading> headings) {
    if (std::ranges::count_if(headings, is_listed) < 2) return;
    w.put<"<nav class=\"contents\" aria-labelledby=\"contents\"><h2 id=\"contents\">On this page</h2><ol>">();
    for (const auto& heading : headings)
        if (is_listed(heading))
            w.put<"<li class=\"{}\"><a href=\"{}\">{}</a></li>">(heading.level == 3 ? "deeper" : "",
                                                                 Url::fragment(heading.id), heading.words);
    w.put<"</ol></nav>">();
}

void links(Writer& w, std::span<const Entry> entries) {
    w.put<"<ul class=\"links\">">();
    for (const auto& entry : entries) {
        w.put<"<li><a href=\"{}\"{}>{}">(entry.where, current(entry.current, "true"), entry.words);
        if (entry.number) w.put<" <span class=\"number\">{}</span>">(base::grouped(*entry.number));
        w.put<"</a></li>">();
    }
    w.put<"</ul>">();
}

} // namespace parts
