#include "markup/render.hpp"
#include "tests/markup/strict_html.hpp"
#include "tests/support/test.hpp"

#include <string>
#include <thread>
#include <vector>

namespace {

markup::Rendered rendered(const std::string& markdown, const markup::Options& options = {}) {
    auto result = markup::render(markdown, options);
    REQUIRE(result);
    CHECK(strict_html::fault_in(result->html, options.id_prefix) == "");
    return *std::move(result);
}

std::string html_of(const std::string& markdown, const markup::Options& options = {}) {
    return rendered(markdown, options).html;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("headings go below the page's own, and no deeper than h6") {
    CHECK(html_of("# A\n\n###### B\n") == "<h2 id=\"a\">A</h2>\n<h6 id=\"b\">B</h6>\n");
    CHECK(html_of("# A", {.heading_shift = 3}) == "<h4 id=\"a\">A</h4>\n");
}

TEST_CASE("headings get stable ids, numbered where they repeat") {
    const auto result = rendered("# Set *up*\n# Set up\n# Set up 2\n# Set up\n# !\n");
    Names ids;
    for (const auto& heading : result.headings)
        ids.push_back(heading.id);
    CHECK(ids == Names{"set-up", "set-up-2", "set-up-2-2", "set-up-3", "untitled"});
    CHECK(result.headings[0].text == "Set up");
    CHECK(result.headings[0].level == 2);
}

TEST_CASE("a heading may carry its id, where the text's kind allows it") {
    const markup::Options written{.written_ids = true};
    CHECK(html_of("### The rule is in writing {#c1}", written) ==
          "<h4 id=\"c1\">The rule is in writing</h4>\n");
    CHECK(html_of("# A *b* {#c-2}", written) == "<h2 id=\"c-2\">A <em>b</em></h2>\n");
    CHECK(html_of("# C1\n\n# Another {#c1}", written) ==
          "<h2 id=\"c1-2\">C1</h2>\n<h2 id=\"c1\">Another</h2>\n");
    CHECK(html_of("# A {#x}\n\n# B {#x}", written) == "<h2 id=\"x\">A</h2>\n<h2 id=\"b\">B</h2>\n");
    CHECK(html_of("## A {#x}\n\n# B {#x}", written) == "<h3 id=\"a\">A</h3>\n<h2 id=\"x\">B</h2>\n");
    CHECK(html_of("> # A {#x}\n\n# B {#x}", written) ==
          "<blockquote>\n<h2 id=\"a-x\">A {#x}</h2>\n</blockquote>\n<h2 id=\"x\">B</h2>\n");
    CHECK(html_of("# A {#\"x}", written) == "<h2 id=\"a-x\">A {#&quot;x}</h2>\n");
    CHECK(html_of("# {#c1}", written) == "<h2 id=\"c1\">{#c1}</h2>\n");
    CHECK(html_of("# A {#c1}") == "<h2 id=\"a-c1\">A {#c1}</h2>\n");
    const auto rendered = markup::render("# A {#c1}\n\nwords", written).value();
    CHECK(rendered.headings.front().text == "A");
    CHECK(rendered.sections.front().heading_id == "c1");
}

TEST_CASE("ids carry the prefix of their text, and links to a heading of the text find it") {
    const auto result =
        rendered("# Tape\n\n[up](#tape) [away](#comments) x[^1]\n\n[^1]: Note\n", {.id_prefix = "post-12-"});
    CHECK(result.html.find("<h2 id=\"post-12-tape\">") != std::string::npos);
    CHECK(result.html.find("<a href=\"#post-12-tape\">up</a>") != std::string::npos);
    CHECK(result.html.find("<a href=\"#comments\">away</a>") != std::string::npos);
    CHECK(result.html.find("id=\"post-12-fn_1\"") != std::string::npos);
}

TEST_CASE("a mention of a member becomes a link to the member") {
    const auto is_member = [](std::string_view handle) { return handle == "noor-haddad"; };
    const auto result =
        rendered("Ask @Noor-Haddad, not @nobody. @noor-haddad knows.", {.is_member = is_member});
    CHECK(result.html ==
          "<p>Ask <a class=\"mention\" href=\"/members/noor-haddad\">@Noor-Haddad</a>, not @nobody. "
          "<a class=\"mention\" href=\"/members/noor-haddad\">@noor-haddad</a> knows.</p>\n");
    CHECK(result.mentions == Names{"noor-haddad"});
}

TEST_CASE("each handle and each slug is looked up once") {
    int asked = 0;
    markup::Options options;
    options.is_member = [&](std::string_view) { return ++asked > 0; };
    options.page_title = [&](std::string_view) -> std::optional<std::string> {
        return std::to_string(++asked);
    };
    rendered("# @ada [[tape]]\n\n@ada @ada [[tape]] [[Tape]]", options);
    CHECK(asked == 2);
}

TEST_CASE("a text full of names asks for no more than two hundred members") {
    int asked = 0;
    std::string markdown;
    for (int i = 0; i < 5'000; ++i)
        markdown += "@m" + std::to_string(i) + "\n";
    rendered(markdown, {.is_member = [&](std::string_view) { return ++asked > 0; }});
    CHECK(asked == 200);
}

TEST_CASE("a page link shows the page's title, the writer's words, or what was written") {
    markup::Options options;
    options.page_title = [](std::string_view slug) -> std::optional<std::string> {
        if (slug == "drop-boxes") return "Drop boxes & <signs>";
        return std::nullopt;
    };
    const auto result = rendered(
        "[[drop-boxes]] [[Drop Boxes|our *boxes*]] [[drop boxes|our boxes]] [[Paper jams]]", options);
    CHECK(result.html == "<p><a href=\"/practices/drop-boxes\">Drop boxes &amp; &lt;signs&gt;</a> "
                         "[[Drop Boxes|our <em>boxes</em>]] <a href=\"/practices/drop-boxes\">our boxes</a> "
                         "<a class=\"missing\" href=\"/practices/paper-jams\">Paper jams</a></p>\n");
    CHECK(result.pages == Names{"drop-boxes", "paper-jams"});
    CHECK(html_of("[[tape]]") == "<p><a href=\"/practices/tape\">tape</a></p>\n");
    CHECK(html_of("[[選挙]]") == "<p><a href=\"/practices/%E9%81%B8%E6%8C%99\">選挙</a></p>\n");
}

TEST_CASE("a thread's number becomes a link") {
    const auto result = rendered("See #12 and (#345), not A#1, ##2, #0, #1.5 or #12-3. Again #12.");
    CHECK(result.threads == std::vector<std::int64_t>{12, 345});
    CHECK(result.html.find("<a href=\"/forum/threads/12\">#12</a>") != std::string::npos);
}

TEST_CASE("a backslash keeps our own marks as words") {
    CHECK(html_of("\\@ada \\#12 \\[[tape]] \\\\@ada") ==
          "<p>@ada #12 [[tape]] \\<a class=\"mention\" href=\"/members/ada\">@ada</a></p>\n");
    CHECK(html_of("`\\@ada \\#1`\n\n    \\[[x]]\n") ==
          "<p><code>\\@ada \\#1</code></p>\n<pre tabindex=\"0\"><code>\\[[x]]\n</code></pre>\n");
}

TEST_CASE("inside links and code nothing becomes a link by itself") {
    const auto result =
        rendered("[@ada #1 https://example.org](/x) `@ada [[tape]] #1`\n\n```\n@ada #1\n```\n");
    CHECK(result.mentions.empty());
    CHECK(result.threads.empty());
    CHECK(result.html ==
          "<p><a href=\"/x\">@ada #1 https://example.org</a> <code>@ada [[tape]] #1</code></p>\n"
          "<pre tabindex=\"0\"><code>@ada #1\n</code></pre>\n");
}

TEST_CASE("an address in angle brackets inside a link is words, and no link in a link") {
    CHECK(html_of("[see <https://a.example> there](/b) <https://c.example>") ==
          "<p><a href=\"/b\">see https://a.example there</a> <a href=\"https://c.example\" "
          "rel=\"nofollow ugc noopener noreferrer\">https://c.example</a></p>\n");
    CHECK(html_of("[see <https://a.example>](javascript:x)") ==
          "<p>see <a href=\"https://a.example\" rel=\"nofollow ugc noopener noreferrer\">"
          "https://a.example</a></p>\n");
}

TEST_CASE("a page link in a table keeps its bar when it is escaped") {
    const auto result = rendered("|a|\n|-|\n|[[tape\\|our tape]]|\n");
    CHECK(result.html.find("<td><a href=\"/practices/tape\">our tape</a></td>") != std::string::npos);
}

TEST_CASE("a table has column headers and can be scrolled from the keyboard") {
    CHECK(
        html_of("|a||\n|:-|-:|\n|1|2|\n") ==
        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">\n<table>\n<thead>\n<tr>\n"
        "<th scope=\"col\" class=\"left\">a</th>\n<td class=\"right\"></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td class=\"left\">1</td>\n<td class=\"right\">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n");
}

TEST_CASE("a task says whether it is done") {
    CHECK(
        html_of("- [ ] a\n- [x] b\n") ==
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"not done\"> a</li>\n"
        "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> b</li>\n</ul>\n");
}

TEST_CASE("an image is a link with its alternative text") {
    CHECK(html_of("![a *ballot*](b.png \"T\")") ==
          "<p><a class=\"image\" href=\"b.png\" title=\"T\">a ballot</a></p>\n");
    CHECK(html_of("[![a](b.png)](/c)") == "<p><a href=\"/c\">a</a></p>\n");
    CHECK(html_of("![a](javascript:x)") == "<p>a</p>\n");
}

TEST_CASE("a footnote leads to its note and back from there") {
    CHECK(
        html_of("A[^n] b[^n].\n\n[^n]: Words.\n") ==
        "<p>A<sup class=\"footnote-ref\" id=\"fnref_1\"><a href=\"#fn_1\" aria-label=\"Footnote 1\">1</a></sup> "
        "b<sup class=\"footnote-ref\" id=\"fnref_1_2\"><a href=\"#fn_1\" aria-label=\"Footnote 1\">1</a></sup>.</p>\n"
        "<div class=\"footnotes\">\n<ol>\n<li id=\"fn_1\">\n<p>Words. <a class=\"footnote-back\" href=\"#fnref_1\" "
        "aria-label=\"Back to the text, footnote 1\">↩</a> <a class=\"footnote-back\" href=\"#fnref_1_2\" "
        "aria-label=\"Back to the text, footnote 1, use 2\">↩2</a></p>\n</li>\n</ol>\n</div>\n");
}

TEST_CASE("a footnote's label stands in one line, and no word of another one is lost") {
    CHECK(html_of("See [^a long note that\nends é] here") == "<p>See [^a long note that\nends é] here</p>\n");
    CHECK(html_of("[^a `]` b] `[^c`") == "<p>[^a <code>]</code> b] <code>[^c</code></p>\n");
    CHECK(html_of("[^a\nb]\n\n[^a\nb]: /x") == "<p><a href=\"/x\">^a\nb</a></p>\n");
}

TEST_CASE("a reference to a character that is none gives sound text") {
    CHECK(html_of("&#xFFFF; [a](/&#65534; \"&#xffff;\")\n\n```a&#xFFFE;\n```") ==
          "<p>\uFFFD <a href=\"/%EF%BF%BD\" title=\"\uFFFD\">a</a></p>\n"
          "<pre tabindex=\"0\"><code class=\"language-a\uFFFD\"></code></pre>\n");
    CHECK(rendered("# &#xFFFF;a").headings[0].text == "\uFFFDa");
}

TEST_CASE("sections hold the plain words under each heading") {
    const auto sections =
        rendered("Intro *words*.\n\n# First\n\n|a|b|\n|-|-|\n|c|`d`|\n\n- [e](/x)\n- @f [[g|h]]\n\n"
                 "## Second\n")
            .sections;
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].heading_id.empty());
    CHECK(sections[0].text == "Intro words.");
    CHECK(sections[1].heading_id == "first");
    CHECK(sections[1].heading == "First");
    CHECK(sections[1].text == "a b\nc d\ne\n@f h");
    CHECK(sections[2].text.empty());
    CHECK(rendered("# Only\n").sections.size() == 1);
    CHECK(rendered("").sections.empty());
}

TEST_CASE("an excerpt is plain, on one line, and ends at a word") {
    CHECK(markup::plain_text("# Tape\n\nUse **two** rolls.", 80) == "Tape Use two rolls.");
    CHECK(markup::plain_text("Use two rolls of tape", 12) == "Use two…");
    CHECK(markup::plain_text("Use two rolls", 8) == "Use two…");
    CHECK(markup::plain_text("Übergroße", 4) == "Übe…");
    CHECK(markup::plain_text("words", 0).empty());
    CHECK(markup::plain_text("", 10).empty());
}

TEST_CASE("threads that render at once all get the same") {
    const std::string markdown = "~~gone~~ **kept** | a\n\n|x|\n|-|\n|~~y~~|\n\n- [ ] z[^1]\n\n[^1]: n\n";
    const std::string expected = html_of(markdown);
    std::vector<std::thread> threads;
    std::vector<int> different(4, 0);
    for (auto& count : different)
        threads.emplace_back([&] {
            for (int i = 0; i < 300; ++i)
                if (markup::render(markdown)->html != expected) ++count;
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(different == std::vector<int>(4, 0));
}

TEST_CASE("what would be an empty heading or link is none") {
    CHECK(html_of("#\n\n## <!-- -->\n") == "<p></p>\n<h3 id=\"untitled\">&lt;!-- --&gt;</h3>\n");
    CHECK(rendered("#\n").headings.empty());
    CHECK(html_of("[]()") == "<p></p>\n");
    CHECK(html_of("[](/x)") == "<p><a href=\"/x\">/x</a></p>\n");
}
