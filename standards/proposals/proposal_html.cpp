#include "standards/proposals/proposal_html.hpp"

namespace standards {
namespace {

constexpr auto none = std::string_view::npos;
// As markup begins them, and as texts that were rendered long ago have them.
constexpr std::string_view footnotes = "<div class=\"footnotes\"",
                           old_footnotes = "<section class=\"footnotes\"";

/// A heading in the HTML, as markup writes one: <h3 id="c1">…</h3>.
struct Place {
    std::size_t begin = none;
    std::size_t inside = 0;
    std::size_t inside_end = 0;
    std::size_t end = 0;
};

Place heading_with_id(std::string_view html, const std::string& id) {
    const std::string mark = " id=\"" + id + "\">";
    for (auto at = html.find(mark); at != none; at = html.find(mark, at + 1)) {
        if (at < 3 || html[at - 3] != '<' || html[at - 2] != 'h') continue;
        const std::string close = std::string("</h") + html[at - 1] + ">";
        const auto end = html.find(close, at);
        if (end != none) return {at - 3, at + mark.size(), end, end + close.size()};
    }
    return {};
}

std::size_t first_of(std::string_view html, std::size_t from, std::initializer_list<std::string_view> marks) {
    auto first = html.size();
    for (const auto mark : marks)
        if (const auto at = html.find(mark, from); at < first) first = at;
    return first;
}

/// Without the heading "Clauses" at its end, which the page writes itself.
std::string_view without_last_part_heading(std::string_view html) {
    const auto begin = html.rfind("<h2 ");
    const auto end = begin == none ? none : html.find("</h2>", begin);
    if (end == none || html.find_first_not_of(" \n", end + 5) != none) return html;
    return html.substr(0, begin);
}

} // namespace

ProposalHtml take_apart(const std::string& all, const ProposalText& text) {
    const std::string_view html = all;
    std::vector<Place> places;
    for (const auto& clause : text.clauses) {
        places.push_back(heading_with_id(html, clause.id));
        const bool in_order = places.size() < 2 || places[places.size() - 2].end <= places.back().begin;
        if (places.back().begin == none || !in_order) return {all, {}, {}};
    }
    ProposalHtml parts;
    const auto begin =
        places.empty() ? first_of(html, 0, {"<h2 ", footnotes, old_footnotes}) : places[0].begin;
    parts.statement =
        places.empty() ? html.substr(0, begin) : without_last_part_heading(html.substr(0, begin));
    auto rest = begin;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& at = places[i];
        rest = i + 1 < places.size() ? places[i + 1].begin
                                     : first_of(html, at.end, {"<h2 ", footnotes, old_footnotes});
        parts.clauses.push_back({text.clauses[i].id, all.substr(at.inside, at.inside_end - at.inside),
                                 all.substr(at.end, rest - at.end)});
    }
    parts.rest = html.substr(rest);
    return parts;
}

} // namespace standards
