#include "site/parts/blocks.hpp"

namespace parts {

void page_head(Writer& w, std::string_view title, std::string_view lede, const Inside& acts) {
    w.put<"<header class=\"page-head{}\"><div class=\"head-line\"><div><h1>{}</h1>">(acts ? " wide" : "",
                                                                                     title);
    if (!lede.empty()) w.put<"<p class=\"lede\">{}</p>">(lede);
    w.put<"</div>">();
    if (acts) parts::acts(w, acts);
    w.put<"</div></header>">();
}

void columns(Writer& w, const Inside& text, std::string_view label, const Inside& aside) {
    w.put<"<div class=\"columns\"><div class=\"stack-wide\">{}</div>">(text);
    w.put<"<aside class=\"side\" aria-label=\"{}\">{}</aside></div>">(label, aside);
}

void section(Writer& w, std::string_view title, const Inside& inside) {
    w.put<"<section class=\"stack\"><h2>{}</h2>{}</section>">(title, inside);
}

void list(Writer& w, const ListHead& head, const Inside& rows) {
    w.put<"<section{}>">(
        html::Attribute{"class", head.waiting ? std::optional<std::string_view>("waiting") : std::nullopt});
    if (head.hide_title) {
        w.put<"<h2 class=\"hidden-words\">{}</h2>">(head.title);
    } else {
        w.put<"<div class=\"list-head\"><h2>{}</h2>">(head.title);
        if (head.more_where) w.put<"<a href=\"{}\">{}</a>">(*head.more_where, head.more_words);
        w.put<"</div>">();
    }
    w.put<"<ol class=\"rows\">{}</ol></section>">(rows);
}

void row(Writer& w, const Row& row) {
    w.put<"<li class=\"row{}\">">(row.unread ? " unread" : "");
    if (row.mark) row.mark(w);
    w.put<"<div class=\"row-body\"><h3 class=\"row-title\"><a href=\"{}\">{}</a>">(row.where, row.title);
    if (row.unread) w.put<"<span class=\"hidden-words\"> (new)</span>">();
    w.put<"</h3>">();
    if (!row.text.empty()) w.put<"<p class=\"row-text\">{}</p>">(row.text);
    if (row.meta) w.put<"<div class=\"row-meta\">{}</div>">(row.meta);
    w.put<"</div>">();
    if (row.acts) w.put<"<div class=\"row-acts acts\">{}</div>">(row.acts);
    w.put<"</li>">();
}

void notice(Writer& w, Tone tone, const Inside& inside) {
    const auto word = tone == Tone::good   ? " good"
                      : tone == Tone::care ? " care"
                      : tone == Tone::bad  ? " bad"
                                           : "";
    w.put<"<div class=\"notice{}\">{}</div>">(word, inside);
}

void empty(Writer& w, std::string_view icon_name, std::string_view title, std::string_view text,
           const Inside& acts) {
    w.put<"<div class=\"empty\">">();
    icon(w, icon_name);
    w.put<"<h2>{}</h2><p>{}</p>">(title, text);
    if (acts) parts::acts(w, acts);
    w.put<"</div>">();
}

} // namespace parts
