#include "markup/text_links.hpp"
#include "tests/support/test.hpp"

#include <string>
#include <vector>

namespace {

/// The targets of the links in a text, a thread's as "#12".
std::vector<std::string> links(const std::string& text) {
    std::vector<std::string> out;
    std::size_t end = 0;
    for (const auto& link : markup::find_text_links(text)) {
        CHECK(link.begin >= end);
        CHECK(link.end > link.begin);
        CHECK(link.end <= text.size());
        end = link.end;
        out.push_back(link.kind == markup::TextLink::Kind::thread ? "#" + std::to_string(link.number)
                                                                  : link.target);
    }
    return out;
}

using Targets = std::vector<std::string>;

} // namespace

TEST_CASE("a bare address ends before the sentence's punctuation and brackets it did not open") {
    CHECK(links("(see https://example.org/a_(b).)") == Targets{"https://example.org/a_(b)"});
    CHECK(links("https://example.org/?q=1&r=2, then") == Targets{"https://example.org/?q=1&r=2"});
    CHECK(links("“https://example.org”") == Targets{"https://example.org"});
    CHECK(links("HTTP://EXAMPLE.ORG/x!?") == Targets{"HTTP://EXAMPLE.ORG/x"});
    CHECK(links("https://example.org/a&copy;") == Targets{"https://example.org/a"});
    CHECK(links("www.example.org.") == Targets{"http://www.example.org"});
}

TEST_CASE("what only looks like an address stays words") {
    CHECK(
        links("http:// https://! www. www.x wwww.example.org xhttp://example.org ftp://example.org").empty());
    CHECK(links("a@b @ a@ a@.org @@ada a..b@ada@b").empty());
}

TEST_CASE("an e-mail address is found whole") {
    CHECK(links("Write clerk.smith+vote@example.org.") == Targets{"clerk.smith+vote@example.org"});
    CHECK(links("a@b.example@c.example") == Targets{"a@b.example"});
    CHECK(links(std::string(70, 'a') + "@example.org").empty());
}

TEST_CASE("a mention stands at the start of a word and has letters, digits and single hyphens") {
    CHECK(links("@ada, (@ada-2) —@ada’s") == Targets{"ada", "ada-2", "ada"});
    CHECK(links("@ada- @ada.") == Targets{"ada", "ada"});
    CHECK(links("x@ada _@ada @ada_b @-ada @a--b @").empty());
    CHECK(links("@José") == Targets{"jose"});
    CHECK(links("@" + std::string(81, 'a')).empty());
}

TEST_CASE("a page link takes a slug or a title, and words after a bar") {
    const auto found = markup::find_text_links("[[Drop boxes: siting| our boxes ]]");
    REQUIRE(found.size() == 1);
    CHECK(found[0].target == "drop-boxes-siting");
    CHECK(found[0].label == "our boxes");
    CHECK(links("[[[a]]]") == Targets{"a"});
    CHECK(links("[[]] [[ ]] [[|x]] [[a [b]] [[a] ] [[a").empty());
}

TEST_CASE("numbers of threads are told from other numbers") {
    CHECK(links("#1 #22, #333: (#4)") == Targets{"#1", "#22", "#333", "#4"});
    CHECK(links("#1a #01 a#1 ##1 /#1 &#1; #1234567890123 #").empty());
}
