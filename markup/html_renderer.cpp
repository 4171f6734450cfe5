#include "markup/html_renderer.hpp"

#include "markup/escape.hpp"

namespace markup {

void HtmlRenderer::write(Node root) {
    walk(root, [this](Event event, Node node, NodeKind kind) { visit(event, node, kind); });
    if (footnotes_ > 0) put("</ol>\n</div>\n");
}

void HtmlRenderer::visit(Event event, Node node, NodeKind kind) {
    if (kind < NodeKind::text)
        block(event, node, kind);
    else
        inline_node(event, node, kind);
}

void HtmlRenderer::inline_node(Event event, Node node, NodeKind kind) {
    switch (kind) {
    case NodeKind::text: text(node); break;
    case NodeKind::html_inline: append_text(html_, literal(node)); break;
    case NodeKind::soft_break: put(is_plain() ? " " : "\n"); break;
    case NodeKind::line_break: put(is_plain() ? " " : "<br>\n"); break;
    case NodeKind::code:
        pair(Event::enter, "<code>", "");
        append_text(html_, literal(node));
        pair(Event::exit, "", "</code>");
        break;
    case NodeKind::emphasis: pair(event, "<em>", "</em>"); break;
    case NodeKind::strong: pair(event, "<strong>", "</strong>"); break;
    case NodeKind::strikethrough: pair(event, "<del>", "</del>"); break;
    case NodeKind::link: link(event, node); break;
    case NodeKind::image: image(event, node); break;
    case NodeKind::footnote_reference: footnote_reference(node); break;
    default: break;
    }
}

void HtmlRenderer::pair(Event event, std::string_view open, std::string_view close) {
    if (is_plain()) return;
    put(event == Event::enter ? open : close);
}

void HtmlRenderer::fresh_line() {
    if (!html_.empty() && html_.back() != '\n') html_ += '\n';
}

} // namespace markup
