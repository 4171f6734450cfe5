#include "markup/admission.hpp"
#include "tests/support/test.hpp"

#include <string>

namespace {

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

bool is_admitted(const std::string& markdown) {
    const auto answer = markup::admit(markdown, markup::page_limits);
    if (!answer) CHECK(answer.error().detail.ends_with('.'));
    return answer.has_value();
}

} // namespace

TEST_CASE("a text over its length is too large, one at its length is not") {
    const std::string most = repeated(std::string(1023, 'x') + '\n', 64);
    CHECK(markup::admit(most, markup::post_limits));
    const auto answer = markup::admit(most + "x", markup::post_limits);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == base::ProblemKind::too_large);
    CHECK(answer.error().detail ==
          "The text is longer than 64 KB; shorten it or split it into several texts.");
    CHECK(markup::admit(most + "x", markup::page_limits));
}

TEST_CASE("lines may be neither too many nor too long") {
    CHECK(is_admitted(repeated("x\n", 20'000)));
    CHECK_FALSE(is_admitted(repeated("x\n", 20'001)));
    CHECK(is_admitted(std::string(32 * 1024, 'x')));
    CHECK_FALSE(is_admitted(std::string(32 * 1024 + 1, 'x')));
}

TEST_CASE("quotes and lists may lie 32 deep") {
    CHECK(is_admitted(repeated("> ", 32) + "x"));
    CHECK_FALSE(is_admitted(repeated(">", 33) + "x"));
    CHECK_FALSE(is_admitted(repeated("* ", 33)));
    CHECK_FALSE(is_admitted(repeated("1. ", 33) + "x"));
    CHECK(is_admitted(repeated("-", 100)));
    CHECK(is_admitted(repeated("**a** ", 100)));
}

TEST_CASE("tables may be 64 bars wide and have 100,000 cells") {
    CHECK(is_admitted(repeated("|", 64)));
    CHECK_FALSE(is_admitted(repeated("|", 65)));
    CHECK(is_admitted(repeated("|a|b|\n", 10'000)));
    CHECK_FALSE(is_admitted(repeated("|a", 60) + "\n" + repeated("|-", 60) + "\n" + repeated("|b\n", 2'000)));
    CHECK(is_admitted(repeated(repeated("|a", 60) + "\n\n" + repeated("b\n", 100) + "\n", 20)));
}

TEST_CASE("links, images, footnotes and tags have a number that nobody needs") {
    for (const char* pair : {"<?", "<!", "![", "](", "[^"}) {
        INFO(pair);
        CHECK(is_admitted(repeated(std::string(pair) + " ", 1'000)));
        CHECK_FALSE(is_admitted(repeated(std::string(pair) + " ", 1'001)));
    }
}

TEST_CASE("a long link definition cannot be copied thousands of times") {
    const std::string definition = "[a]: /" + std::string(10'000, 'x') + "\n\n";
    CHECK(is_admitted(definition + repeated("[a] ", 100)));
    CHECK_FALSE(is_admitted(definition + repeated("[a] ", 1'000)));
    const std::string uses = "\n" + repeated("[a] ", 1'000);
    CHECK(is_admitted(repeated("[a]: https://example.org/a/page\n", 500) + uses));
    CHECK(is_admitted(repeated("[a]: https://example.org/a/page \"It's a page\"\n", 500) + uses));
    CHECK(is_admitted(repeated("[^a]: Words of a footnote, some of them long.\n", 500) + uses));
    const std::string words = repeated("words ", 4) + "\n";
    CHECK_FALSE(is_admitted("[a]: /" + repeated("[a]:/", 2'000) + "\n" + uses));
    CHECK_FALSE(is_admitted("[a]: /x\n\"" + repeated(words, 500) + "\"\n" + uses));
    CHECK_FALSE(is_admitted("[a]: /x \"\n" + repeated("[a]: /x\n", 2'000) + "\"\n" + uses));
    CHECK_FALSE(is_admitted("[a]:\n/x\n(" + repeated(words, 500) + ")\n" + uses));
    CHECK_FALSE(is_admitted("> [a]: <x \"y> \"z\n" + repeated("> " + words, 500) + "> \"\n" + uses));
    CHECK_FALSE(is_admitted("[^f]: [a]: /x '\n" + repeated("    " + words, 500) + "    '\n" + uses));
}

TEST_CASE("emphasis without a blank line between has an end") {
    CHECK(is_admitted(repeated("*a* ", 3'000)));
    CHECK_FALSE(is_admitted(repeated("*a _b\n", 4'000)));
    CHECK(is_admitted(repeated("- **a** _b_ c\n\n", 4'000)));
}

TEST_CASE("rules of tables without a blank line between have an end") {
    CHECK(is_admitted(repeated("|a|b|\n|-|-|\n|c|d|\n\n", 3'000)));
    CHECK(is_admitted("|a|b|\n|-|-|\n" + repeated("|c|d|\n", 10'000)));
    CHECK_FALSE(is_admitted(repeated("x\n|-|-|\n", 1'500)));
    CHECK_FALSE(is_admitted(repeated("> x\n> |-|:-:|\n", 1'500)));
    CHECK(is_admitted(repeated("Heading\n---\n", 5'000)));
}
