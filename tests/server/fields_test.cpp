#include "server/fields.hpp"
#include "tests/support/test.hpp"

using server::Fields;

TEST_CASE("a form gives its fields back as they were typed") {
    const auto form =
        Fields::from_form("title=Seals+%26+bags&body=one%0D%0Atwo&tags=seals,+canvass&tags=audit&empty=");
    REQUIRE(form);
    CHECK(form->line("title") == "Seals & bags");
    CHECK(form->text("body") == "one\ntwo");
    CHECK(form->list("tags") == std::vector<std::string>{"seals", "canvass", "audit"});
    CHECK(form->has("empty"));
    CHECK_FALSE(form->has("absent"));
    CHECK(form->raw("absent").empty());
}

TEST_CASE("what is no text is refused, not changed") {
    CHECK_FALSE(Fields::from_form("title=%C0%AF"));
    CHECK_FALSE(Fields::from_form("title=%00"));
    CHECK_FALSE(Fields::from_form("title=%zz"));
    std::string many;
    for (int i = 0; i < 600; ++i)
        many += "a=1&";
    CHECK_FALSE(Fields::from_form(many));
}

TEST_CASE("a JSON object is read like a form") {
    const auto object = Fields::from_json(
        R"({"title":"Seals","base_revision":3,"pinned":true,"tags":["a","b"],"none":null})");
    REQUIRE(object);
    CHECK(object->line("title") == "Seals");
    CHECK(object->number("base_revision") == 3);
    CHECK(object->flag("pinned"));
    CHECK(object->list("tags") == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(object->has("none"));
    for (const char* bad : {"", "[1]", "{\"a\":{\"b\":1}}", "{\"a\":1", "{\"a\":\"\\u0000\"}", "nul"})
        CHECK_FALSE(Fields::from_json(bad));
    CHECK_FALSE(Fields::from_json(std::string(100'000, '[')));
}

TEST_CASE("complaints name each field once and say what to do") {
    server::Complaints complaints;
    complaints.check_length("title", "The title", "", 10);
    complaints.check_length("body", "The text", "twelve chars", 10);
    complaints.check_length("summary", "The summary", "fine", 10);
    const auto problem = complaints.problem();
    REQUIRE(problem.fields.size() == 2);
    CHECK(problem.fields[0].field == "title");
    CHECK(problem.fields[1].message == "The text has 12 characters; 10 are allowed. Shorten it.");
}
