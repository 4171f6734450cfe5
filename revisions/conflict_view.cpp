#include "revisions/conflict_view.hpp"

#include "revisions/api.hpp"
#include "revisions/editor_view.hpp"

namespace revisions {
namespace {

using html::Writer;

void version(Writer& w, std::string_view heading, std::string_view classes, std::string_view title,
             std::string_view body) {
    w.put<"<section class=\"version {}\"><h3>{}</h3>">(classes, heading);
    if (!title.empty()) w.put<"<p>Title: {}</p>">(title);
    w.put<"<pre tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</pre></section>">(heading, body);
}

/// Only the places that are at odds, each with both versions.
void places(Writer& w, const Conflict& conflict) {
    const auto at_odds = [](const markup::Region& region) {
        return region.kind == markup::Region::Kind::conflict;
    };
    const auto count = std::ranges::count_if(conflict.merge.regions, at_odds);
    int number = 0;
    for (const auto& region : conflict.merge.regions) {
        if (!at_odds(region)) continue;
        ++number;
        const auto heading = count == 1 ? std::string("Where the two differ")
                                        : "Place " + std::to_string(number) + " of " + std::to_string(count);
        w.put<"<section class=\"stack\"><h2>{}</h2><div class=\"versions\">">(heading);
        version(w, "Yours", "yours", "", region.mine);
        version(w, "Saved by " + conflict.theirs.author_name, "", "", region.theirs);
        w.put<"</div></section>">();
    }
    if (conflict.mine.title != conflict.theirs.title && conflict.with_title)
        w.put<"<p>Your title is “{}”, the saved one “{}”.</p>">(conflict.mine.title, conflict.theirs.title);
}

void finish(Writer& w, const site::Context& c, const Conflict& conflict) {
    parts::State state;
    state.values.add("title", conflict.title);
    state.values.add("body", conflict.merge.text);
    state.values.add("summary", conflict.summary);
    parts::form(w, c, conflict.action, {.draft = conflict.place}, state, [&](Writer& inner) {
        parts::hidden_field(inner, "base_revision", std::to_string(conflict.theirs.number));
        for (const auto& [name, value] : conflict.carried)
            parts::hidden_field(inner, name, value);
        if (conflict.with_title) parts::text_field(inner, state, {.name = "title", .label = "Title"});
        parts::markdown_field(
            inner, state,
            {.name = "body",
             .label = "The finished text",
             .hint = "All changes are in it. Where both changed the same lines, yours stand under "
                     "“<<<<<<<” and the saved ones under “=======”: keep what is right and take the three "
                     "marker lines out.",
             .size = "tall"});
        parts::text_field(inner, state, {.name = "summary", .label = "Summary", .optional = true});
        editing_acts(inner, {.save = "Save the finished text", .place = conflict.place});
    });
}

void whole_texts(Writer& w, const Conflict& conflict) {
    w.put<"<details class=\"more\"><summary>Both texts, whole</summary><div class=\"versions\">">();
    version(w, "Your text", "yours", conflict.mine.title, conflict.mine.body);
    version(w, "The saved text", "", conflict.theirs.title, conflict.theirs.body);
    w.put<"</div></details>">();
}

} // namespace

Conflict conflict_of(store::Reader& db, base::TextId text, Prepared mine, Saved saved, server::Url action) {
    return {.mine = std::move(mine),
            .theirs = find_revision(db, text, saved.number).value(),
            .merge = std::move(saved.merge),
            .title = std::move(saved.title),
            .action = std::move(action)};
}

server::Response show_conflict(site::Context& c, const Chain& chain, const Conflict& conflict) {
    if (c.is_api()) return conflict_json(c, conflict);
    const site::Frame frame{
        .title = "Two changes in the same place", .section = chain.section, .crumbs = chain.crumbs};
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title, chain.title);
            w.put<
                "<div class=\"notice care\" role=\"alert\" tabindex=\"-1\" autofocus><p>{} saved revision {} ">(
                conflict.theirs.author_name, conflict.theirs.number);
            parts::when(w, c, conflict.theirs.at);
            w.put<
                ", while you were writing. Nothing of yours is lost, and nothing is saved yet: finish the text "
                "below.</p></div>">();
            w.put<"<div class=\"stack-wide\">">();
            places(w, conflict);
            finish(w, c, conflict);
            whole_texts(w, conflict);
            w.put<"</div>">();
        },
        409);
}

bool has_conflict_marks(std::string_view body) {
    return body.find("<<<<<<< your version\n") != std::string_view::npos ||
           body.find(">>>>>>> the saved version") != std::string_view::npos;
}

} // namespace revisions
