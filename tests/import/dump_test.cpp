#include "app/import/html_words.hpp"
#include "app/import/qa_attribution.hpp"
#include "app/import/stackexchange_dump.hpp"
#include "app/import/xml_rows.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <fstream>

namespace {

struct Dump {
    void write(const std::string& name, const std::string& content) const {
        std::ofstream(folder.path() / name) << content;
    }
    void rows(const std::string& name, const std::string& rows) const {
        write(name,
              "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<table>\n" + rows + "</table>\n");
    }
    /// A question (1) with two versions, an answer (2) without a kept Markdown, and comments.
    void write_small_site() const {
        rows("Users.xml", "<row Id=\"7\" DisplayName=\"Noor &amp; Co\" />");
        rows(
            "Posts.xml",
            "<row Id=\"1\" PostTypeId=\"1\" AcceptedAnswerId=\"2\" CreationDate=\"2016-08-02T15:39:14.947\" "
            "ClosedDate=\"2017-01-01T00:00:00.000\" OwnerUserId=\"7\" Title=\"Seals &amp;quot;new&amp;quot;\" "
            "Tags=\"&lt;a&gt;&lt;b-c&gt;\" Body=\"&lt;p&gt;x&lt;/p&gt;\" />"
            "<row Id=\"2\" PostTypeId=\"2\" ParentId=\"1\" CreationDate=\"2019-08-02T15:39:14.947\" "
            "OwnerDisplayName=\"Left\" Body=\"&lt;p&gt;One *&amp;amp;* two&lt;/p&gt;&lt;ul&gt;&lt;li&gt;three"
            "&lt;/li&gt;&lt;/ul&gt;\" />"
            "<row Id=\"3\" PostTypeId=\"5\" CreationDate=\"2019-08-02T15:39:14.947\" Body=\"a tag's words\" />");
        rows("PostHistory.xml",
             "<row Id=\"1\" PostHistoryTypeId=\"2\" PostId=\"1\" CreationDate=\"2016-08-02T15:39:14.947\" "
             "UserId=\"7\" Text=\"First\" />"
             "<row Id=\"2\" PostHistoryTypeId=\"1\" PostId=\"1\" CreationDate=\"2016-08-02T15:39:14.947\" "
             "UserId=\"7\" Text=\"Seals\" />"
             "<row Id=\"3\" PostHistoryTypeId=\"3\" PostId=\"1\" CreationDate=\"2016-08-02T15:39:14.947\" "
             "UserId=\"7\" Text=\"&lt;a&gt;\" />"
             "<row Id=\"4\" PostHistoryTypeId=\"5\" PostId=\"1\" CreationDate=\"2016-08-03T00:00:00.000\" "
             "UserDisplayName=\"Visitor\" Comment=\"clearer\" Text=\"Second&#xD;&#xA;line\" />"
             "<row Id=\"5\" PostHistoryTypeId=\"4\" PostId=\"1\" CreationDate=\"2016-08-03T00:00:00.000\" "
             "UserDisplayName=\"Visitor\" Comment=\"\" Text=\"Seals &amp;quot;new&amp;quot;\" />");
        rows("Comments.xml",
             "<row Id=\"9\" PostId=\"2\" Text=\"late\" CreationDate=\"2020-01-02T00:00:00.000\" />"
             "<row Id=\"8\" PostId=\"2\" Text=\"early\" CreationDate=\"2020-01-01T00:00:00.000\" "
             "UserId=\"7\" />");
        rows("Votes.xml", "<row Id=\"1\" VoteTypeId=\"2\" /><row Id=\"2\" VoteTypeId=\"3\" />");
    }

    testing::TemporaryFolder folder;
};

} // namespace

TEST_CASE_METHOD(Dump, "a dump is read with versions, names and comments") {
    write_small_site();
    const auto site = app::read_stackexchange_dump(folder.path());
    REQUIRE(site.questions.size() == 1);
    const auto& question = site.questions[0];
    CHECK(question.tags == std::vector<std::string>{"a", "b-c"});
    CHECK(question.closed.has_value());
    CHECK(question.post.licence == "CC BY-SA 3.0");
    REQUIRE(question.post.versions.size() == 2);
    CHECK(question.post.versions[0].title == "Seals");
    CHECK(question.post.versions[0].body == "First");
    CHECK(question.post.versions[0].author == "Noor & Co");
    CHECK(question.post.versions[1].title == "Seals \"new\"");
    CHECK(question.post.versions[1].body == "Second\r\nline");
    CHECK(question.post.versions[1].summary == "clearer");
    CHECK(question.post.versions[1].author == "Visitor");
    REQUIRE(question.answers.size() == 1);
    const auto& answer = question.answers[0];
    CHECK(answer.versions.at(0).body == "One \\*\\&\\* two\n\n\n- three");
    CHECK(answer.versions.at(0).author == "Left");
    CHECK(answer.licence == "CC BY-SA 4.0");
    REQUIRE(answer.comments.size() == 2);
    CHECK(answer.comments[0].body == "early");
    CHECK(answer.comments[1].author == "former user");
    CHECK(site.votes == 1);
    const auto words = app::attribution(site, question, [](std::int64_t) { return std::nullopt; });
    for (const auto* part :
         {"question 1", "CC BY\\-SA 3\\.0 and CC BY\\-SA 4\\.0", "Noor \\& Co, Visitor and Left"})
        CHECK(words.find(part) != std::string::npos);
}

TEST_CASE_METHOD(Dump, "what is missing or no XML is said in one line") {
    const auto failure = [&] {
        try {
            app::read_stackexchange_dump(folder.path());
        } catch (const std::exception& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(failure() == (folder.path() / "PostHistory.xml").string() + " is missing");
    write_small_site();
    rows("Posts.xml", "<row Id=\"1\" PostTypeId=\"1\">");
    CHECK(failure() == (folder.path() / "Posts.xml").string() + ": row 1 has no CreationDate");
    rows("Posts.xml", "<row Id=\"1\"\n<row");
    CHECK(failure() == (folder.path() / "Posts.xml").string() + ", line 4: not well-formed (invalid token)");
    write("Posts.xml", "");
    CHECK(failure() == (folder.path() / "Posts.xml").string() + ", line 1: no element found");
}

TEST_CASE_METHOD(Dump, "entities are refused before they grow") {
    write_small_site();
    std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE table [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 40; ++i) {
        const auto before = "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    write("Posts.xml", bomb + "]>\n<table><row Id=\"&a39;\" /></table>");
    CHECK_THROWS_WITH(app::read_stackexchange_dump(folder.path()),
                      Catch::EndsWith("a document type is declared, which no data dump has"));
    write("Posts.xml", "<!DOCTYPE table SYSTEM \"file:///etc/passwd\"><table/>");
    CHECK_THROWS_WITH(app::read_stackexchange_dump(folder.path()), Catch::Contains("document type"));
}

TEST_CASE("references to characters are read, and what is none stays") {
    CHECK(app::without_entities("&lt;a&gt; &amp;amp; &#39;&#x2019;&#128512; &nope; & &#0; &#xD800; &") ==
          "<a> &amp; '’😀 &nope; & &#0; &#xD800; &");
}
