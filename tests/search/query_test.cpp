#include "base/text.hpp"
#include "search/expression.hpp"
#include "search/query.hpp"
#include "search/suggest.hpp"
#include "tests/search/library.hpp"
#include "tests/support/shared_data.hpp"

using library::day;

namespace {

const search::Asker noor{day(100), "noor-haddad"};

search::Query parse(std::string_view text) {
    return search::parse(text, noor);
}

std::string expression(std::string_view text) {
    const auto plan = search::plan(parse(text), [](std::string_view) { return std::vector<std::string>(); });
    return search::filtered(plan, search::all_words(plan), search::Kinds::as_filtered);
}

} // namespace

TEST_CASE("a query becomes an expression in which every word is quoted") {
    const std::vector<std::pair<std::string, std::string>> table{
        {"envelopes", "\"envelop\""},
        {"envelopes printing", "(\"envelop\" AND \"print\")"},
        {"\"envelopes printing\"", "\"envelop print\""},
        {"envelopes -printing", "(\"envelop\") NOT \"print\""},
        {"envelopes -\"two sided\"", "(\"envelop\") NOT \"two side\""},
        {"envelopes OR printing", "(\"envelop\" OR \"print\")"},
        {"envelopes or printing", "(\"envelop\" AND \"print\")"},
        {"how do we print envelopes", "(\"print\" AND \"envelop\")"},
        {"how do we", "(\"how\" AND \"do\" AND \"we\")"},
        {"envel*", "{title thread tags headings body} : \"envel\" *"},
        {"two-sided", "(\"two side\" OR \"twosid\")"},
        {"R&D 1,000", "(\"r&d\" AND \"1000\")"},
        {"R & D", "\"r&d\""},
        {"(R & D)", "\"r&d\""},
        {"R & D…", "\"r&d\""},
        {"the clerk's printer", "(\"clerk\" AND \"printer\")"},
        {"envelopes kind:page", "(\"envelop\") AND \"kind_page\""},
        {"envelopes kind:page kind:questions", "(\"envelop\") AND (\"kind_page\" OR \"kind_question\")"},
        {"envelopes tag:drop-box", "(\"envelop\") AND \"tag_drop_box\""},
        {"envelopes in:\"Poll workers\"", "(\"envelop\") AND \"place_poll_workers\""},
        {"envelopes author:me state:oh", "(\"envelop\") AND \"author_noor_haddad\" AND \"state_oh\""},
        {"envelopes author:@kim-park", "(\"envelop\") AND \"author_kim_park\""},
        {"envelopes -tag:seals", "(\"envelop\") NOT \"tag_seals\""},
        {"envelopes is:unanswered", "(\"envelop\") AND \"kind_question\" AND \"settled_no\""},
        {"投票所在", "(\"投票\" AND \"票所\" AND \"所在\")"},
        {"票", "({title thread tags headings body} : \"票\" * OR \"票\")"},
        {"Envelopes “printing cost”", "(\"envelop\" AND \"print cost\")"},
        {"envelopes printing\"", "(\"envelop\" AND \"print\")"},
        {"OR envelopes OR", "(\"caps_or\" AND \"envelop\")"},
    };
    for (const auto& [text, wanted] : table) {
        INFO(text);
        CHECK(expression(text) == wanted);
    }
}

TEST_CASE("dates are read as days, months, years and spans") {
    const auto date = [](const char* text) { return *base::parse_iso_time(text); };
    CHECK(parse("x after:2027-03-01").filters.from == date("2027-03-01"));
    CHECK(parse("x before:2027-03-01").filters.until == date("2027-03-01"));
    CHECK(parse("x after:2027-03").filters.from == date("2027-03-01"));
    CHECK(parse("x after:2027").filters.from == date("2027-01-01"));
    CHECK(parse("x after:30d").filters.from == day(70));
    CHECK(parse("x after:2w").filters.from == day(86));
    CHECK(parse("x -after:30d").filters.until == day(70));
}

TEST_CASE("what is no filter is searched as words, and a note says what to write") {
    for (const std::string text :
         {"kind:banana", "after:yesterday", "state:ohio", "is:fun", "foo:bar", "tag:"}) {
        INFO(text);
        const auto query = parse(text);
        CHECK_FALSE(query.groups.empty());
        REQUIRE(query.notes.size() == 1);
        CHECK(query.notes[0].ends_with('.'));
    }
    CHECK(parse("https://example.org/a").notes.empty());
    CHECK(parse("opens at 8:30").notes.empty());
}

TEST_CASE("a query that is too long is cut, with a note") {
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "wörter ";
    const auto query = parse(text);
    CHECK(base::length(query.text) <= 500);
    CHECK(query.notes.size() == 1);
}

TEST_CASE("acronyms that are words count in capitals only, unless somebody shouts") {
    CHECK(parse("SAVE").groups[0].terms[0].acronym);
    CHECK_FALSE(parse("save").groups[0].terms[0].acronym);
    CHECK_FALSE(parse("SAVE THE ENVELOPES").groups[0].terms[0].acronym);
    CHECK(parse("SAVE and ERIC").groups[2].terms[0].acronym);
}

TEST_CASE("no text at all is an error, whatever it holds") {
    library::Library library;
    library.put_page(1, "Envelopes", "Select all union envelopes from users where one is one, or sleep.");
    std::vector<std::string> texts{"",        "\"",        "\"\"",
                                   "-",       "--",        "-\"",
                                   "*",       "**",        "a*b*",
                                   "AND",     "OR",        "NOT",
                                   "a AND",   "NEAR(a b)", "title:",
                                   "title:a", "{a} : b",   "^a",
                                   "a + b",   "(",         ")",
                                   "(a",      "a)",        "'",
                                   "a'b",     ":",         "a:",
                                   ":a",      "-kind:",    "kind:\"",
                                   "tag:\"a", "\xff\xfe",  std::string("a\0b", 3),
                                   "-*",      "“"};
    for (const std::string file : {"injection-lists/sql.txt", "naughty-strings/blns.txt",
                                   "injection-lists/template-and-ssi.txt", "xss-payloads/payloadbox.txt"})
        if (const auto lines = shared_data::read_lines(file))
            texts.insert(texts.end(), lines->begin(), lines->end());
    for (const auto& text : texts) {
        INFO(text);
        search::Results results;
        REQUIRE_NOTHROW(results = library.find(text));
        for (const auto& hit : results.hits)
            CHECK(hit.title == "Envelopes");
        REQUIRE_NOTHROW(library.find(text + "*"));
        REQUIRE_NOTHROW(library.find("-" + text));
        auto db = library.reader();
        REQUIRE_NOTHROW(search::similar(db, text));
        REQUIRE_NOTHROW(search::suggest(db, text));
    }
}

TEST_CASE("reading a query takes time in proportion to its length") {
    // 500 characters at most are read, so that a long text costs what a short one does but for its cleaning.
    const std::string hostile(200'000, '"');
    CHECK(parse(hostile).groups.empty());
    CHECK(parse(std::string(200'000, '-')).groups.empty());
    std::string filters;
    for (int i = 0; i < 50'000; ++i)
        filters += "a:\"";
    CHECK(parse(filters).groups.size() <= 64);
}
