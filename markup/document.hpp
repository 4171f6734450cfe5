// A parsed text and its nodes, with the parser's own types kept out of sight. Only the renderer uses it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct cmark_node;

namespace markup {

using Node = cmark_node*;

/// What a node is; the tables, task items and strikethroughs of the extensions included.
enum class NodeKind {
    document,
    block_quote,
    list,
    item,
    task_item,
    code_block,
    html_block,
    paragraph,
    heading,
    thematic_break,
    footnote,
    table,
    table_row,
    table_cell,
    text,
    soft_break,
    line_break,
    code,
    html_inline,
    emphasis,
    strong,
    strikethrough,
    link,
    image,
    footnote_reference,
    unknown,
};

/// Owns the tree of one text. Any number of threads may parse at once; they take turns inside.
class Document {
  public:
    /// Parses a text that `admit` let through.
    explicit Document(std::string_view markdown);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Node root() const { return root_; }

  private:
    Node root_ = nullptr;
};

NodeKind kind_of(Node node);
/// The words of a leaf, the number of a footnote reference; `guard` may stand in it (see escape.hpp).
std::string_view literal(Node node);
std::string address(Node node);
std::string title(Node node);
/// The first word behind the fence of a code block.
std::string language(Node node);
int heading_level(Node heading);
/// Takes "{#c3}" off the end of a heading and gives "c3"; nothing where there is none, or nothing before it.
std::optional<std::string> take_written_id(Node heading);
/// The number that an ordered list begins with; nothing for bullets.
std::optional<int> list_start(Node list);
bool is_checked(Node task_item);
bool is_header(Node table_row);
/// One of "", "left", "center", "right" a column.
std::vector<std::string_view> alignments(Node table);
/// Whether it is a paragraph in a list without blank lines between.
bool is_tight(Node paragraph);

Node parent(Node node);
bool is_last(Node node);

enum class Event { enter, exit };

/// Walks the tree below `node`, itself included, in the order of reading and without recursion; a leaf is
/// only entered.
void walk(Node node, const std::function<void(Event, Node, NodeKind)>& visit);

} // namespace markup
