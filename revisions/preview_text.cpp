#include "revisions/editor_view.hpp"
#include "revisions/handlers.hpp"

namespace revisions {

server::Response preview_text(site::Context& c) {
    auto html = preview(c.db, c.input.raw("body"));
    if (html) return server::html(*std::move(html));
    html::Writer w;
    w.put<"<p class=\"error\">{}</p>">(html.error().detail);
    return server::html(w.take());
}

} // namespace revisions
