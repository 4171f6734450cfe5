// A rendered proposal taken apart at its clauses: every word stays, each at its place.
#include "markup/render.hpp"
#include "standards/proposals/proposal_html.hpp"
#include "tests/support/test.hpp"

#include <random>

namespace {

using standards::read_text;

standards::ProposalHtml taken(const std::string& body) {
    const auto text = read_text(body).value();
    markup::Options options;
    options.first_heading = 2;
    options.written_ids = true;
    return standards::take_apart(markup::render(write_text(text), options).value().html, text);
}

std::string joined(const standards::ProposalHtml& parts) {
    auto all = parts.statement;
    for (const auto& clause : parts.clauses)
        all += clause.heading + clause.body;
    return all + parts.rest;
}

int count(std::string_view text, std::string_view words) {
    int number = 0;
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1))
        ++number;
    return number;
}

} // namespace

TEST_CASE("statement, clauses and the rest stand apart") {
    const auto parts =
        taken("A Center.[^1]\n\n## Clauses\n\n### One *now* {#c2}\n\nMore.\n\n### Two {#c1}\n\n"
              "## Why it matters\n\nSo.\n\n[^1]: A note.\n");
    CHECK(parts.statement.find("A Center.") != std::string::npos);
    CHECK(parts.statement.find("Clauses") == std::string::npos);
    REQUIRE(parts.clauses.size() == 2);
    CHECK(parts.clauses[0].id == "c2");
    CHECK(parts.clauses[0].heading == "One <em>now</em>");
    CHECK(parts.clauses[0].body.find("<p>More.</p>") != std::string::npos);
    CHECK(parts.clauses[1].heading == "Two");
    CHECK(parts.rest.find("Why it matters") != std::string::npos);
    CHECK(parts.rest.find("A note.") != std::string::npos);
}

TEST_CASE("a proposal without clauses, and one without the rest") {
    const auto bare = taken("A Center.\n\n## Evidence\n\nIt.\n");
    CHECK(bare.statement == "<p>A Center.</p>\n");
    CHECK(bare.clauses.empty());
    CHECK(bare.rest.starts_with("<h2 id=\"evidence\">"));
    const auto short_one = taken("A Center.\n\n## Clauses\n\n### One {#c1}\n");
    CHECK(short_one.rest.empty());
}

TEST_CASE("what looks like a clause in code or words is none") {
    const auto parts = taken(
        "A `<h3 id=\"c1\">` Center.\n\n## Clauses\n\n### One {#c1}\n\n    <h3 id=\"c1\">\n\n#### C1\n\nx\n");
    REQUIRE(parts.clauses.size() == 1);
    CHECK(parts.clauses[0].heading == "One");
    CHECK(parts.clauses[0].body.find("C1") != std::string::npos);
}

TEST_CASE("a clause's address is not taken by another heading before it") {
    for (const auto* const heading :
         {"#### Mine {#c1}", "#### Mine {&#35;c1}", "> ### Mine {#c1}", "> Mine {#c1}\n> ---"}) {
        const auto parts =
            taken("A Center.\n\n" + std::string(heading) + "\n\n## Clauses\n\n### One {#c1}\n\nMore.\n");
        REQUIRE(parts.clauses.size() == 1);
        CHECK(parts.clauses[0].heading == "One");
        CHECK(parts.statement.find("Mine") != std::string::npos);
    }
}

TEST_CASE("no word is lost or doubled, whatever the parts hold") {
    std::mt19937 random(11);
    const std::vector<std::string> lines{"",
                                         "",
                                         "- item",
                                         "> quote",
                                         "#### Deeper",
                                         "##### Deeper still {#c1}",
                                         "> ## Quoted {#c1}",
                                         "> Setext {#c1}\n> ---",
                                         "#### Entity {&#35;c1}",
                                         "```\n## Clauses\n```",
                                         "| a | b |\n|---|---|\n| 1 | 2 |"};
    for (int round = 0; round < 400; ++round) {
        int words = 0;
        const auto some = [&] {
            std::string out;
            for (auto left = random() % 4 + 1; left > 0; --left)
                out += "\n" + lines[random() % lines.size()] + "\n\nword" + std::to_string(words++) + ".\n";
            return out;
        };
        std::string body = "A Center word" + std::to_string(words++) + ".\n" + some() + "\n## Clauses\n";
        const auto clauses = random() % 5;
        for (unsigned i = 1; i <= clauses; ++i)
            body +=
                "\n### Clause word" + std::to_string(words++) + ". {#c" + std::to_string(i) + "}\n" + some();
        body += "\n## Why it matters\n" + some();
        const auto parts = taken(body);
        INFO(body);
        CHECK(parts.clauses.size() == clauses);
        const auto all = joined(parts);
        for (int i = 0; i < words; ++i)
            CHECK(count(all, "word" + std::to_string(i) + ".") == 1);
    }
}
