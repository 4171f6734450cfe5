#include "markup/document.hpp"

#include "base/text.hpp"
#include "markup/escape.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace markup {
namespace {

constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8;

/// Whether the "[^" at `at` is a whole footnote label on its line, with nothing in it that the parser reads
/// first. Where a label goes on in the next line, the parser measures it by its columns, and cuts it off in
/// the middle.
bool is_footnote_label(std::string_view text, std::size_t at) {
    const auto end = text.find_first_of("[]\n\r`<\\", at + 2);
    return end != std::string_view::npos && text[end] == ']';
}

/// The text with a guard behind each escaped character that would begin a link of ours, and in each "[^" that
/// must not begin a footnote.
std::string with_guards(std::string_view markdown) {
    const std::string clean = without_guards(markdown);
    std::string out;
    out.reserve(clean.size());
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t size = clean[at] == '\\' && at + 1 < clean.size() ? 2 : 1;
        out.append(clean, at, size);
        const char escaped = size == 2 ? out.back() : ' ';
        const bool caret = size == 1 && clean.compare(at, 2, "[^") == 0;
        if (escaped == '@' || escaped == '#' || escaped == '[' || (caret && !is_footnote_label(clean, at)))
            out += guard;
        at += size;
    }
    return out;
}

std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> make_parser() {
    static std::once_flag once;
    std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
    std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(cmark_parser_new(options),
                                                                  cmark_parser_free);
    for (const char* name : {"table", "strikethrough", "tasklist"}) {
        cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
        if (extension == nullptr) throw std::runtime_error("cmark-gfm lacks an extension");
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    return parser;
}

/// The extensions have no constants in the installed headers.
NodeKind extension_kind(Node node) {
    constexpr std::array<std::pair<std::string_view, NodeKind>, 5> names{{
        {"table", NodeKind::table},
        {"table_row", NodeKind::table_row},
        {"table_header", NodeKind::table_row},
        {"table_cell", NodeKind::table_cell},
        {"strikethrough", NodeKind::strikethrough},
    }};
    const std::string_view name = cmark_node_get_type_string(node);
    for (const auto& [text, kind] : names)
        if (text == name) return kind;
    return NodeKind::unknown;
}

bool is_leaf(NodeKind kind) {
    switch (kind) {
    case NodeKind::code_block:
    case NodeKind::html_block:
    case NodeKind::thematic_break:
    case NodeKind::text:
    case NodeKind::soft_break:
    case NodeKind::line_break:
    case NodeKind::code:
    case NodeKind::html_inline:
    case NodeKind::footnote_reference: return true;
    default: return false;
    }
}

std::string_view view(const char* text) {
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

/// The library writes "&#xFFFE;" and "&#xFFFF;" as single bytes that no UTF-8 has.
std::string sound(std::string_view text) {
    return base::is_utf8(text) ? std::string(text) : base::clean(text);
}

} // namespace

Document::Document(std::string_view markdown) {
    // The library marks the "~" of strikethrough in a table that all its parsers share, so that they take
    // turns.
    static std::mutex turn;
    const std::string text = with_guards(markdown);
    const std::lock_guard lock(turn);
    const auto parser = make_parser();
    cmark_parser_feed(parser.get(), text.data(), text.size());
    root_ = cmark_parser_finish(parser.get());
    if (text.find("&#") == std::string::npos) return;
    walk(root_, [](Event, Node node, NodeKind kind) {
        if (kind == NodeKind::text && !base::is_utf8(literal(node)))
            cmark_node_set_literal(node, sound(literal(node)).c_str());
    });
}

Document::~Document() {
    cmark_node_free(root_);
}

NodeKind kind_of(Node node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return NodeKind::block_quote;
    case CMARK_NODE_LIST: return NodeKind::list;
    case CMARK_NODE_ITEM:
        return view(cmark_node_get_type_string(node)) == "tasklist" ? NodeKind::task_item : NodeKind::item;
    case CMARK_NODE_CODE_BLOCK: return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH: return NodeKind::paragraph;
    case CMARK_NODE_HEADING: return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return NodeKind::footnote;
    case CMARK_NODE_TEXT: return NodeKind::text;
    case CMARK_NODE_SOFTBREAK: return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK: return NodeKind::line_break;
    case CMARK_NODE_CODE: return NodeKind::code;
    case CMARK_NODE_HTML_INLINE: return NodeKind::html_inline;
    case CMARK_NODE_EMPH: return NodeKind::emphasis;
    case CMARK_NODE_STRONG: return NodeKind::strong;
    case CMARK_NODE_LINK: return NodeKind::link;
    case CMARK_NODE_IMAGE: return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return NodeKind::footnote_reference;
    default: return extension_kind(node);
    }
}

std::string_view literal(Node node) {
    return view(cmark_node_get_literal(node));
}

std::string address(Node node) {
    return sound(without_guards(view(cmark_node_get_url(node))));
}

std::string title(Node node) {
    return sound(without_guards(view(cmark_node_get_title(node))));
}

std::string language(Node node) {
    const auto info = view(cmark_node_get_fence_info(node));
    return sound(without_guards(info.substr(0, info.find_first_of(" \t\n"))));
}

int heading_level(Node heading) {
    return cmark_node_get_heading_level(heading);
}

std::optional<std::string> take_written_id(Node heading) {
    Node last = cmark_node_last_child(heading);
    if (last == nullptr || kind_of(last) != NodeKind::text) return std::nullopt;
    const auto text = base::trim(literal(last));
    const auto begin = text.rfind("{#");
    if (begin == text.npos || !text.ends_with('}')) return std::nullopt;
    const auto id = std::string(text.substr(begin + 2, text.size() - begin - 3));
    const bool is_id = !id.empty() && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    const auto rest = std::string(base::trim(text.substr(0, begin)));
    if (!is_id || (rest.empty() && last == cmark_node_first_child(heading))) return std::nullopt;
    cmark_node_set_literal(last, rest.c_str());
    return id;
}

std::optional<int> list_start(Node list) {
    if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) return std::nullopt;
    return cmark_node_get_list_start(list);
}

bool is_checked(Node task_item) {
    return cmark_gfm_extensions_get_tasklist_item_checked(task_item);
}

bool is_header(Node table_row) {
    return cmark_gfm_extensions_get_table_row_is_header(table_row) != 0;
}

std::vector<std::string_view> alignments(Node table) {
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
    const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
    std::vector<std::string_view> names(columns);
    for (std::size_t i = 0; i < columns; ++i)
        names[i] = letters[i] == 'l'   ? "left"
                   : letters[i] == 'c' ? "center"
                   : letters[i] == 'r' ? "right"
                                       : "";
    return names;
}

Node parent(Node node) {
    return cmark_node_parent(node);
}

bool is_last(Node node) {
    return cmark_node_next(node) == nullptr;
}

bool is_tight(Node paragraph) {
    Node item = cmark_node_parent(paragraph);
    Node list = item == nullptr ? nullptr : cmark_node_parent(item);
    return list != nullptr && kind_of(list) == NodeKind::list && cmark_node_get_list_tight(list) != 0;
}

void walk(Node node, const std::function<void(Event, Node, NodeKind)>& visit) {
    const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> iterator(cmark_iter_new(node), cmark_iter_free);
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        Node at = cmark_iter_get_node(iterator.get());
        const NodeKind kind = kind_of(at);
        if (event == CMARK_EVENT_ENTER)
            visit(Event::enter, at, kind);
        else if (!is_leaf(kind))
            visit(Event::exit, at, kind);
    }
}

} // namespace markup
