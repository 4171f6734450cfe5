// Writes the HTML of a parsed text, node by node. Every element and attribute that can come out stands in
// html_renderer.cpp, html_blocks.cpp or html_links.cpp as a literal.
#pragma once

#include "markup/document.hpp"
#include "markup/names.hpp"
#include "markup/outline.hpp"
#include "markup/render.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace markup {

class HtmlRenderer {
  public:
    HtmlRenderer(const Options& options, const Outline& outline, Names& names, Rendered& rendered)
        : options_(options), outline_(outline), names_(names), rendered_(rendered), html_(rendered.html) {}

    void write(Node root);

  private:
    void visit(Event event, Node node, NodeKind kind);
    void inline_node(Event event, Node node, NodeKind kind);

    // html_blocks.cpp
    void block(Event event, Node node, NodeKind kind);
    void paragraph(Event event, Node node);
    void heading(Event event, Node node);
    void list(Event event, Node node);
    void item(Event event, Node node, NodeKind kind);
    void code_block(Node node);
    void html_block(Node node);
    void footnote(Event event);
    void back_links();
    void table(Event event, Node node);
    void table_row(Event event, Node node);
    void table_cell(Event event, Node node);

    // html_links.cpp
    void text(Node node);
    void link(Event event, Node node);
    void image(Event event, Node node);
    void footnote_reference(Node node);
    void open_link(std::string_view address, std::string_view title, std::string_view css_class);
    void text_link(const TextLink& link, std::string_view words);

    /// A pair of tags around inline words.
    void pair(Event event, std::string_view open, std::string_view close);
    /// Begins a new line unless the last has just ended.
    void fresh_line();
    /// Appends a literal; user text goes through escape.hpp.
    void put(std::string_view literal) { html_ += literal; }
    bool is_plain() const { return images_ > 0; }
    /// Whether an <a> is open: no other may stand inside.
    bool in_link() const { return tagged_link_ > 0; }

    const Options& options_;
    const Outline& outline_;
    Names& names_;
    Rendered& rendered_;
    std::string& html_;

    std::size_t next_heading_ = 0;
    int images_ = 0;      // open images: only words are written inside, as what was their alternative text
    int links_ = 0;       // open link nodes; an address in "<>" may stand inside another
    int tagged_link_ = 0; // which of them, from outside, wrote the <a>; 0: none
    bool close_image_ = false;                     // the outermost image did
    int footnotes_ = 0;                            // definitions begun
    bool back_links_due_ = false;                  // the current one has none yet
    std::map<std::string, int, std::less<>> uses_; // of each footnote so far
    std::vector<std::string_view> columns_;        // alignments of the current table
    std::size_t column_ = 0;
    bool in_header_ = false;
    bool in_body_ = false;
};

} // namespace markup
