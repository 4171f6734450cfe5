#include "revisions/revisions_store.hpp"

#include <limits>

namespace revisions {
namespace {

/// Newer than any renderer: every text is older.
constexpr int every_version = std::numeric_limits<int>::max();

/// Derives everything again from the newest revision. A text that no longer passes admission (its limits were
/// lowered) keeps the HTML that it has.
bool render_again(store::Writer& db, base::TextId text) {
    auto source = newest_source(db, text);
    const auto prepared = prepare(db, source.kind, std::move(source.title), std::move(source.body));
    if (!prepared) return false;
    keep_rendered(db, text, prepared->rendered);
    return true;
}

} // namespace

void name_page(store::Writer& db, std::string_view slug, std::string_view title) {
    if (page_name(db, slug) == title) return;
    put_page_name(db, slug, title);
    for (const auto text : texts_linking(db, slug))
        render_again(db, text);
}

void forget_page_name(store::Writer& db, std::string_view slug) {
    if (!page_name(db, slug)) return;
    drop_page_name(db, slug);
    for (const auto text : texts_linking(db, slug))
        render_again(db, text);
}

int rebuild(store::Writer& db, Which which) {
    int count = 0;
    for (const auto text :
         texts_to_render(db, which == Which::all ? every_version : markup::renderer_version))
        count += render_again(db, text);
    return count;
}

} // namespace revisions
