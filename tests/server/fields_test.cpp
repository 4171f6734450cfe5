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
    CHECK_FALSE(Fields::from_form(std::string(2'000'000, '&')));
    CHECK(Fields::from_form("a=1&&b=2&")->has("b"));
}

TEST_CASE("names are text as values are") {
    CHECK(Fields::from_form("a%0D%0Ab=1&c%0D=2")->has("a\nb"));
    const auto object = Fields::from_json(R"({"a\r\nb":1})");
    REQUIRE(object);
    CHECK(object->has("a\nb"));
    const auto unreadable = Fields::from_json(R"({"a\u0000":{}})");
    REQUIRE_FALSE(unreadable);
    CHECK(unreadable.error().fields.empty());
}

TEST_CASE("a JSON object is read like a form") {
    const auto object =
        Fields::from_json(R"({"title":"Seals","base_revision":3,"pinned":true,"tags":["a","b"]})");
    REQUIRE(object);
    CHECK(object->line("title") == "Seals");
    CHECK(object->number("base_revision") == 3);
    CHECK(object->flag("pinned"));
    CHECK(object->list("tags") == std::vector<std::string>{"a", "b"});
    for (const char* bad : {"", "[1]", "{\"a\":{\"b\":1}}", "{\"a\":1", "{\"a\":\"\\u0000\"}", "nul"})
        CHECK_FALSE(Fields::from_json(bad));
    CHECK_FALSE(Fields::from_json(std::string(100'000, '[')));
}

TEST_CASE("null and an empty list clear a field, and say so") {
    const auto object = Fields::from_json(R"({"tags":[],"needed_by":null})");
    REQUIRE(object);
    CHECK(object->has("tags"));
    CHECK(object->list("tags").empty());
    CHECK(object->has("needed_by"));
    CHECK(object->line("needed_by").empty());
    CHECK_FALSE(object->has("title"));
}

TEST_CASE("every member of a JSON object that is no field is named") {
    const auto object = Fields::from_json(R"({"a":{"b":1},"c":[null],"d":[[]],"e":"\u0000","f":1})");
    REQUIRE_FALSE(object);
    CHECK(object.error().kind == base::ProblemKind::invalid);
    std::string named;
    for (const auto& field : object.error().fields)
        named += field.field;
    CHECK(named == "acde");
}

TEST_CASE("a truth value is yes, no or neither") {
    const auto fields = Fields::from_json(R"({"a":true,"b":false,"c":"maybe","d":null,"e":"yes"})").value();
    CHECK(fields.truth("a") == true);
    CHECK(fields.truth("b") == false);
    CHECK(fields.truth("c") == std::nullopt);
    CHECK(fields.truth("d") == std::nullopt);
    CHECK(fields.truth("e") == true);
    CHECK(fields.truth("f") == std::nullopt);
}

TEST_CASE("complaints name each field once and say what to do") {
    server::Complaints complaints;
    complaints.check_length("title", "The title", "\u00A0\u200B\n", 10);
    complaints.check_length("body", "The text", "twelve chars", 10);
    complaints.check_length("summary", "The summary", "fine", 10);
    const auto problem = complaints.problem();
    REQUIRE(problem.fields.size() == 2);
    CHECK(problem.fields[0].field == "title");
    CHECK(problem.fields[1].message == "The text has 12 characters; 10 are allowed. Shorten it.");
}
