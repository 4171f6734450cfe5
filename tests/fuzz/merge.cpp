// Merging two edits of one text: a side without changes leaves the other's text to the last byte, no line
// that either side wrote or that both kept is lost, none is made up, and a conflict shows both.
#include "markup/merge.hpp"

#include "base/text.hpp"
#include "markup/lines.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <map>

namespace {

using fuzz::require;
using markup::Region;

std::map<std::string_view, int> counted(std::string_view text) {
    std::map<std::string_view, int> counts;
    for (const auto line : markup::lines_of(text))
        ++counts[line];
    return counts;
}

/// Every line with words that a side wrote anew stands in the merged text.
void check_nothing_lost(std::string_view base, std::string_view side, std::string_view merged) {
    const auto there = counted(merged), before = counted(base);
    for (const auto& [line, count] : counted(side))
        if (!line.empty() && !before.contains(line))
            require(there.contains(line), "a line that was written is there", line);
}

/// What stood once and both sides kept is there; and without a conflict nothing is that neither has.
void check_kept(std::string_view base, std::string_view mine, std::string_view theirs,
                const markup::Merge& merged) {
    const auto in_mine = counted(mine), in_theirs = counted(theirs), there = counted(merged.text);
    for (const auto& [line, count] : counted(base))
        if (count == 1 && !line.empty() && in_mine.contains(line) && in_theirs.contains(line))
            require(there.contains(line), "a line that both kept is there", line);
    if (!merged.clean) return;
    for (const auto& [line, count] : there)
        require(in_mine.contains(line) || in_theirs.contains(line), "no line is made up", line);
}

void check_regions(const markup::Merge& merged, const std::string& mine, const std::string& theirs) {
    std::string agreed;
    bool conflict = false;
    for (const auto& region : merged.regions) {
        agreed += region.text;
        if (region.kind == Region::Kind::agreed) {
            require(!region.text.empty(), "no region is empty");
            continue;
        }
        conflict = true;
        require(region.text.empty() && region.mine != region.theirs, "a conflict shows two texts");
        require(mine.find(region.mine) != mine.npos, "what is shown as mine is mine", region.mine);
        require(theirs.find(region.theirs) != theirs.npos, "what is shown as theirs is theirs",
                region.theirs);
        require(merged.text.find(region.mine) != merged.text.npos &&
                    merged.text.find(region.theirs) != merged.text.npos,
                "both stand in the text");
    }
    require(conflict != merged.clean, "clean is without conflict");
    if (merged.clean) require(agreed == merged.text, "a clean merge is its agreed words");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto parts = fuzz::parts(fuzz::view(data, size), 3);
    const std::string base = base::clean(parts[0]), mine = base::clean(parts[1]),
                      theirs = base::clean(parts[2]);

    for (const auto& unchanged :
         {markup::merge(base, mine, base), markup::merge(base, base, mine), markup::merge(base, mine, mine)})
        require(unchanged.clean && unchanged.text == mine, "who changed alone is right", unchanged.text);

    const auto merged = markup::merge(base, mine, theirs);
    check_regions(merged, mine, theirs);
    check_nothing_lost(base, mine, merged.text);
    check_nothing_lost(base, theirs, merged.text);
    check_kept(base, mine, theirs, merged);
    require(markup::merge(base, theirs, mine).clean == merged.clean, "who comes first makes no conflict");
    return 0;
}
