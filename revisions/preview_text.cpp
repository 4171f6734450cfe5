#include "revisions/editor_view.hpp"
#include "revisions/handlers.hpp"

namespace revisions {

server::Response preview_text(site::Context& c) {
    // The script does not say what kind of text it is: a proposal's clauses carry ids behind their headings,
    // and nobody else writes such.
    auto html = preview(c.db, c.input.raw("body"), TextKind::proposal);
    if (html) return server::html(*std::move(html));
    html::Writer w;
    w.put<"<p class=\"error\">{}</p>">(html.error().detail);
    return server::html(w.take());
}

} // namespace revisions
