// The blocks: paragraphs, headings, lists, code, footnotes and tables.
#include "markup/escape.hpp"
#include "markup/html_renderer.hpp"
#include "markup/letters.hpp"

#include <algorithm>
#include <optional>

namespace markup {
namespace {

constexpr std::size_t longest_language = 30;
constexpr int most_back_links = 20;

/// A language's name as part of a class ("c++", "objective-c"), else nothing.
bool is_language(std::string_view name) {
    std::size_t at = 0;
    while (at < name.size()) {
        const bool is_sign = std::string_view("-+#.").find(name[at]) != std::string_view::npos;
        const std::size_t size = is_sign ? 1 : word_size(name, at);
        if (size == 0) return false;
        at += size;
    }
    return at > 0 && at <= longest_language;
}

} // namespace

void HtmlRenderer::block(Event event, Node node, NodeKind kind) {
    switch (kind) {
    case NodeKind::block_quote:
        fresh_line();
        put(event == Event::enter ? "<blockquote>\n" : "</blockquote>\n");
        break;
    case NodeKind::list: list(event, node); break;
    case NodeKind::item:
    case NodeKind::task_item: item(event, node, kind); break;
    case NodeKind::code_block: code_block(node); break;
    case NodeKind::html_block: html_block(node); break;
    case NodeKind::paragraph: paragraph(event, node); break;
    case NodeKind::heading: heading(event, node); break;
    case NodeKind::thematic_break:
        fresh_line();
        put("<hr>\n");
        break;
    case NodeKind::footnote: footnote(event); break;
    case NodeKind::table: table(event, node); break;
    case NodeKind::table_row: table_row(event, node); break;
    case NodeKind::table_cell: table_cell(event, node); break;
    default: break;
    }
}

void HtmlRenderer::paragraph(Event event, Node node) {
    if (is_tight(node)) return;
    if (event == Event::enter) {
        fresh_line();
        put("<p>");
        return;
    }
    if (kind_of(parent(node)) == NodeKind::footnote && is_last(node)) back_links();
    put("</p>\n");
}

void HtmlRenderer::heading(Event event, Node node) {
    if (!has_words(node)) { // nothing to jump to, and nothing to read aloud
        if (event == Event::enter) fresh_line();
        put(event == Event::enter ? "<p>" : "</p>\n");
        return;
    }
    const Heading& heading = outline_.headings[next_heading_];
    const auto level = static_cast<char>('0' + heading.level);
    if (event == Event::enter) {
        fresh_line();
        (html_ += "<h") += level;
        put(" id=\"");
        append_text(html_, heading.id);
        put("\">");
    } else {
        (html_ += "</h") += level;
        put(">\n");
        ++next_heading_;
    }
}

void HtmlRenderer::list(Event event, Node node) {
    const std::optional<int> start = list_start(node);
    if (event == Event::exit) {
        put(start ? "</ol>\n" : "</ul>\n");
        return;
    }
    fresh_line();
    if (!start)
        put("<ul>\n");
    else if (*start == 1)
        put("<ol>\n");
    else
        put("<ol start=\"" + std::to_string(*start) + "\">\n");
}

void HtmlRenderer::item(Event event, Node node, NodeKind kind) {
    if (event == Event::exit) {
        put("</li>\n");
        return;
    }
    fresh_line();
    if (kind == NodeKind::item)
        put("<li>");
    else if (is_checked(node))
        put("<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> ");
    else
        put("<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"not done\"> ");
}

void HtmlRenderer::code_block(Node node) {
    fresh_line();
    std::string name = language(node);
    if (name.starts_with("language-")) name.erase(0, 9);
    if (is_language(name))
        put("<pre tabindex=\"0\"><code class=\"language-" + name + "\">");
    else
        put("<pre tabindex=\"0\"><code>");
    append_text(html_, literal(node));
    put("</code></pre>\n");
}

void HtmlRenderer::html_block(Node node) {
    auto source = literal(node);
    while (source.ends_with('\n'))
        source.remove_suffix(1);
    fresh_line();
    put("<p>");
    append_text(html_, source);
    put("</p>\n");
}

void HtmlRenderer::footnote(Event event) {
    if (event == Event::enter) {
        fresh_line();
        if (++footnotes_ == 1) put("<div class=\"footnotes\">\n<ol>\n");
        put("<li id=\"" + options_.id_prefix + "fn_" + std::to_string(footnotes_) + "\">\n");
        back_links_due_ = true;
        return;
    }
    if (back_links_due_) {
        fresh_line();
        put("<p>");
        back_links();
        put("</p>\n");
    }
    put("</li>\n");
}

void HtmlRenderer::back_links() {
    back_links_due_ = false;
    const std::string number = std::to_string(footnotes_);
    const auto found = outline_.footnote_uses.find(number);
    const int uses = found == outline_.footnote_uses.end() ? 0 : std::min(found->second, most_back_links);
    for (int use = 1; use <= uses; ++use) {
        const std::string which = use == 1 ? "" : std::to_string(use);
        put(" <a class=\"footnote-back\" href=\"#" + options_.id_prefix + "fnref_" + number);
        if (use > 1) put("_" + which);
        put("\" aria-label=\"Back to the text, footnote " + number);
        if (use > 1) put(", use " + which);
        put("\">↩" + which + "</a>");
    }
}

void HtmlRenderer::table(Event event, Node node) {
    if (event == Event::enter) {
        fresh_line();
        columns_ = alignments(node);
        in_body_ = false;
        put("<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n");
    } else {
        if (in_body_) put("</tbody>\n");
        put("</table>\n</div>\n");
    }
}

void HtmlRenderer::table_row(Event event, Node node) {
    if (event == Event::exit) {
        put("</tr>\n");
        if (in_header_) put("</thead>\n");
        return;
    }
    column_ = 0;
    in_header_ = is_header(node);
    if (in_header_)
        put("<thead>\n");
    else if (!in_body_) {
        put("<tbody>\n");
        in_body_ = true;
    }
    put("<tr>\n");
}

void HtmlRenderer::table_cell(Event event, Node node) {
    const bool is_head = in_header_ && has_words(node); // an empty <th> says nothing to a screen reader
    if (event == Event::exit) {
        put(is_head ? "</th>\n" : "</td>\n");
        return;
    }
    put(is_head ? "<th scope=\"col\"" : "<td");
    const std::string_view column = column_ < columns_.size() ? columns_[column_] : "";
    ++column_;
    if (!column.empty()) (html_ += " class=\"").append(column) += '"';
    put(">");
}

} // namespace markup
