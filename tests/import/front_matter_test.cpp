#include "app/import/front_matter.hpp"
#include "app/import/page_text.hpp"
#include "tests/support/test.hpp"

using app::page_text;
using app::read_front_matter;

TEST_CASE("a title is read however YAML writes it") {
    const auto title = [](const std::string& line) {
        return read_front_matter("---\n" + line + "\n---\nText\n").text("title");
    };
    CHECK(title("title: Seals and bags") == "Seals and bags");
    CHECK(title("title: \"Seals: a \\\"short\\\" list\"") == "Seals: a \"short\" list");
    CHECK(title("title: 'It''s sealed'") == "It's sealed");
    CHECK(title("title: \"A \\x1b[31m bell\\x07 and \\x5\"") == "A \x1B[31m bell\a and x5");
    CHECK(title("title: " + app::in_quotes("a\x1B\a\t\n\"\\x1b\"")) == "a\x1B\a\t\n\"\\x1b\"");
    CHECK(title("title: Seals # a comment") == "Seals");
    CHECK(title("title: >\n  Seals\n  and bags") == "Seals and bags");
    CHECK(title("title:") == "");
    CHECK(title("name: x") == "");
}

TEST_CASE("lists are read in both forms") {
    const auto front =
        read_front_matter("---\na:\n  - /one/\n  - \"/two/\"\nb: [/three/, '/four/']\n---\nText");
    CHECK(front.find("a")->list == std::vector<std::string>{"/one/", "/two/"});
    CHECK(front.find("b")->list == std::vector<std::string>{"/three/", "/four/"});
    CHECK(front.body == "Text");
}

TEST_CASE("TOML between lines of +++ is front matter too") {
    const auto front =
        read_front_matter("+++\ntitle = \"Seals\"\ntags = [\"a\", \"b\"]\n[extra]\nx = 1\n+++\n\nText\n");
    CHECK(front.language == "toml");
    CHECK(front.text("title") == "Seals");
    CHECK(front.find("tags")->list.size() == 2);
    CHECK(front.fields.back().source == "[extra]\nx = 1\n");
    CHECK(front.body == "Text");
}

TEST_CASE("a rule at the start of a text is no front matter") {
    CHECK(read_front_matter("---\n\nText without an end\n").body == "---\n\nText without an end");
    CHECK(read_front_matter("").body.empty());
    CHECK(read_front_matter("---").body == "---");
}

TEST_CASE("every field but the title is kept at the end of the page") {
    const auto page =
        page_text(read_front_matter("---\ntitle: Seals\nkeywords: a, b\n---\n\n    code first\n"), "x.md");
    CHECK(page.title == "Seals");
    CHECK(page.body == "    code first\n\n```yaml\nkeywords: a, b\n```");
}

TEST_CASE("without a title in front the first heading gives it, or else the file's name") {
    CHECK(page_text(read_front_matter("# Seals and bags #\n\nText"), "x.md").title == "Seals and bags");
    CHECK(page_text(read_front_matter("# Seals and bags #\n\nText"), "x.md").body == "Text");
    CHECK(page_text(read_front_matter("# Seals [here](x.md)\n\nText"), "a/b_c.md").title == "B c");
    CHECK(page_text(read_front_matter("# Seals [here](x.md)\n\nText"), "a/b_c.md").body ==
          "# Seals [here](x.md)\n\nText");
    CHECK(page_text(read_front_matter("Text"), "poll-workers/README.md").title == "Poll workers");
}

TEST_CASE("a title that is too long stands in the text in full") {
    const std::string title(300, 'x');
    const auto page = page_text(read_front_matter("---\ntitle: " + title + "\n---\nText"), "x.md");
    CHECK(page.title.size() == 200);
    CHECK(page.body == "# " + title + "\n\nText");
}

TEST_CASE("the front matter of an export is not text") {
    const auto page = page_text(
        read_front_matter(
            "---\ntitle: \"A\"\narea: \"b\"\nrevision: 3\nupdated: 2027-03-01T12:00:00Z\n---\n\nText\n"),
        "b/a.md");
    CHECK(page.title == "A");
    CHECK(page.body == "Text");
}
