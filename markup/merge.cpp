#include "markup/merge.hpp"

#include "base/text.hpp"
#include "markup/git.hpp"
#include "markup/lines.hpp"

#include <algorithm>

namespace markup {
namespace {

/// Reads the merge of numbers back as regions of lines. Markers cannot be mistaken: lines are digits.
std::vector<Region> regions_of(const std::string& merged, const Numbering& numbering) {
    std::vector<Region> regions;
    std::string* into = nullptr; // the part of a conflict that is being read
    for (const auto line : lines_of(merged)) {
        switch (line.front()) {
        case '<':
            regions.push_back({Region::Kind::conflict, {}, {}, {}, {}});
            into = &regions.back().mine;
            break;
        case '|': into = &regions.back().base; break;
        case '=': into = &regions.back().theirs; break;
        case '>': into = nullptr; break;
        default:
            if (into == nullptr && (regions.empty() || regions.back().kind == Region::Kind::conflict))
                regions.emplace_back();
            std::string& text = into != nullptr ? *into : regions.back().text;
            text += numbering.part(static_cast<std::size_t>(*base::parse_int(line)));
            text += '\n';
        }
    }
    return regions;
}

/// Git also calls a conflict what turns out to be the same on both sides.
std::vector<Region> without_empty_conflicts(std::vector<Region> regions) {
    std::vector<Region> kept;
    for (auto& region : regions) {
        if (region.kind == Region::Kind::conflict && region.mine == region.theirs)
            region = {Region::Kind::agreed, region.mine, {}, {}, {}};
        if (region.kind == Region::Kind::agreed && region.text.empty()) continue;
        if (region.kind == Region::Kind::agreed && !kept.empty() && kept.back().kind == Region::Kind::agreed)
            kept.back().text += region.text;
        else
            kept.push_back(std::move(region));
    }
    return kept;
}

bool ends_line(std::string_view text) {
    return text.empty() || text.back() == '\n';
}

/// Whoever changed the final line end wins.
bool merged_ends_line(std::string_view base, std::string_view mine, std::string_view theirs) {
    if (base.empty()) return ends_line(mine) && ends_line(theirs);
    if (mine.empty() || (ends_line(mine) == ends_line(base) && !theirs.empty())) return ends_line(theirs);
    return ends_line(mine);
}

void drop_line_end(std::string& text) {
    if (text.ends_with('\n')) text.pop_back();
}

/// Gives the last region the final line ends of the texts it comes from; an empty line may be all of it.
void settle_end(std::vector<Region>& regions, std::string_view base, std::string_view mine,
                std::string_view theirs) {
    if (regions.empty()) return;
    Region& last = regions.back();
    if (last.kind == Region::Kind::agreed) {
        if (!merged_ends_line(base, mine, theirs)) drop_line_end(last.text);
        if (last.text.empty()) regions.pop_back();
        return;
    }
    if (!ends_line(mine)) drop_line_end(last.mine);
    if (!ends_line(base)) drop_line_end(last.base);
    if (!ends_line(theirs)) drop_line_end(last.theirs);
}

/// One more than the longest run of that character at the start of a line, but at least 7 as Git has it.
std::size_t marker_length(std::initializer_list<std::string_view> texts) {
    std::size_t longest = 6;
    for (const auto text : texts)
        for (const auto line : lines_of(text)) {
            if (line.empty() || std::string_view("<=>").find(line.front()) == std::string_view::npos)
                continue;
            longest = std::max(longest, std::min(line.find_first_not_of(line.front()), line.size()));
        }
    return longest + 1;
}

void append_side(std::string& text, std::string_view side) {
    text += side;
    if (!side.empty() && side.back() != '\n') text += '\n';
}

std::string marked_text(const std::vector<Region>& regions, const Labels& labels, std::size_t length) {
    std::string text;
    for (const auto& region : regions) {
        if (region.kind == Region::Kind::agreed) {
            text += region.text;
            continue;
        }
        text += std::string(length, '<') + " " + labels.mine + "\n";
        append_side(text, region.mine);
        text += std::string(length, '=') + "\n";
        append_side(text, region.theirs);
        text += std::string(length, '>') + " " + labels.theirs + "\n";
    }
    return text;
}

} // namespace

Merge merge(std::string_view base, std::string_view mine, std::string_view theirs, const Labels& labels) {
    Numbering numbering;
    const std::string base_numbers = numbering.encode(lines_of(base));
    const std::string my_numbers = numbering.encode(lines_of(mine));
    const std::string their_numbers = numbering.encode(lines_of(theirs));
    Merge merged;
    merged.regions =
        without_empty_conflicts(regions_of(merge_lines(base_numbers, my_numbers, their_numbers), numbering));
    settle_end(merged.regions, base, mine, theirs);
    merged.clean = std::none_of(merged.regions.begin(), merged.regions.end(),
                                [](const Region& region) { return region.kind == Region::Kind::conflict; });
    merged.text = marked_text(merged.regions, labels, marker_length({base, mine, theirs}));
    return merged;
}

} // namespace markup
