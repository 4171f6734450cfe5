#include "markup/outline.hpp"

#include "base/text.hpp"
#include "markup/escape.hpp"

#include <algorithm>

namespace markup {
namespace {

/// Collects headings and sections while it walks.
class Outliner {
  public:
    Outliner(const Options& options, Names& names) : options_(options), names_(names) {
        outline_.sections.emplace_back();
    }

    /// The ids that headings carry themselves, taken off them; no other heading gets one of these. Of several
    /// that carry the same one the highest has it, or the first of these: no deeper heading takes it away.
    /// What stands in a quotation or a list names nothing.
    void claim(Node root) {
        std::map<std::string, Node> owners;
        walk(root, [&](Event event, Node node, NodeKind kind) {
            if (kind != NodeKind::heading || event != Event::exit || parent(node) != root) return;
            const auto id = take_written_id(node);
            if (!id) return;
            auto& owner = owners.try_emplace(*id, node).first->second;
            if (heading_level(node) < heading_level(owner)) owner = node;
        });
        for (const auto& [id, node] : owners)
            outline_.ids.insert(written_[node] = options_.id_prefix + id);
    }

    void visit(Event event, Node node, NodeKind kind) {
        switch (kind) {
        case NodeKind::heading: event == Event::enter ? begin_heading() : end_heading(node); break;
        case NodeKind::link: links_ += event == Event::enter ? 1 : -1; break;
        case NodeKind::image: images_ += event == Event::enter ? 1 : -1; break;
        case NodeKind::footnote_reference:
            if (images_ == 0) ++outline_.footnote_uses[std::string(literal(node))];
            break;
        case NodeKind::table_cell: words() += ' '; break;
        case NodeKind::emphasis:
        case NodeKind::strong:
        case NodeKind::strikethrough: break;
        default:
            add_leaf(node, kind);
            if (is_block(kind)) words() += '\n';
        }
    }

    Outline take() {
        for (auto& section : outline_.sections)
            section.text = tidy(section.text);
        lift_headings();
        if (outline_.sections.front().text.empty()) outline_.sections.erase(outline_.sections.begin());
        return std::move(outline_);
    }

  private:
    static bool is_block(NodeKind kind) { return kind < NodeKind::text && kind != NodeKind::table_cell; }

    std::string& words() { return in_heading_ ? heading_ : outline_.sections.back().text; }

    void begin_heading() {
        in_heading_ = true;
        heading_.clear();
    }

    void end_heading(Node node) {
        in_heading_ = false;
        if (!has_words(node)) return;
        Heading heading;
        heading.level = std::min(6, heading_level(node) + options_.heading_shift);
        heading.text = single_blanks(heading_);
        const auto written = written_.find(node);
        heading.id = written == written_.end() ? new_id(heading.text) : written->second;
        outline_.sections.push_back({heading.id, heading.text, {}});
        outline_.headings.push_back(std::move(heading));
    }

    void lift_headings() {
        if (options_.first_heading == 0 || outline_.headings.empty()) return;
        const int highest = std::ranges::min_element(outline_.headings, {}, &Heading::level)->level;
        for (auto& heading : outline_.headings)
            heading.level = std::min(6, heading.level - highest + options_.first_heading);
    }

    /// "siting", "siting-2", "siting-3"; linear for any number of equal headings.
    std::string new_id(std::string_view text) {
        const std::string slug = base::slug(text);
        int& number = last_number_[slug];
        std::string id;
        do {
            ++number;
            id = options_.id_prefix + slug + (number == 1 ? "" : "-" + std::to_string(number));
        } while (!outline_.ids.insert(id).second);
        return id;
    }

    void add_leaf(Node node, NodeKind kind);

    static std::string tidy(std::string_view text) {
        std::string out;
        for (const auto line : base::split(text, '\n')) {
            const std::string words = single_blanks(line);
            if (words.empty()) continue;
            if (!out.empty()) out += '\n';
            out += words;
        }
        return out;
    }

    const Options& options_;
    Names& names_;
    Outline outline_;
    std::map<std::string, int> last_number_;
    std::map<Node, std::string> written_; // ids that stand behind headings
    std::string heading_;
    bool in_heading_ = false;
    int links_ = 0;
    int images_ = 0;
};

/// The words of a text node, with page links as they are shown.
void append_shown(std::string& out, std::string_view text, Names& names) {
    std::size_t at = 0;
    for (const auto& link : names.links_in(text)) {
        if (link.kind != TextLink::Kind::page) continue;
        out += without_guards(text.substr(at, link.begin - at));
        out += names.words_for(link, text);
        at = link.end;
    }
    out += without_guards(text.substr(at));
}

void Outliner::add_leaf(Node node, NodeKind kind) {
    switch (kind) {
    case NodeKind::text:
        if (links_ == 0 && images_ == 0)
            append_shown(words(), literal(node), names_);
        else
            words() += without_guards(literal(node));
        break;
    case NodeKind::code:
    case NodeKind::html_inline:
    case NodeKind::code_block:
    case NodeKind::html_block: words() += without_guards(literal(node)); break;
    case NodeKind::soft_break:
    case NodeKind::line_break: words() += ' '; break;
    default: break;
    }
}

} // namespace

Outline outline_of(Node root, const Options& options, Names& names) {
    Outliner outliner(options, names);
    if (options.written_ids) outliner.claim(root);
    walk(root, [&](Event event, Node node, NodeKind kind) { outliner.visit(event, node, kind); });
    return outliner.take();
}

bool has_words(Node node) {
    bool found = false;
    walk(node, [&](Event, Node at, NodeKind kind) {
        const bool is_words =
            kind == NodeKind::text || kind == NodeKind::code || kind == NodeKind::html_inline;
        found = found || (is_words && !base::trim(literal(at)).empty());
    });
    return found;
}

std::string single_blanks(std::string_view text) {
    std::string out;
    bool gap = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            gap = !out.empty();
            continue;
        }
        if (gap) out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

} // namespace markup
