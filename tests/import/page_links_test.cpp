#include "app/import/page_links.hpp"
#include "tests/support/test.hpp"

namespace {

struct Links {
    Links() {
        links.add("travel/leave.md", "leave");
        links.add("travel/index.md", "travel");
        links.add("old name.md", "old-name");
        links.add("/short/", "leave");
    }
    std::string in_page(const std::string& markdown) const {
        return links.rewrite(markdown, "travel/trips.md");
    }

    app::PageLinks links;
};

} // namespace

TEST_CASE_METHOD(Links, "links between files become links between pages") {
    CHECK(in_page("[a](leave.md)") == "[a](/practices/leave)");
    CHECK(in_page("[a](./leave.md#sick \"Title\")") == "[a](/practices/leave#sick \"Title\")");
    CHECK(in_page("[a](../travel/)") == "[a](/practices/travel)");
    CHECK(in_page("[a](/travel/leave/)") == "[a](/practices/leave)");
    CHECK(in_page("[a](/short/#x)") == "[a](/practices/leave#x)");
    CHECK(in_page("[a](<../old name.md>)") == "[a](/practices/old-name)");
    CHECK(in_page("[a](../old%20name.md)") == "[a](/practices/old-name)");
    CHECK(in_page("![a](leave.md)") == "![a](/practices/leave)");
    CHECK(in_page("[a]: leave.md\n[a]") == "[a]: /practices/leave\n[a]");
}

TEST_CASE_METHOD(Links, "the link tags of site generators become links") {
    CHECK(in_page("[a]({% page \"/travel/leave/#sick\" %})") == "[a](/practices/leave#sick)");
    CHECK(in_page("[a]({% page \"travel/leave\" %})") == "[a](/practices/leave)");
    CHECK(in_page("[a]({% link travel/leave.md %})") == "[a](/practices/leave)");
    CHECK(in_page("[a]({% page \"https://example.org/x\" %})") == "[a](https://example.org/x)");
    CHECK(in_page("[a]({% page \"/nowhere/\" %})") == "[a]({% page \"/nowhere/\" %})");
}

TEST_CASE_METHOD(Links, "what leads elsewhere stays as it is") {
    for (const std::string same : {"[a](https://example.org/leave.md)", "[a](#leave)", "[a](//x/leave.md)",
                                   "[a](mailto:x@example.org)", "[a](gone.md)", "[a](../../../leave.md)",
                                   "[a]()", "[a](", "[a](<leave.md", "[leave.md]", "[a](%zz)"})
        CHECK(in_page(same) == same);
}

TEST_CASE_METHOD(Links, "code is left alone") {
    for (const std::string same :
         {"`[a](leave.md)`", "``x ` [a](leave.md)``", "```\n[a](leave.md)\n```",
          "- ~~~\n  [a](leave.md)\n  ~~~", "\\[a\\](leave.md)", "````\n```\n[a](leave.md)\n````"})
        CHECK(in_page(same) == same);
    CHECK(in_page("`x\n\n[a](leave.md)` y") == "`x\n\n[a](/practices/leave)` y");
    CHECK(in_page("```\nx\n```\n[a](leave.md)") == "```\nx\n```\n[a](/practices/leave)");
}
