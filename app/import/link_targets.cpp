#include "app/import/link_targets.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr auto npos = std::string_view::npos;

std::size_t run_length(std::string_view text, std::size_t at) {
    const auto end = text.find_first_not_of(text[at], at);
    return (end == npos ? text.size() : end) - at;
}

/// Where a target stands in the text, and the text that a new one replaces (with its brackets or tags).
struct Target {
    std::string_view address;
    std::size_t begin;
    std::size_t end;
    bool tag = false; // of a site generator
};

/// Behind "](" or "]:" a target as CommonMark 0.30 section 6.3 has it.
std::optional<Target> plain_target(std::string_view text, std::size_t at) {
    if (text[at] == '<') {
        const auto end = text.find_first_of(">\n", at);
        if (end == npos || text[end] != '>') return std::nullopt;
        return Target{text.substr(at + 1, end - at - 1), at, end + 1};
    }
    int depth = 0;
    std::size_t end = at;
    for (; end < text.size() && text[end] > ' '; ++end) {
        if (text[end] == '\\' && end + 1 < text.size()) {
            ++end;
            continue;
        }
        if (text[end] == '(') ++depth;
        if (text[end] == ')' && --depth < 0) break;
    }
    if (end == at) return std::nullopt;
    return Target{text.substr(at, end - at), at, end};
}

/// {% page "target" %} or {% link target %}
std::optional<Target> tag_target(std::string_view text, std::size_t at) {
    const auto end = text.substr(at, 400).find("%}");
    if (end == npos) return std::nullopt;
    auto inside = base::trim(text.substr(at + 2, end - 2));
    if (!inside.starts_with("page ") && !inside.starts_with("link ")) return std::nullopt;
    inside = base::trim(inside.substr(5));
    const char quote = inside.empty() ? ' ' : inside.front();
    if (quote == '"' || quote == '\'') {
        const auto close = inside.find(quote, 1);
        if (close != inside.size() - 1) return std::nullopt;
        inside = inside.substr(1, close - 1);
    }
    if (inside.empty() || inside.find_first_of(" \n<>") != npos) return std::nullopt;
    return Target{inside, at, at + end + 2, true};
}

class Scanner {
  public:
    Scanner(std::string_view text, const Retarget& retarget) : text_(text), retarget_(retarget) {}

    std::string run() {
        while (at_ < text_.size()) {
            if (at_line_start_ && code_block()) continue;
            if (at_line_start_) definition();
            at_line_start_ = false;
            step();
        }
        out_.append(text_.substr(kept_));
        return std::move(out_);
    }

  private:
    std::string_view line() const { return text_.substr(at_, text_.find('\n', at_) - at_); }

    void next_line() {
        at_ = std::min(at_ + line().size() + 1, text_.size());
        at_line_start_ = true;
    }

    /// Passes a fenced block; inside lists and quotes its fence may stand further right.
    bool code_block() {
        const auto first = line().find_first_not_of(" \t>-*+");
        if (first == npos || (line()[first] != '`' && line()[first] != '~')) return false;
        const char mark = line()[first];
        const auto length = run_length(line(), first);
        if (length < 3 || (mark == '`' && line().find('`', first + length) != npos)) return false;
        for (next_line(); at_ < text_.size(); next_line()) {
            const auto words = line().substr(std::min(line().find_first_not_of(" \t>"), line().size()));
            if (words.empty() || words[0] != mark || run_length(words, 0) < length) continue;
            if (!base::trim(words.substr(run_length(words, 0))).empty()) continue;
            next_line();
            break;
        }
        return true;
    }

    /// [label]: target
    void definition() {
        const auto here = line();
        const auto open = here.find_first_not_of(' ');
        if (open == npos || open > 3 || here[open] != '[') return;
        const auto close = here.find("]:", open);
        if (close == npos || here.substr(open + 1, close - open - 1).find('[') != npos ||
            here.substr(open).starts_with("[^"))
            return;
        auto target = text_.find_first_not_of(" \t", at_ + close + 2);
        if (target != npos && text_[target] == '\n') target = text_.find_first_not_of(" \t", target + 1);
        if (target != npos) replace(plain_target(text_, target));
    }

    void step() {
        switch (text_[at_]) {
        case '\n': ++at_, at_line_start_ = true; return;
        case '\\': at_ = std::min(at_ + 2, text_.size()); return;
        case '`': code_span(); return;
        case ']': link(); return;
        default: ++at_;
        }
    }

    /// Passes `code` up to an equally long run of backticks in the same paragraph.
    void code_span() {
        const auto length = run_length(text_, at_);
        const auto paragraph = std::min(text_.find("\n\n", at_), text_.size());
        for (auto close = text_.find('`', at_ + length); close < paragraph;
             close = text_.find('`', close + run_length(text_, close)))
            if (run_length(text_, close) == length) {
                at_ = close + length;
                return;
            }
        at_ += length;
    }

    void link() {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '(') return;
        const auto target = text_.find_first_not_of(" \t", at_ + 1);
        if (target == npos) return;
        replace(text_.substr(target, 2) == "{%" ? tag_target(text_, target) : plain_target(text_, target));
    }

    void replace(const std::optional<Target>& target) {
        if (!target) return;
        auto better = retarget_(target->address);
        if (!better && target->tag && target->address.find("://") != npos) better = target->address;
        if (better) {
            out_.append(text_.substr(kept_, target->begin - kept_)).append(*better);
            kept_ = target->end;
        }
        at_ = target->end;
    }

    std::string_view text_;
    const Retarget& retarget_;
    std::string out_;
    std::size_t kept_ = 0; // up to here the text is in `out_`
    std::size_t at_ = 0;
    bool at_line_start_ = true;
};

} // namespace

std::string replace_link_targets(std::string_view markdown, const Retarget& retarget) {
    return Scanner(markdown, retarget).run();
}

} // namespace app
