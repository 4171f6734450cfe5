// Whatever is or becomes a link: Markdown's own, images, footnotes, and what find_text_links finds in words.
#include "base/text.hpp"
#include "markup/escape.hpp"
#include "markup/html_renderer.hpp"

namespace markup {

void HtmlRenderer::text(Node node) {
    const auto words = literal(node);
    if (in_link() || is_plain()) {
        append_text(html_, words);
        return;
    }
    std::size_t at = 0;
    for (const auto& link : names_.links_in(words)) {
        append_text(html_, words.substr(at, link.begin - at));
        text_link(link, words);
        at = link.end;
    }
    append_text(html_, words.substr(at));
}

void HtmlRenderer::text_link(const TextLink& link, std::string_view words) {
    names_.note(link, rendered_);
    switch (link.kind) {
    case TextLink::Kind::address: open_link(without_guards(link.target), "", ""); break;
    case TextLink::Kind::mail: open_link("mailto:" + link.target, "", ""); break;
    case TextLink::Kind::member:
        put("<a class=\"mention\" href=\"/members/");
        append_segment(html_, link.target);
        put("\">");
        break;
    case TextLink::Kind::page:
        put(names_.has_page(link.target) ? "<a href=\"/practices/"
                                         : "<a class=\"missing\" href=\"/practices/");
        append_segment(html_, link.target);
        put("\">");
        break;
    case TextLink::Kind::thread:
        put("<a href=\"/forum/threads/" + std::to_string(link.number) + "\">");
        break;
    }
    append_text(html_, names_.words_for(link, words));
    put("</a>");
}

void HtmlRenderer::open_link(std::string_view address, std::string_view title, std::string_view css_class) {
    put("<a");
    if (!css_class.empty()) (html_ += " class=\"").append(css_class) += '"';
    put(" href=\"");
    const bool is_here = address.starts_with('#') &&
                         outline_.ids.contains(options_.id_prefix + std::string(address.substr(1)));
    if (is_here) put("#" + options_.id_prefix);
    append_address(html_, address.substr(is_here ? 1 : 0));
    put("\"");
    if (!title.empty()) {
        put(" title=\"");
        append_text(html_, title);
        put("\"");
    }
    if (address_kind(address) == AddressKind::external) put(" rel=\"nofollow ugc noopener noreferrer\"");
    put(">");
}

void HtmlRenderer::link(Event event, Node node) {
    if (is_plain()) return;
    if (event == Event::exit) {
        if (links_ == tagged_link_) {
            put("</a>");
            tagged_link_ = 0;
        }
        --links_;
        return;
    }
    ++links_;
    if (in_link()) return; // `[see <https://a.example>](https://b.example)`: the words alone
    const std::string target = address(node);
    const bool is_named = has_words(node);
    if (address_kind(target) == AddressKind::refused || (!is_named && target.empty())) return;
    open_link(target, title(node), "");
    tagged_link_ = links_;
    if (!is_named) append_text(html_, target); // a link without words could not be read aloud
}

void HtmlRenderer::image(Event event, Node node) {
    if (event == Event::exit) {
        if (--images_ == 0 && close_image_) put("</a>");
        if (images_ == 0) close_image_ = false;
        return;
    }
    if (++images_ > 1) return;
    const std::string target = address(node);
    close_image_ = !in_link() && address_kind(target) != AddressKind::refused;
    if (close_image_) open_link(target, title(node), "image");
    if (!has_words(node)) put("image");
}

void HtmlRenderer::footnote_reference(Node node) {
    if (is_plain()) return;
    const std::string number(literal(node));
    const int use = ++uses_[number];
    put("<sup class=\"footnote-ref\" id=\"" + options_.id_prefix + "fnref_" + number);
    if (use > 1) put("_" + std::to_string(use));
    put("\">");
    if (in_link())
        put(number);
    else
        put("<a href=\"#" + options_.id_prefix + "fn_" + number + "\" aria-label=\"Footnote " + number +
            "\">" + number + "</a>");
    put("</sup>");
}

} // namespace markup
