#include "forum/similar_view.hpp"

namespace forum {

void similar_part(html::Writer& w, std::span<const search::Similar> similar) {
    // The script fills the list anew and says in the status line how many there are.
    w.put<"<div class=\"similar\" data-similar=\"/similar\">"
          "<p class=\"hidden-words\" role=\"status\"></p>"
          "<div class=\"notice\"{}><p>Somebody may have written of it already:</p><ul>">(
        html::Flag{"hidden", similar.empty()});
    for (const auto& one : similar) {
        w.put<"<li><a href=\"{}\">{}</a> ">(server::Url::local(one.address).value_or(html::link<"/search">()),
                                            one.title);
        parts::badge(w, base::enum_text(one.kind));
        w.put<"</li>">();
    }
    w.put<"</ul></div></div>">();
}

} // namespace forum
