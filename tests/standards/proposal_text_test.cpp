// The form of a proposal's text: read, written, numbered.
#include "standards/proposals/proposal_text.hpp"
#include "tests/support/test.hpp"

#include <random>

namespace {

using standards::read_text;
using standards::write_text;

std::string fault_in(std::string_view markdown) {
    const auto read = read_text(markdown);
    return read ? "" : read.error().fields.at(0).message;
}

bool says(std::string_view markdown, std::string_view words) {
    return fault_in(markdown).find(words) != std::string::npos;
}

const std::string whole = "A Center does it.\n\n## Clauses\n\n### One {#c1}\n\nMore.\n\n### Two {#c4}\n\n"
                          "## Why it matters\n\nIt does.\n\n## Evidence\n\n- #12\n";

} // namespace

TEST_CASE("a proposal's text is read into its parts") {
    const auto text = read_text(whole).value();
    CHECK(text.statement == "A Center does it.");
    REQUIRE(text.clauses.size() == 2);
    CHECK(text.clauses[0].id == "c1");
    CHECK(text.clauses[0].heading == "One");
    CHECK(text.clauses[0].body == "More.");
    CHECK(text.clauses[1].id == "c4");
    CHECK(text.clauses[1].body.empty());
    CHECK(text.rationale == "It does.");
    CHECK(text.evidence == "- #12");
    CHECK(write_text(text) == whole);
}

TEST_CASE("a text that is nothing but a statement is an idea, and stays one") {
    const auto text = read_text("\n\nA Center does it.\n\nEvery year.\n\n").value();
    CHECK(text.clauses.empty());
    CHECK(write_text(text) == "A Center does it.\n\nEvery year.\n");
}

TEST_CASE("headings are read as CommonMark has them") {
    const auto text =
        read_text("A.\n##  why it MATTERS ##\nx\n   ## clauses\n###\tC # {#c2}\n#### Deeper\n#hash\n")
            .value();
    CHECK(text.rationale == "x");
    REQUIRE(text.clauses.size() == 1);
    CHECK(text.clauses[0].heading == "C #");
    CHECK(text.clauses[0].id == "c2");
    CHECK(text.clauses[0].body == "#### Deeper\n#hash");
}

TEST_CASE("what stands in a code block is no heading") {
    const std::string body =
        "A.\n\n## Clauses\n\n### One {#c1}\n\n```\n## Evidence\n### Two\n~~~\n```\n\n~~~~\n# x\n~~~\n~~~~\n";
    const auto text = read_text(body).value();
    REQUIRE(text.clauses.size() == 1);
    CHECK(write_text(text) == body);
}

TEST_CASE("a text of another form is refused with the line and what to do") {
    CHECK(says("", "A Center"));
    CHECK(says("## Clauses\n\n### One\n", "A Center"));
    CHECK(says("# Title\n", "Line 1: the title has its own field"));
    CHECK(says("A.\n\n## Our view\n", "Line 3: the parts of a proposal"));
    CHECK(says("A.\n\n### One\n", "Line 3: a clause stands below"));
    CHECK(says("A.\n## Clauses\n\nlost words\n", "Line 4: each clause has a heading"));
    CHECK(says("A.\n## Clauses\n### \n\nwords\n", "Line 3: the heading of a clause"));
    CHECK(read_text("A.\n## Clauses\n### \n").value().clauses.empty());
    CHECK(says("A.\n## Clauses\n### A {#c1}\n### B {#c1}\n", "Line 4: two clauses carry {#c1}"));
    CHECK(says("A.\n## Clauses\n### A {#rule}\n", "Line 3: “{#rule}” is no clause's id"));
    CHECK(says("A.\n## Clauses\n### A {#c01}\n", "Line 3"));
    CHECK(says("A.\n## Evidence\n## Evidence\n", "Line 3: “Evidence” is there twice"));
    CHECK(says("A.\n## Clauses\n### " + std::string(301, 'x') + "\n", "longer than 300"));
    std::string many = "A.\n## Clauses\n";
    for (int i = 0; i < 201; ++i)
        many += "### Clause\n";
    CHECK(says(many, "at most 200"));
}

TEST_CASE("a line below words that would make a heading of them is refused") {
    for (const auto* const underline : {"---", "=", "   -----  "})
        CHECK(says("A.\n## Clauses\n### One\n\nwords\n" + std::string(underline) + "\nmore\n",
                   "Line 6: this makes a heading of the line above"));
    for (const auto* const body : {"words\n\n---\n\nmore", "words\n    ---", "words\n--- ---", "words\n- - -",
                                   "a | b\n--- | ---", "```\nwords\n---\n```\n---"})
        CHECK(read_text("A.\n\n## Clauses\n\n### One {#c1}\n\n" + std::string(body) + "\n")
                  .value()
                  .clauses[0]
                  .body == body);
}

TEST_CASE("reading and writing again changes nothing, whatever the parts hold") {
    const std::vector<std::string> lines{"words",
                                         "",
                                         "- item",
                                         "    code",
                                         "```",
                                         "~~~",
                                         "#### deep",
                                         "| a | b |",
                                         "> ## quoted",
                                         "  ## Evidence",
                                         "### Clause {#c7}",
                                         "## Clauses",
                                         "### New",
                                         "## Why it matters",
                                         "{#c3}",
                                         "\\# x",
                                         "* * *",
                                         "---"};
    std::mt19937 random(7);
    int read = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::string body = "A Center.\n";
        for (auto left = random() % 14; left > 0; --left)
            body += lines[random() % lines.size()] + "\n";
        const auto text = read_text(body);
        if (!text) continue;
        ++read;
        const auto once = write_text(*text);
        const auto again = read_text(once);
        INFO(body);
        REQUIRE(again);
        CHECK(write_text(*again) == once);
    }
    CHECK(read > 300);
}

TEST_CASE("a code block that is left open does not swallow the parts that are written behind it") {
    const auto text =
        read_text("A.\n\n## Evidence\n\nHere.\n\n## Clauses\n\n### One\n\n~~~~\nopen\n").value();
    CHECK(text.clauses[0].body == "~~~~\nopen\n~~~~");
    const auto again = read_text(write_text(text)).value();
    CHECK(again.evidence == "Here.");
    CHECK(again.clauses[0].body == text.clauses[0].body);
}

TEST_CASE("new clauses get the next numbers, and lost ids come back by heading or body") {
    auto mine = read_text("A.\n## Clauses\n### New\n### One\n### Reworded\n\nMore of two.\n").value();
    const auto before = read_text("A.\n## Clauses\n### One {#c1}\n### Two {#c2}\n\nMore of two.\n").value();
    standards::keep_ids(mine, before);
    std::int64_t next = 3;
    standards::number_clauses(mine, next);
    CHECK(mine.clauses[0].id == "c3");
    CHECK(mine.clauses[1].id == "c1");
    CHECK(mine.clauses[2].id == "c2");
    CHECK(next == 4);
    // Two of the same words: only one can be the old one.
    auto twice = read_text("A.\n## Clauses\n### One\n### One\n").value();
    standards::keep_ids(twice, before);
    CHECK(twice.clauses[0].id == "c1");
    CHECK(twice.clauses[1].id.empty());
}

TEST_CASE("clauses of the same heading get their own ids back, also in another order") {
    const std::string first = "### Seals\n\nOn boxes.\n";
    const std::string second = "### Seals\n\nOn bags.\n";
    const auto before =
        read_text("A.\n## Clauses\n### Seals {#c1}\n\nOn boxes.\n### Seals {#c2}\n\nOn bags.\n").value();
    const auto ids = [&](const std::string& clauses) {
        auto mine = read_text("A.\n## Clauses\n" + clauses).value();
        standards::keep_ids(mine, before);
        return mine.clauses.at(0).id + " " + mine.clauses.at(1).id;
    };
    CHECK(ids(first + second) == "c1 c2");
    CHECK(ids(second + first) == "c2 c1");
    CHECK(ids("### Seals\n\nOn every box.\n### Seals\n\nOn every bag.\n") == "c1 c2");
}

TEST_CASE("one clause alone is read with or without its mark, and refused when it is more") {
    const auto clause = standards::read_clause("The rule is in writing {#c1}\n\nAnd posted.").value();
    CHECK(clause.heading == "The rule is in writing");
    CHECK(clause.body == "And posted.");
    CHECK(clause.id.empty());
    CHECK(standards::write_clause(clause) == "### The rule is in writing\n\nAnd posted.");
    const auto signs = standards::read_clause("### Room #  ##").value();
    CHECK(signs.heading == "Room #");
    CHECK(standards::read_clause(standards::write_clause(signs)).value().heading == "Room #");
    for (const auto* wrong : {"### A\n\n### B", "## Evidence", "### A\n\n```\nopen", "### ", "# A",
                              "### A\n## Evidence\nx", "### A {#c1} {#c2}"})
        CHECK_FALSE(standards::read_clause(wrong));
}

TEST_CASE("only c and a number is a clause's id") {
    CHECK(standards::clause_number("c3") == 3);
    CHECK(standards::clause_number("c123456") == 123'456);
    for (const auto* wrong : {"", "c", "c0", "c01", "3", "C3", "c-1", "c1234567", "c1a"})
        CHECK(standards::clause_number(wrong) == 0);
}
