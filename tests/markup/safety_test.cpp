#include "base/text.hpp"
#include "markup/render.hpp"
#include "tests/markup/strict_html.hpp"
#include "tests/support/shared_data.hpp"

#include <string>
#include <vector>

namespace {

std::string rendered(const std::string& markdown) {
    const auto result = markup::render(markdown, {.limits = markup::page_limits, .id_prefix = "post-1-"});
    return result ? result->html : "";
}

/// One text that puts the payload wherever a member can put words.
std::string everywhere(const std::string& payload) {
    const std::string line = base::clean_line(payload);
    return payload + "\n\n# " + line + "\n\n[words](" + line + ")\n\n[words](<" + line + ">)\n\n![" + line +
           "](" + line + ")\n\n[words](/x \"" + line + "\")\n\n<" + line + ">\n\n[[" + line + "|" + line +
           "]] @" + line + " https://example.org/" + line + "\n\n|" + line + "|b|\n|-|-|\n|" + line +
           "|b|\n\n```" + line + "\n" + payload + "\n```\n\n[^" + line + "]\n\n[^" + line + "]: " + line +
           "\n\n[ref]\n\n[ref]: " + line + " '" + line + "'\n";
}

void require_harmless(const std::vector<std::string>& payloads) {
    for (const auto& payload : payloads) {
        const std::string markdown = everywhere(base::clean(payload));
        if (!markup::admit(markdown, markup::page_limits)) continue;
        const std::string fault = strict_html::fault_in(rendered(markdown), "post-1-");
        if (!fault.empty()) FAIL_CHECK(payload << "\n  gives " << fault);
    }
}

} // namespace

TEST_CASE("the strict reader refuses what a browser would run") {
    for (const char* html :
         {"<script>", "<p onclick=\"x\">a</p>", "<a href=\"javascript:x\">a</a>", "<a href='x'>a</a>", "<p>a",
          "<a href=\"//example.org\">a</a>", "<P>a</P>", "<p>a<", "<p>&nbsp;</p>", "<h2 id=\"main\">a</h2>",
          "<a href=\"x\"><a href=\"y\">a</a></a>", "<input type=\"text\">", "<img src=\"x\">", "<!-- -->"}) {
        INFO(html);
        CHECK_FALSE(strict_html::fault_in(html, "post-1-").empty());
    }
    CHECK(strict_html::fault_in("<p>a &amp; <a href=\"/x\">b</a><br>\n</p>", "post-1-").empty());
}

TEST_CASE("no script of the public lists survives rendering, wherever it is put") {
    for (const char* name : {"xss-payloads/payloadbox.txt", "xss-payloads/payloadsallthethings.txt",
                             "naughty-strings/blns.txt", "injection-lists/template-and-ssi.txt",
                             "injection-lists/open-redirect.txt", "injection-lists/crlf.txt"})
        if (const auto payloads = shared_data::read_lines(name)) require_harmless(*payloads);
}

TEST_CASE("the payloads and Markdown tricks with names survive no rendering either") {
    for (const auto& [name, key] : {std::pair{"xss-payloads/dompurify.ndjson", "payload"},
                                    std::pair{"xss-payloads/markdown-xss.ndjson", "markdown"}}) {
        const auto cases = shared_data::read_ndjson(name);
        if (!cases) continue;
        std::vector<std::string> payloads;
        for (const auto& one : *cases)
            payloads.push_back(shared_data::text(one, key));
        require_harmless(payloads);
    }
}

TEST_CASE("only http, https, mailto and addresses on this site become links") {
    for (const char* refused :
         {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:x",
          "java&#10;script:x", "java&Tab;script:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
          "//example.org", "&#x2F;/example.org", "ftp://example.org", "&#1;javascript:x", "about:blank"}) {
        INFO(refused);
        const std::string html = rendered(std::string("[words](") + refused + ")");
        CHECK(html == "<p>words</p>\n");
    }
    CHECK(rendered("[a](/x) [b](?q=1) [c](#d) [e](mailto:a@example.org)") ==
          "<p><a href=\"/x\">a</a> <a href=\"?q=1\">b</a> <a href=\"#d\">c</a> "
          "<a href=\"mailto:a@example.org\">e</a></p>\n");
    CHECK(
        rendered("[a](https://example.org/?a=1&b=2)") ==
        "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow ugc noopener noreferrer\">a</a></p>\n");
    CHECK(rendered("[a](\\\\example.org)") == "<p><a href=\"%5Cexample.org\">a</a></p>\n");
}

TEST_CASE("raw HTML is shown as text, as a block and inside a line") {
    CHECK(rendered("<b onclick=\"x\">bold</b> words") ==
          "<p>&lt;b onclick=&quot;x&quot;&gt;bold&lt;/b&gt; words</p>\n");
    CHECK(rendered("<script>\nalert(1)\n</script>\n") ==
          "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
    CHECK(rendered("<!-- a note -->") == "<p>&lt;!-- a note --&gt;</p>\n");
}

TEST_CASE("a language that is no name gives no class") {
    CHECK(rendered("```c++\nx\n```") ==
          "<pre tabindex=\"0\"><code class=\"language-c++\">x\n</code></pre>\n");
    CHECK(rendered("```a\"b\nx\n```") == "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
}
