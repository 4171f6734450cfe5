#include "markup/merge.hpp"
#include "tests/support/test.hpp"

#include <random>
#include <string>
#include <vector>

namespace {

using markup::merge;
using markup::Region;

std::vector<std::string> random_lines(std::mt19937& random) {
    std::vector<std::string> lines(random() % 10);
    for (auto& line : lines)
        line = std::string(1, static_cast<char>('a' + random() % 4));
    return lines;
}

/// Puts unique words into some places and takes some lines away; tells the words.
std::vector<std::string> edit(std::vector<std::string>& lines, const std::string& name,
                              std::mt19937& random) {
    std::vector<std::string> words;
    for (std::size_t i = random() % 4; i > 0; --i) {
        if (!lines.empty() && random() % 3 == 0) {
            if (const auto line = lines.begin() + static_cast<long>(random() % lines.size());
                line->size() == 1)
                lines.erase(line); // only what was there before
        }
        words.push_back(name + std::to_string(i));
        lines.insert(lines.begin() + static_cast<long>(random() % (lines.size() + 1)), words.back());
    }
    return words;
}

std::string text_of(const std::vector<std::string>& lines, std::mt19937& random) {
    std::string out;
    for (const auto& line : lines)
        out += line + "\n";
    if (!out.empty() && random() % 3 == 0) out.pop_back();
    return out;
}

bool holds_line(const std::string& text, const std::string& line) {
    return ("\n" + text + "\n").find("\n" + line + "\n") != std::string::npos;
}

} // namespace

TEST_CASE("changes that do not meet are both taken") {
    const auto merged = merge("a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\n", "a\nb\nc\nd\nE\n");
    CHECK(merged.clean);
    CHECK(merged.text == "a\nB\nc\nd\nE\n");
    CHECK(merged.regions == std::vector<Region>{{Region::Kind::agreed, "a\nB\nc\nd\nE\n", "", "", ""}});
}

TEST_CASE("changes that meet stand side by side with the text both began with") {
    const auto merged =
        merge("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n", {"Ada’s version", "saved at noon"});
    CHECK_FALSE(merged.clean);
    CHECK(merged.text == "a\n<<<<<<< Ada’s version\nmine\n=======\ntheirs\n>>>>>>> saved at noon\nc\n");
    CHECK(merged.regions == std::vector<Region>{{Region::Kind::agreed, "a\n", "", "", ""},
                                                {Region::Kind::conflict, "", "mine\n", "b\n", "theirs\n"},
                                                {Region::Kind::agreed, "c\n", "", "", ""}});
}

TEST_CASE("the same change on both sides is no conflict") {
    const auto merged = merge("a\nb\n", "a\nx\n", "a\nx\n");
    CHECK(merged.clean);
    CHECK(merged.text == "a\nx\n");
}

TEST_CASE("a side without changes leaves the other's text as it is, to the last byte") {
    for (const std::string base : {"", "a", "a\n", "a\n\n", "a\nb", "\n"})
        for (const std::string mine : {"", "x", "x\n", "a\nx", "a\n\n", "\n\n"}) {
            INFO(base << "|" << mine);
            CHECK(merge(base, mine, base).text == mine);
            CHECK(merge(base, base, mine).text == mine);
            CHECK(merge(base, mine, mine).text == mine);
            CHECK(merge(base, mine, base).clean);
        }
}

TEST_CASE("a conflict has two sides, and no region is empty") {
    const auto same = merge("a\n\nB\n\n\nB.c\nd\ne\nd\nEc\nb\n\n?b\nc", "a\nB\n\nd\nc\ne\n", "a\nb\nc\nd\nE");
    for (const auto& region : same.regions)
        CHECK((region.kind == Region::Kind::agreed ? !region.text.empty() : region.mine != region.theirs));
    const auto ended = merge("]\n\n\x04\n", "\n\n\x04\n", "\n");
    for (const auto& region : ended.regions)
        CHECK((region.kind == Region::Kind::conflict || !region.text.empty()));
}

TEST_CASE("a missing line end at the end makes no conflict") {
    const auto merged = merge("a\nb\nc", "x\nb\nc", "a\nb\nc\nd");
    CHECK(merged.clean);
    CHECK(merged.text == "x\nb\nc\nd");
    CHECK(merge("a\nb", "a\nb\n", "x\nb").text == "x\nb\n");
}

TEST_CASE("conflict markers in the texts are words like others") {
    const std::string marks = "<<<<<<< mine\nold\n=======\nnew\n>>>>>>> theirs\n";
    const auto clean = merge(marks + "a\n", marks + "b\n", marks + "a\n");
    CHECK(clean.clean);
    CHECK(clean.text == marks + "b\n");
    const auto merged = merge("a\n" + marks, "b\n" + marks, "c\n" + marks);
    REQUIRE(merged.regions.size() == 2);
    CHECK(merged.regions[0].mine == "b\n");
    CHECK(merged.regions[0].theirs == "c\n");
    CHECK(merged.regions[1].text == marks);
    CHECK(merged.text == "<<<<<<<< your version\nb\n========\nc\n>>>>>>>> the saved version\n" + marks);
}

TEST_CASE("no word that either side wrote is ever lost") {
    std::mt19937 random(11);
    int conflicts = 0;
    for (int i = 0; i < 3'000; ++i) {
        const auto base = random_lines(random);
        auto mine = base;
        auto theirs = base;
        auto words = edit(mine, "mine", random);
        for (auto& word : edit(theirs, "theirs", random))
            words.push_back(word);
        const std::string base_text = text_of(base, random);
        const std::string my_text = text_of(mine, random);
        const std::string their_text = text_of(theirs, random);
        const auto merged = merge(base_text, my_text, their_text);
        INFO(base_text << "---\n" << my_text << "---\n" << their_text << "---\n" << merged.text);
        for (const auto& word : words)
            CHECK(holds_line(merged.text, word));
        conflicts += merged.clean ? 0 : 1;
        std::string agreed;
        for (const auto& region : merged.regions)
            agreed += region.text;
        CHECK((agreed == merged.text) == merged.clean);
    }
    CHECK(conflicts > 100); // else the test looks at nothing
}
