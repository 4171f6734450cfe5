#include "revisions/compare_view.hpp"
#include "revisions/history_view.hpp"

#include <algorithm>
#include <limits>

namespace revisions {
namespace {

using html::Writer;

constexpr int usual_context = 3;

int count_lines(std::string_view text) {
    const auto ends = std::ranges::count(text, '\n');
    return static_cast<int>(ends) + (!text.empty() && text.back() != '\n' ? 1 : 0);
}

void side(Writer& w, const site::Context& c, const Chain& chain, const Revision& revision,
          std::string_view name) {
    w.put<"<div><h2>{}: <a href=\"{}\">revision {}</a></h2><p class=\"row-meta\">">(
        name, chain.revision(revision.number), revision.number);
    revision_author(w, revision);
    w.put<" ">();
    parts::when(w, c, revision.at);
    w.put<"</p>">();
    if (!revision.summary.empty()) w.put<"<p>{}</p>">(revision.summary);
    if (revision.redacted_at) w.put<"<p>The words of this revision were removed.</p>">();
    w.put<"</div>">();
}

void titles(Writer& w, const Revision& from, const Revision& to) {
    if (from.title == to.title) return;
    w.put<"<p class=\"inline-compare\">The title changed: <del>{}</del> <ins>{}</ins></p>">(from.title,
                                                                                            to.title);
}

/// The ways to the neighbours: one change back, one change on.
void steps(Writer& w, const Chain& chain, int from, int to, int newest) {
    std::optional<server::Url> newer;
    std::optional<server::Url> older;
    if (to < newest) newer = chain.compare(to, to + 1);
    if (from > 1) older = chain.compare(from - 1, from);
    parts::pager(w, newer, older, "Newer change", "Older change");
}

void body(Writer& w, const site::Context& c, const Chain& chain, const Revision& from, const Revision& to,
          int newest) {
    const bool whole = c.query.raw("lines") == "all";
    const auto comparison =
        markup::compare(from.body, to.body, whole ? std::numeric_limits<int>::max() / 4 : usual_context);
    w.put<"<div class=\"sides\">">();
    side(w, c, chain, from, "From");
    side(w, c, chain, to, "To");
    w.put<"</div>">();
    titles(w, from, to);
    if (comparison.hunks.empty()) {
        w.put<"<p>{}</p>">(from.title == to.title ? "The two texts are the same."
                                                  : "The text below the title is the same.");
    } else {
        w.put<"<p class=\"row-meta\">">();
        change_counts(w, comparison.added_lines, comparison.removed_lines);
        const auto other = chain.compare(from.number, to.number).text();
        if (whole)
            w.put<" <a href=\"{}\">Only what changed</a></p>">(*server::Url::local(other));
        else
            w.put<" <a href=\"{}\">Show every line</a></p>">(*server::Url::local(other + "&lines=all"));
        compare_view(w, comparison,
                     {.new_lines = count_lines(to.body), .caption = "What changed, line by line"});
    }
    steps(w, chain, from.number, to.number, newest);
}

} // namespace

server::Response show_compare(site::Context& c, const Chain& chain) {
    const int newest = newest_number(c.db, chain.text);
    const auto to_number = c.query.number("to").value_or(newest);
    const auto from_number = c.query.number("from").value_or(std::max<std::int64_t>(1, to_number - 1));
    const auto known = [&](std::int64_t number) { return number >= 1 && number <= newest; };
    if (!known(from_number) || !known(to_number))
        return site::not_found(c, "This text has no such revision.");
    const auto from = find_revision(c.db, chain.text, static_cast<int>(std::min(from_number, to_number)));
    const auto to = find_revision(c.db, chain.text, static_cast<int>(std::max(from_number, to_number)));

    const site::Frame frame{
        .title = "Changes to " + chain.title, .section = chain.section, .crumbs = chain.crumbs};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, frame.title);
        parts::tabs(w, "This page", chain.tabs);
        body(w, c, chain, *from, *to, newest);
    });
}

} // namespace revisions
