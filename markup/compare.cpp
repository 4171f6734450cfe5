#include "markup/compare.hpp"

#include "markup/git.hpp"
#include "markup/lines.hpp"
#include "markup/words.hpp"

#include <algorithm>
#include <optional>

namespace markup {
namespace {

using Lines = std::vector<std::string_view>;

/// Builds the hunks from the changes, and pairs lines that only changed.
class Comparer {
  public:
    Comparer(Lines old_lines, Lines new_lines, int context)
        : old_(std::move(old_lines)), new_(std::move(new_lines)),
          context_(static_cast<std::size_t>(std::max(context, 0))) {}

    Comparison run() {
        Numbering numbering;
        const std::string old_numbers = numbering.encode(old_);
        const std::string new_numbers = numbering.encode(new_);
        for (const Change& change : line_changes(old_numbers, new_numbers))
            add(change);
        if (!comparison_.hunks.empty()) keep_until(std::min(old_at_ + context_, old_.size()));
        return std::move(comparison_);
    }

  private:
    void add(const Change& change) {
        const std::size_t unchanged = change.old_begin - old_at_;
        if (comparison_.hunks.empty() || unchanged > 2 * context_) {
            if (!comparison_.hunks.empty()) keep_until(old_at_ + context_);
            const std::size_t skipped =
                change.old_begin - std::min(change.old_begin - old_at_, context_) - old_at_;
            old_at_ += skipped;
            new_at_ += skipped;
            comparison_.hunks.emplace_back();
        }
        keep_until(change.old_begin);
        show(change);
        old_at_ = change.old_end;
        new_at_ = change.new_end;
    }

    void keep_until(std::size_t old_end) {
        for (; old_at_ < old_end; ++old_at_, ++new_at_)
            put(Line::Kind::same, old_at_, new_at_, whole(Piece::Kind::same, old_[old_at_]));
    }

    void show(const Change& change) {
        const Lines removed(old_.begin() + static_cast<long>(change.old_begin),
                            old_.begin() + static_cast<long>(change.old_end));
        const Lines added(new_.begin() + static_cast<long>(change.new_begin),
                          new_.begin() + static_cast<long>(change.new_end));
        comparison_.removed_lines += static_cast<int>(removed.size());
        comparison_.added_lines += static_cast<int>(added.size());
        std::size_t old_done = 0;
        std::size_t new_done = 0;
        for (const auto& [old_line, new_line] : pair_similar(removed, added)) {
            remove(change.old_begin, old_done, old_line);
            insert(change.new_begin, new_done, new_line);
            put(Line::Kind::changed, change.old_begin + old_line, change.new_begin + new_line,
                compare_words(removed[old_line], added[new_line]));
            old_done = old_line + 1;
            new_done = new_line + 1;
        }
        remove(change.old_begin, old_done, removed.size());
        insert(change.new_begin, new_done, added.size());
    }

    void remove(std::size_t first, std::size_t from, std::size_t to) {
        for (; from < to; ++from)
            put(Line::Kind::removed, first + from, {}, whole(Piece::Kind::removed, old_[first + from]));
    }

    void insert(std::size_t first, std::size_t from, std::size_t to) {
        for (; from < to; ++from)
            put(Line::Kind::added, {}, first + from, whole(Piece::Kind::added, new_[first + from]));
    }

    static std::vector<Piece> whole(Piece::Kind kind, std::string_view line) {
        if (line.empty()) return {};
        return {{kind, std::string(line)}};
    }

    void put(Line::Kind kind, std::optional<std::size_t> old_index, std::optional<std::size_t> new_index,
             std::vector<Piece> pieces) {
        const auto number = [](const auto& index) { return index ? static_cast<int>(*index) + 1 : 0; };
        comparison_.hunks.back().lines.push_back(
            {kind, number(old_index), number(new_index), std::move(pieces)});
    }

    Lines old_, new_;
    std::size_t context_;
    Comparison comparison_;
    std::size_t old_at_ = 0; // lines that are done with
    std::size_t new_at_ = 0;
};

} // namespace

Comparison compare(std::string_view old_text, std::string_view new_text, int context_lines) {
    return Comparer(lines_of(old_text), lines_of(new_text), context_lines).run();
}

} // namespace markup
