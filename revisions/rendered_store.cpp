#include "base/text.hpp"
#include "revisions/id_prefix.hpp"
#include "revisions/revisions_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace revisions {
namespace {

/// A heading a line: level, id and words, with a tab between.
std::string contents_of(const std::vector<markup::Heading>& headings) {
    std::string contents;
    for (const auto& heading : headings) {
        std::string words = heading.text;
        std::ranges::replace_if(words, [](char c) { return c == '\t' || c == '\n'; }, ' ');
        contents += std::to_string(heading.level) + "\t" + heading.id + "\t" + words + "\n";
    }
    return contents;
}

} // namespace

std::vector<markup::Heading> parse_contents(std::string_view contents) {
    std::vector<markup::Heading> headings;
    for (const auto line : base::split(contents, '\n')) {
        const auto parts = base::split(line, '\t');
        if (parts.size() != 3) continue;
        const auto level = base::parse_int(parts[0]).value_or(2);
        headings.push_back({static_cast<int>(level), std::string(parts[1]), std::string(parts[2])});
    }
    return headings;
}

void keep_rendered(store::Writer& db, base::TextId text, const markup::Rendered& rendered) {
    const auto prefix = "t" + std::to_string(text.value) + "-";
    auto headings = rendered.headings;
    if (!rendered.id_prefix.empty())
        for (auto& heading : headings)
            heading.id.replace(0, rendered.id_prefix.size(), prefix);
    db.run<"INSERT INTO rendered (text_id, html, contents, renderer_version) VALUES (?, ?, ?, ?) "
           "ON CONFLICT (text_id) DO UPDATE SET html = excluded.html, contents = excluded.contents, "
           "renderer_version = excluded.renderer_version">(
        text, with_prefix(rendered.html, rendered.id_prefix, prefix), contents_of(headings),
        markup::renderer_version);
    db.run<"DELETE FROM text_links WHERE text_id = ?">(text);
    for (const auto& slug : rendered.pages)
        db.run<"INSERT OR IGNORE INTO text_links (text_id, slug) VALUES (?, ?)">(text, slug);
}

RenderedText rendered(store::Reader& db, base::TextId text) {
    struct Row {
        std::string html;
        std::string contents;
    };
    auto row = db.one<Row, "SELECT html, contents FROM rendered WHERE text_id = ?">(text);
    if (!row) throw std::logic_error("a text without its HTML: run `cohort rebuild`");
    return {std::move(row->html), parse_contents(row->contents)};
}

std::vector<base::TextId> texts_to_render(store::Reader& db, int renderer_version) {
    return db
        .all<base::TextId,
             "/* whole table: rebuild */ SELECT t.id FROM texts t LEFT JOIN rendered d ON d.text_id = t.id "
             "WHERE coalesce(d.renderer_version, 0) < ? ORDER BY t.id">(renderer_version);
}

std::vector<base::TextId> texts_linking(store::Reader& db, std::string_view slug) {
    return db.all<base::TextId, "SELECT text_id FROM text_links WHERE slug = ?">(slug);
}

std::optional<std::string> page_name(store::Reader& db, std::string_view slug) {
    return db.one<std::string, "SELECT title FROM page_names WHERE slug = ?">(slug);
}

void put_page_name(store::Writer& db, std::string_view slug, std::string_view title) {
    db.run<"INSERT INTO page_names (slug, title) VALUES (?, ?) "
           "ON CONFLICT (slug) DO UPDATE SET title = excluded.title">(slug, title);
}

void drop_page_name(store::Writer& db, std::string_view slug) {
    db.run<"DELETE FROM page_names WHERE slug = ?">(slug);
}

} // namespace revisions
