#include "markup/compare.hpp"
#include "tests/markup/sound_comparison.hpp"
#include "tests/support/test.hpp"

#include <random>
#include <string>
#include <vector>

namespace {

using markup::Line;
using markup::Piece;

std::string random_text(std::mt19937& random) {
    const std::vector<std::string> lines{"",   "one two three", "one 2 three", "a\tb  c", "é—x", "}", "x",
                                         "y z"};
    std::string out;
    for (std::size_t i = random() % 12; i > 0; --i)
        out += lines[random() % lines.size()] + "\n";
    return out;
}

} // namespace

TEST_CASE("words are marked inside a changed line") {
    const auto result = markup::compare("a\nseal two drop boxes\nb\n", "a\nseal four drop boxes daily\nb\n");
    REQUIRE(result.hunks.size() == 1);
    REQUIRE(result.hunks[0].lines.size() == 3);
    const Line& line = result.hunks[0].lines[1];
    CHECK(line.kind == Line::Kind::changed);
    CHECK(line.old_number == 2);
    CHECK(line.new_number == 2);
    CHECK(line.pieces == std::vector<Piece>{{Piece::Kind::same, "seal "},
                                            {Piece::Kind::removed, "two"},
                                            {Piece::Kind::added, "four"},
                                            {Piece::Kind::same, " drop boxes"},
                                            {Piece::Kind::added, " daily"}});
    CHECK(result.added_lines == 1);
    CHECK(result.removed_lines == 1);
}

TEST_CASE("lines without common words are removed and added, not changed") {
    const auto result = markup::compare("one two three\n", "four five six\n");
    REQUIRE(result.hunks.size() == 1);
    REQUIRE(result.hunks[0].lines.size() == 2);
    CHECK(result.hunks[0].lines[0].kind == Line::Kind::removed);
    CHECK(result.hunks[0].lines[1].kind == Line::Kind::added);
}

TEST_CASE("a line finds what it came from when others were put before it") {
    const auto result =
        markup::compare("call the printer first\n", "a new line\nand more\ncall the vendor first\n");
    REQUIRE(result.hunks.size() == 1);
    REQUIRE(result.hunks[0].lines.size() == 3);
    CHECK(result.hunks[0].lines[2].kind == Line::Kind::changed);
}

TEST_CASE("far differences stand in hunks of their own, near ones in one") {
    const std::string old_text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    const auto result = markup::compare(old_text, "1\nx\n2\n3\n4\n5\n6\n7\n8\ny\n9\n", 1);
    REQUIRE(result.hunks.size() == 2);
    CHECK(result.hunks[0].lines.size() == 3);
    CHECK(result.hunks[1].lines[0].old_number == 8);
    CHECK(markup::compare(old_text, "1\nx\n2\n3\ny\n4\n5\n6\n7\n8\n9\n", 1).hunks.size() == 1);
    CHECK(markup::compare(old_text, old_text).hunks.empty());
    CHECK(markup::compare("a", "a\n").hunks.empty());
    CHECK(markup::compare("", "").hunks.empty());
    CHECK(markup::compare("", "a\n").added_lines == 1);
    CHECK(markup::compare("a\n", "").removed_lines == 1);
}

TEST_CASE("both texts can be read back from any comparison") {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        const std::string old_text = random_text(random);
        const std::string new_text = random_text(random);
        INFO(old_text << "---\n" << new_text);
        for (const int context : {0, 1, 3, 100})
            CHECK(sound_comparison::fault_in(markup::compare(old_text, new_text, context), old_text,
                                             new_text) == "");
    }
}

TEST_CASE("texts made to hurt are compared as well") {
    std::string zigzag;
    std::string zagzig;
    for (int i = 0; i < 40'000; ++i) {
        zigzag += i % 3 == 0 ? "a b c\n" : "b c a\n";
        zagzig += i % 2 == 0 ? "b c a\n" : "c a b\n";
    }
    CHECK(sound_comparison::fault_in(markup::compare(zigzag, zagzig, 100'000), zigzag, zagzig) == "");
    const std::string long_line = std::string(200'000, 'x') + " y";
    CHECK(markup::compare(long_line, long_line + " z").added_lines == 1);
    CHECK(markup::compare(std::string("a\0b\n", 4), std::string("a\0c\n", 4)).added_lines == 1);
}
