#include "base/text.hpp"
#include "search/did_you_mean.hpp"
#include "search/months.hpp"
#include "search/suggest.hpp"
#include "tests/search/library.hpp"
#include "tests/support/source_tree.hpp"

using library::day;
using library::Library;
using library::Titles;

namespace {

search::Document post(search::Kind kind, std::int64_t ref, std::string title, std::string text) {
    search::Document made;
    made.kind = kind;
    made.ref = ref;
    made.title = std::move(title);
    made.passages = {{"", "", std::move(text)}};
    made.address = "/forum/threads/1/x#post-" + std::to_string(ref);
    made.at = day(static_cast<int>(ref));
    return made;
}

} // namespace

TEST_CASE("word endings, capitals and accents make no difference") {
    Library library;
    library.put_page(1, "Sealing the bags", "Café hours, and the señor at the window.");
    for (const auto* text :
         {"seals", "SEALED", "cafe", "café", "cafe\u0301", "SEÑOR", "senor", "sealing bag"}) {
        INFO(text);
        CHECK(library.titles(text) == Titles{"Sealing the bags"});
    }
}

TEST_CASE("Vietnamese is found with tone marks composed, decomposed and left out") {
    Library library;
    library.put_page(1, "Tiếng Việt", "Đăng ký bỏ phiếu trước ngày bầu cử.");
    for (const auto* text :
         {"bỏ phiếu", "bo\u0309 phie\u0302\u0301u", "bo phieu", "dang ky", "đăng ký", "\"bầu cử\""}) {
        INFO(text);
        CHECK(library.titles(text) == Titles{"Tiếng Việt"});
    }
}

TEST_CASE("Chinese and Japanese are found by parts of a sentence, and by a single sign") {
    Library library;
    library.put_page(1, "Chinese", "您可以在投票所领取选票。");
    library.put_page(2, "Japanese", "投票用紙は郵便で返送できます。");
    CHECK(library.titles("投票所") == Titles{"Chinese"});
    CHECK(library.titles("郵便で返送") == Titles{"Japanese"});
    CHECK(library.titles("\"选票\"") == Titles{"Chinese"});
    CHECK(library.titles("领") == Titles{"Chinese"});
    CHECK(library.titles("票").size() == 2);
    CHECK(library.titles("す") == Titles{"Japanese"}); // at the very end: it begins no pair
    CHECK(library.find("投票所").hits[0].snippet.marks.size() == 1);
}

TEST_CASE("terms of the trade find each other") {
    Library library;
    library.put_page(1, "Box", "Each drop-box is emptied twice.");
    library.put_page(2, "Logic", "Public L&A testing happens in May.");
    library.put_page(3, "Cure", "Voters may cure a missing signature.");
    library.put_page(4, "Office", "Keep the building secure and procure locks.");
    library.put_page(5, "Roll", "Report to the Systematic Alien Verification for Entitlements program.");
    library.put_page(6, "Thrift", "Save money on paper.");
    library.put_page(7, "Canvass", "The canvass ends on Friday.");
    CHECK(library.titles("dropbox") == Titles{"Box"});
    CHECK(library.titles("drop box") == Titles{"Box"});
    CHECK(library.titles("drop-boxes") == Titles{"Box"});
    CHECK(library.titles("logic and accuracy") == Titles{"Logic"});
    CHECK(library.titles("LA test") == Titles{"Logic"});
    CHECK(library.titles("l&a") == Titles{"Logic"});
    CHECK(library.titles("cure") == Titles{"Cure"});
    CHECK(library.titles("SAVE") == Titles{"Roll"});
    CHECK(library.titles("save") == Titles{"Thrift"});
    CHECK(library.titles("canvas") == Titles{"Canvass"});
    CHECK(library.titles("\"canvas\"").empty());
}

TEST_CASE("what stands behind the arrow is found, but does not find") {
    Library library;
    library.put_page(1, "Mail", "Vote by mail from September on.");
    library.put_page(2, "Away", "An absentee may ask for help.");
    CHECK(library.titles("VBM").size() == 2);
    CHECK(library.titles("absentee") == Titles{"Away"});
}

TEST_CASE("phrases, negation, alternatives and open ends narrow as they say") {
    Library library;
    library.put_page(1, "One", "chain of custody for the bags");
    library.put_page(2, "Two", "custody of the chain");
    library.put_page(3, "Three", "certification of the printers");
    CHECK(library.titles("\"chain of custody\"") == Titles{"One"});
    CHECK(library.titles("custody chain").size() == 2);
    CHECK(library.titles("custody -bags") == Titles{"Two"});
    CHECK(library.titles("custody -\"chain of custody\"") == Titles{"Two"});
    CHECK(library.titles("bags OR printers").size() == 2);
    CHECK(library.titles("certifica*") == Titles{"Three"});
    CHECK(library.titles("kind*").empty());
    CHECK(library.titles("-custody") == Titles{"Three"});
}

TEST_CASE("filters narrow by place, kind, tag, author, state, time and what is settled") {
    Library library;
    auto question = post(search::Kind::question, 10, "Seals", "Which seals do you buy?");
    question.place = "security-and-emergencies";
    question.tags = {"seals", "chain-of-custody"};
    question.author = "noor-haddad";
    question.state = "OH";
    question.settled = true;
    auto answer = post(search::Kind::answer, 20, "Seals", "We buy numbered seals.");
    answer.author = "kim-park";
    library.put_all({question, answer});
    library.put_page(30, "Seals, the page", "Log seals.");
    const std::vector<std::pair<std::string, std::size_t>> table{
        {"seals", 3},
        {"seals kind:question", 1},
        {"seals kind:answer kind:page", 2},
        {"seals -kind:page", 2},
        {"seals in:security-and-emergencies", 1},
        {"seals tag:chain-of-custody", 1},
        {"seals tag:chain", 0},
        {"seals author:me", 1},
        {"seals author:kim-park", 1},
        {"seals state:oh", 1},
        {"seals is:answered", 1},
        {"seals is:unanswered", 0},
        {"seals before:85d", 1},
        {"seals after:85d", 2},
        {"tag:seals", 1},
        {"after:1d", 0},
        {"kind:page", 1},
    };
    for (const auto& [text, number] : table) {
        INFO(text);
        CHECK(library.find(text).hits.size() == number);
    }
}

TEST_CASE("a span of time finds what is from it, to the second, over months, years and decades") {
    Library library;
    std::vector<base::Time> times;
    for (const char* edge : {"1962-05-01", "1970-01-01", "1980-01-01", "2019-12-01", "2020-01-01",
                             "2026-03-01", "2026-12-31", "2027-01-01", "2100-01-01", "2130-07-04"})
        for (const int seconds : {-1, 0, 1})
            times.push_back(*base::parse_iso_time(edge) + std::chrono::seconds(seconds));
    std::vector<search::Document> documents;
    for (const auto time : times) {
        documents.push_back(post(search::Kind::discussion, static_cast<std::int64_t>(documents.size()) + 1,
                                 "Seals", "Log the seals."));
        documents.back().at = time;
    }
    library.put_all(documents);
    std::vector<std::optional<base::Time>> ends(times.begin(), times.end());
    ends.emplace_back();
    auto db = library.reader();
    for (const auto& from : ends)
        for (const auto& until : ends) {
            search::Query query = search::parse("seals");
            query.filters.from = from;
            query.filters.until = until;
            const auto expected = std::ranges::count_if(
                times, [&](base::Time at) { return (!from || at >= *from) && (!until || at < *until); });
            INFO("from " << (from ? base::iso_time(*from) : "ever") << " until "
                         << (until ? base::iso_time(*until) : "ever"));
            CHECK(search::find(db, query, {}).total == expected);
        }
}

TEST_CASE("a span of time is covered by few marks") {
    using Marks = std::vector<std::string>;
    const auto day = [](const char* text) { return base::parse_iso_time(text); };
    CHECK(search::month_marks(*day("2027-03-09")) == Marks{"decade_2020", "year_2027", "month_2027_03"});
    CHECK(search::span_marks(day("2027-03-09"), day("2027-04-01")) == Marks{"month_2027_03"});
    CHECK(search::span_marks(day("2018-12-31"), day("2032-02-02")) ==
          Marks{"month_2018_12", "year_2019", "decade_2020", "year_2030", "year_2031", "month_2032_01",
                "month_2032_02"});
    CHECK(search::span_marks(day("2027-03-09"), day("2001-01-01")) == Marks{"month_2027_03"});
    CHECK(search::span_marks(day("1970-02-01"), day("2099-12-01")).size() == 11 + 9 + 11 + 9 + 11);
}

TEST_CASE("the step that brings the marks of time writes what indexing writes") {
    const testing::TemporaryFolder folder;
    const auto months = source_tree::text_of("schema/0012_search_months.sql");
    const std::vector<store::Migration> steps{{3, "0003_search.sql", library::schema()},
                                              {12, "0012_search_months.sql", months}};
    const auto file = folder.path() / "search.db";
    const auto marks = [](store::Database& database) {
        const auto connection = database.open_reader();
        store::Reader db(*connection);
        return db.all<std::string, "SELECT marks FROM search_texts ORDER BY id">();
    };
    std::vector<std::string> indexed;
    {
        store::Database before(file, std::span(steps).first(1));
        before.write([](store::Writer& db) {
            search::put(db, post(search::Kind::question, 1, "Seals", "Which?"));
            search::put(db, post(search::Kind::answer, 5'000, "Seals", "Numbered ones."));
        });
        indexed = marks(before);
    }
    store::Database after(file, steps);
    auto twice = indexed; // the step finds marks that are there already, and adds the same
    for (auto& line : twice)
        line += line.substr(line.find(" decade_"));
    CHECK(marks(after) == twice);
    CHECK(after.write([](store::Writer& db) { return search::check(db); }).empty());
}

TEST_CASE("facets count every kind, also when one is asked for") {
    Library library;
    library.put(post(search::Kind::question, 1, "Seals", "seals"));
    library.put(post(search::Kind::answer, 2, "Seals", "seals"));
    library.put(post(search::Kind::answer, 3, "Seals", "seals"));
    const auto results = library.find("seals kind:answer");
    CHECK(results.total == 2);
    REQUIRE(results.facets.size() == 2);
    CHECK(results.facets[0].kind == search::Kind::question);
    CHECK(results.facets[0].number == 1);
    CHECK(results.facets[1].number == 2);
}

TEST_CASE("a title weighs more than the text, and what is settled comes before what is open") {
    Library library;
    library.put_page(1, "Seals", "We number them.");
    library.put_page(2, "Bags", "We close bags with seals, and count the seals.");
    CHECK(library.titles("seals") == Titles{"Seals", "Bags"});
    auto settled = post(search::Kind::answer, 3, "Locks", "Use a padlock.");
    settled.settled = true;
    auto open = post(search::Kind::answer, 4, "Locks again", "Use a padlock.");
    library.put_all({settled, open});
    CHECK(library.titles("padlock") == Titles{"Locks", "Locks again"});
}

TEST_CASE("where no text holds all words, any of them is enough, and a note says so") {
    Library library;
    library.put_page(1, "Ladders", "ladder");
    library.put_page(2, "Printers", "printer");
    const auto results = library.find("how do we carry a ladder to the printer");
    CHECK(results.hits.size() == 2);
    REQUIRE(results.notes.size() == 1);
    CHECK(results.notes[0].find("any of them") != std::string::npos);
    library.put_page(3, "Both", "a ladder for the printer");
    CHECK(library.titles("ladder printer") == Titles{"Both"});
}

TEST_CASE("a hit opens at the passage that holds the words, and shows its heading") {
    Library library;
    search::Document page;
    page.ref = 1;
    page.title = "Drop boxes";
    page.address = "/practices/drop-boxes";
    page.passages = {{"", "", "Where to place them."},
                     {"emptying", "Emptying", "Two people empty each one."},
                     {"keys", "Keys", "Keys are kept in a safe, and signed for."}};
    library.put(page);
    auto hit = library.find("safe signed").hits.at(0);
    CHECK(hit.address == "/practices/drop-boxes#keys");
    CHECK(hit.heading == "Keys");
    CHECK(hit.snippet.text == "Keys are kept in a safe, and signed for.");
    CHECK(library.find("place").hits.at(0).address == "/practices/drop-boxes");
    CHECK(library.find("emptying").hits.at(0).address == "/practices/drop-boxes#emptying");
    library.put(post(search::Kind::answer, 40, "Keys", "I keep mine under a doormat."));
    CHECK(library.find("doormat").hits.at(0).address == "/forum/threads/1/x#post-40");
}

TEST_CASE("a snippet is cut at words around what was found, and marks it") {
    Library library;
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "filler ";
    text += "the tamper-evident seals are numbered ";
    for (int i = 0; i < 400; ++i)
        text += "padding ";
    library.put_page(1, "Long", text);
    const auto snippet = library.find("numbered seal").hits.at(0).snippet;
    CHECK(snippet.text.size() < 320);
    CHECK(snippet.text.starts_with("… filler "));
    CHECK(snippet.text.ends_with(" padding …"));
    std::vector<std::string> marked;
    for (const auto& [from, to] : snippet.marks)
        marked.push_back(snippet.text.substr(from, to - from));
    CHECK(marked == std::vector<std::string>{"tamper-evident seals", "numbered"});
}

TEST_CASE("a document that is put again replaces the old one, and a removed one is gone") {
    Library library;
    library.put(post(search::Kind::question, 1, "Old words", "lantern"));
    library.put(post(search::Kind::discussion, 1, "New words", "beacon"));
    CHECK(library.titles("lantern").empty());
    CHECK(library.titles("old").empty());
    CHECK(library.titles("beacon") == Titles{"New words"});
    CHECK(library.find("beacon").facets.at(0).kind == search::Kind::discussion);
    library.put_page(1, "A page of the same number", "beacon");
    CHECK(library.titles("beacon").size() == 2);
    library.remove(search::Kind::answer, 1);
    CHECK(library.titles("beacon") == Titles{"A page of the same number"});
    library.remove(search::Kind::answer, 1);
    CHECK(library.check().empty());
    library.clear();
    CHECK(library.titles("beacon").empty());
    CHECK(library.check().empty());
    library.put_page(1, "Again", "beacon");
    CHECK(library.titles("beacon") == Titles{"Again"});
}

TEST_CASE("the check tells when text and index do not fit each other any more") {
    Library library;
    library.put_page(1, "One", "beacon");
    library.put_page(2, "Two", "lantern");
    CHECK(library.check().empty());
    library.database().write([](store::Writer& db) {
        db.run<
            "UPDATE search_texts SET body = 'other' WHERE body = 'beacon' -- whole table: a test does damage">();
    });
    CHECK_FALSE(library.check().empty());
}

TEST_CASE("a mistyped word is answered with a near one that something holds") {
    Library library;
    library.put_page(1, "Provisional ballots", "Every provisional ballot is logged; recieve is no word.");
    library.put_page(2, "Reconciliation", "reconciliation of the totals");
    CHECK(library.find("reconcilation").did_you_mean == "reconciliation");
    CHECK(library.find("\"provisionel\" ballot").did_you_mean == "\"provisional\" ballot");
    CHECK(library.find("zzzzzz").did_you_mean.empty());
    library.remove(search::Kind::page, 2);
    CHECK(library.find("reconcilation").did_you_mean.empty());
}

TEST_CASE("the distance of words counts swapped neighbours as one") {
    CHECK(search::edit_distance("recieve", "receive", 2) == 1);
    CHECK(search::edit_distance("calender", "calendar", 2) == 1);
    CHECK(search::edit_distance("same", "same", 2) == 0);
    CHECK(search::edit_distance("", "ab", 2) == 2);
    CHECK(search::edit_distance("kitten", "sitting", 2) == 3);
    CHECK(search::edit_distance("kitten", "sitting", 3) == 3);
}

TEST_CASE("the box completes titles by the beginnings of their words, and then words") {
    Library library;
    library.put(post(search::Kind::question, 1, "How do you seal transfer bags?", "Numbered sealing tape."));
    library.put(post(search::Kind::answer, 2, "How do you seal transfer bags?", "sealant"));
    library.put_page(3, "Transfer cases", "Sealed.");
    auto db = library.reader();
    const auto found = search::suggest(db, "tra");
    REQUIRE(found.size() == 3);
    CHECK(found[0].text == "Transfer cases");
    CHECK(found[0].kind == "page");
    CHECK(found[1].text == "How do you seal transfer bags?");
    CHECK(found[2].kind == "search");
    CHECK(found[2].text == "transfer");
    CHECK(search::suggest(db, "seal bag").at(0).address == "/forum/threads/1/x#post-1");
    CHECK(search::suggest(db, "x").empty());
    CHECK(search::suggest(db, "").empty());
}

TEST_CASE("similar questions are found for a title that somebody writes") {
    Library library;
    library.put(post(search::Kind::question, 1, "Which seals hold on canvas bags?", "They fall off."));
    library.put(post(search::Kind::answer, 2, "Which seals hold on canvas bags?", "Use numbered seals."));
    library.put_page(3, "Warehouse shelves", "Height of shelves.");
    auto db = library.reader();
    const auto found = search::similar(db, "What seals do you use for transfer bags?");
    REQUIRE(found.size() == 1);
    CHECK(found[0].title == "Which seals hold on canvas bags?");
    CHECK(search::similar(db, "").empty());
}

TEST_CASE("pages of results follow each other without a gap") {
    Library library;
    for (int i = 1; i <= 25; ++i)
        library.put_page(i, "Page " + std::to_string(i), "lantern");
    const auto first = library.find("lantern");
    const auto second = library.find("lantern", {20, 20});
    CHECK(first.total == 25);
    REQUIRE(first.hits.size() == 20);
    REQUIRE(second.hits.size() == 5);
    for (const auto& hit : second.hits)
        for (const auto& before : first.hits)
            CHECK(hit.title != before.title);
    CHECK(first.hits[0].title == "Page 25");
}
