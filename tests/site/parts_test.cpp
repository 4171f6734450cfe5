#include "site/layout.hpp"
#include "site/parts.hpp"
#include "tests/site/visit.hpp"
#include "tests/support/test.hpp"

namespace {

using html::Writer;
using parts::State;
using server::link;

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

State refused(std::string_view field, std::string message) {
    State state;
    state.problem = base::Problem{base::ProblemKind::invalid, message};
    state.problem->fields.push_back({std::string(field), std::move(message)});
    return state;
}

TEST_CASE("a refused form names each fault in the summary and at its field") {
    testing::Visit visit;
    auto state = refused("title", "Enter a title.");
    state.values.add("title", "Se<als");
    Writer w;
    parts::form(w, visit.context(), link<"/forum/threads">(), {}, state, [&](Writer& inner) {
        parts::text_field(inner, state, {.name = "title", .label = "Title", .hint = "One sentence."});
    });
    const auto html = w.take();
    CHECK(has(html, "role=\"alert\""));
    CHECK(has(html, "<a href=\"#title\">Enter a title.</a>"));
    CHECK(has(html, "aria-describedby=\"title-hint title-error\" aria-invalid=\"true\""));
    CHECK(has(html, "value=\"Se&lt;als\""));
}

TEST_CASE("a form that was not refused complains about nothing") {
    testing::Visit visit;
    Writer w;
    const State state;
    parts::form(w, visit.context(), link<"/forum/threads">(), {}, state,
                [&](Writer& inner) { parts::text_field(inner, state, {.name = "title", .label = "Title"}); });
    const auto html = w.take();
    CHECK_FALSE(has(html, "error"));
    CHECK_FALSE(has(html, "aria-invalid"));
    CHECK_FALSE(has(html, "aria-describedby"));
}

TEST_CASE("every form that posts carries the forgery token") {
    testing::Visit visit;
    const auto carries = [](Writer& w) { return has(w.text(), "name=\"forgery_token\" value=\"a-token\""); };
    Writer form;
    parts::form(form, visit.context(), link<"/x">(), {}, {}, [](Writer&) {});
    CHECK(carries(form));
    Writer button;
    parts::post_button(button, visit.context(), link<"/x">(), {.words = "Helpful"});
    CHECK(carries(button));
    Writer filter;
    parts::filter_form(filter, link<"/x">(), [](Writer&) {});
    CHECK_FALSE(carries(filter));
}

TEST_CASE("a password is never shown back") {
    State state;
    state.values.add("password", "correct horse");
    Writer w;
    parts::text_field(w, state, {.name = "password", .label = "Password", .type = "password"});
    CHECK_FALSE(has(w.text(), "correct horse"));
}

TEST_CASE("a text area gives back a text that begins with an empty line") {
    State state;
    state.values.add("body", "\nfirst & second");
    Writer w;
    parts::markdown_field(w, state, {.name = "body", .label = "Text"});
    CHECK(has(w.text(), ">\n\nfirst &amp; second</textarea>"));
}

TEST_CASE("two forms of one page have different ids for fields of one name") {
    const State state{.id_prefix = "comment-12-"};
    Writer w;
    parts::text_area(w, state, {.name = "body", .label = "Comment"});
    CHECK(has(w.text(), "<label for=\"comment-12-body\">"));
    CHECK(has(w.text(), "id=\"comment-12-body\" name=\"body\""));
}

TEST_CASE("the summary leads to the first of several choices") {
    const std::vector<parts::Option> kinds{{"question", "Question"}, {"story", "What is working"}};
    const auto state = refused("kind", "Choose what it is.");
    Writer w;
    parts::radio_group(w, state, {.name = "kind", .label = "Kind", .options = kinds});
    CHECK(has(w.text(), "id=\"kind\" value=\"question\""));
    CHECK(has(w.text(), "id=\"kind-story\" value=\"story\""));
}

TEST_CASE("a choice that was made is still made when the form comes back") {
    const std::vector<parts::Option> areas{{"1", "Drop boxes"}, {"2", "Poll workers"}};
    State state;
    state.values.add("area", "2");
    Writer w;
    parts::select_field(w, state, {.name = "area", .label = "Area", .options = areas});
    CHECK(has(w.text(), "<option value=\"2\" selected>"));
    CHECK(has(w.text(), "<option value=\"1\">"));
}

TEST_CASE("a switch tells a screen reader whether it is on") {
    testing::Visit visit;
    Writer on;
    parts::post_button(on, visit.context(), link<"/x">(),
                       {.words = "Helpful", .pressed = true, .number = 1204});
    CHECK(has(on.text(), "aria-pressed=\"true\""));
    CHECK(has(on.text(), "1,204"));
    Writer plain;
    parts::post_button(plain, visit.context(), link<"/x">(), {.words = "Withdraw"});
    CHECK_FALSE(has(plain.text(), "aria-pressed"));
}

TEST_CASE("a time is said in words with the exact time beside it") {
    testing::Visit visit;
    Writer w;
    parts::when(w, visit.context(), visit.context().now - std::chrono::hours(3));
    CHECK(has(w.text(), "datetime=\"2027-10-05T11:00:00Z\""));
    CHECK(has(w.text(), "title=\"October 5, 2027, 7:00 AM EDT\""));
    CHECK(has(w.text(), ">3 hours ago</time>"));
}

TEST_CASE("initials are taken from the first and the last name in any script") {
    CHECK(parts::initials("Noor Haddad") == "NH");
    CHECK(parts::initials("Björk Þórsdóttir") == "BÞ");
    CHECK(parts::initials("Li 李 Wei") == "LW");
    CHECK(parts::initials("李") == "李");
    CHECK(parts::initials("").empty());
}

TEST_CASE("an author who is not named has no link and no initials") {
    testing::Visit visit;
    Writer w;
    parts::byline(w, visit.context(), {.name = "A member of a small office in Ohio"}, visit.context().now);
    CHECK_FALSE(has(w.text(), "/members/"));
    CHECK_FALSE(has(w.text(), "AO"));
}

TEST_CASE("a short text has no contents list") {
    Writer one;
    parts::contents(one, std::vector<parts::Heading>{{2, "only", "Only"}, {4, "deep", "Deep"}});
    CHECK(one.text().empty());
    Writer two;
    parts::contents(two, std::vector<parts::Heading>{{2, "first", "First"}, {3, "second", "Second"}});
    CHECK(has(two.text(), "href=\"#second\""));
}

} // namespace
