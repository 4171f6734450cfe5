#include "server/html/writer.hpp"
#include "tests/support/test.hpp"

using html::Attribute;
using html::Flag;
using html::link;

namespace {

template <base::Literal literal, class... Values> std::string written(const Values&... values) {
    html::Writer w;
    w.put<literal>(values...);
    return w.take();
}

constexpr html::Place place_of(std::string_view literal) {
    html::Place found{};
    html::detail::walk(literal, [&](std::size_t, html::Place place) { found = place; });
    return found;
}

/// What the compiler would say about the literal; "" when it takes it.
std::string refusal(std::string_view literal) {
    try {
        html::detail::walk(literal, [](std::size_t, html::Place) {});
        return "";
    } catch (const char* sentence) {
        return sentence;
    }
}

} // namespace

TEST_CASE("values are escaped for the place where they stand") {
    CHECK(written<"<p>{}</p>">("<b>&\"'") == "<p>&lt;b&gt;&amp;&quot;&#39;</p>");
    CHECK(written<"<p title=\"{}\"></p>">("a\"b") == "<p title=\"a&quot;b\"></p>");
    CHECK(written<"<a href=\"{}\">{}</a>">(link<"/search?q={}">("a&b \"c\""), 7) ==
          "<a href=\"/search?q=a%26b%20%22c%22\">7</a>");
    CHECK(written<"<p>{}</p>">(html::Safe::trusted("<em>x</em>")) == "<p><em>x</em></p>");
    CHECK(written<"<ul>{}</ul>">([](html::Writer& w) { w.put<"<li>{}</li>">("<"); }) ==
          "<ul><li>&lt;</li></ul>");
}

TEST_CASE("attributes may be absent") {
    CHECK(written<"<input{}{}>">(Flag{"checked", true}, Attribute{"aria-describedby", "x"}) ==
          "<input checked aria-describedby=\"x\">");
    CHECK(written<"<input{}{}>">(Flag{"checked", false}, Attribute{"aria-describedby", std::nullopt}) ==
          "<input>");
    CHECK(written<"<input{}>">(Attribute{"value", "\"><script>"}) ==
          "<input value=\"&quot;&gt;&lt;script&gt;\">");
}

TEST_CASE("each place is recognised") {
    STATIC_REQUIRE(place_of("<p>{}</p>") == html::Place::text);
    STATIC_REQUIRE(place_of("<p class='{}'>") == html::Place::attribute);
    STATIC_REQUIRE(place_of("<form action=\"{}\">") == html::Place::url);
    STATIC_REQUIRE(place_of("<input{}>") == html::Place::tag);
    STATIC_REQUIRE(place_of("<textarea>{}</textarea>") == html::Place::text);
}

TEST_CASE("what cannot be made safe does not compile") {
    CHECK(refusal("<a href={}>") == "quote the attribute's value");
    CHECK(refusal("<a onclick=\"{}\">") == "no value may stand in this attribute");
    CHECK(refusal("<p style=\"{}\">") == "no value may stand in this attribute");
    CHECK(refusal("<a href=\"/x?{}\">") == "an address is one Url: build it with link<>");
    CHECK(refusal("<script>let x = {}</script>") == "no inline scripts");
    CHECK(refusal("<style>{}</style>") == "no inline styles");
    CHECK(refusal("<!-- {} -->") == "no comments in pages");
    CHECK(refusal("<p class=\"{}") == "the literal ends inside a tag");
    CHECK(refusal("<script type=\"module\" src=\"{}\"></script>").empty());
}

TEST_CASE("an address from outside never leads elsewhere") {
    for (const char* bad : {"//evil.example", "https://evil.example", "/\\evil.example", "", "evil", "/a b",
                            "/a\tb", "javascript:alert(1)", "\\/evil", "/\n/evil.example"})
        CHECK_FALSE(server::Url::local(bad));
    CHECK(server::Url::local("/forum?tag=seals#post-1"));
    CHECK(server::Url::external("HTTPS://example.org/a?b"));
    for (const char* bad :
         {"javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org", "http://a b"})
        CHECK_FALSE(server::Url::external(bad));
}
