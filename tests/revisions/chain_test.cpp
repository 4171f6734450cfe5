#include "base/digest.hpp"
#include "revisions/mentions.hpp"
#include "revisions/revisions.hpp"
#include "tests/revisions/desk.hpp"

#include <random>

using namespace revisions;

namespace {

struct Chains : desk::Desk {
    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");

    Prepared text(const std::string& body, const std::string& title = "Seals") {
        return prepare(db(), TextKind::page, title, body).value();
    }
    Author by(base::MemberId member, const std::string& why = "") { return {member, "", now(), why}; }
    base::TextId begin(const std::string& body) {
        const auto prepared = text(body);
        return write([&](store::Writer& w) { return start(w, TextKind::page, prepared, by(noor, "Begun")); });
    }
    Saved put(base::TextId chain, int base, const std::string& body, const std::string& title = "Seals") {
        const auto prepared = text(body, title);
        return write([&](store::Writer& w) { return save(w, chain, base, prepared, by(theo)); }).value();
    }
};

} // namespace

TEST_CASE_METHOD(Chains, "a text is a chain of revisions, each whole and with its digest") {
    const auto chain = begin("one\n");
    CHECK(put(chain, 1, "one\ntwo\n").how == Saving::saved);
    const auto revisions = history(db(), chain, 0, 10);
    REQUIRE(revisions.size() == 2);
    CHECK(revisions[0].number == 2);
    CHECK(revisions[0].author_name == "Theo Brandt");
    CHECK(revisions[0].author_handle == "theo-brandt");
    CHECK(revisions[0].added == 1);
    CHECK(revisions[0].removed == 0);
    CHECK(revisions[1].summary == "Begun");
    CHECK(revisions[1].body.empty()); // lists carry no bodies
    CHECK(find_revision(db(), chain, 1)->body == "one\n");
    CHECK(newest(db(), chain).body == "one\ntwo\n");
    CHECK(check(db()).empty());
}

TEST_CASE_METHOD(Chains, "an imported author is a name without a member") {
    const auto prepared = text("old words");
    const auto chain = write(
        [&](store::Writer& w) { return start(w, TextKind::page, prepared, {{}, "A. Writer", now(), ""}); });
    CHECK(newest(db(), chain).author_name == "A. Writer");
    CHECK(newest(db(), chain).author_handle.empty());
    CHECK_FALSE(newest(db(), chain).author);
}

TEST_CASE_METHOD(Chains, "saving the same text writes nothing") {
    const auto chain = begin("one");
    const auto saved = put(chain, 1, "one");
    CHECK(saved.how == Saving::unchanged);
    CHECK(saved.number == 1);
    CHECK(newest_number(db(), chain) == 1);
}

TEST_CASE_METHOD(Chains, "two changes in different places are merged, and the revision says so") {
    const auto chain = begin("first\n\nmiddle\n\nlast\n");
    put(chain, 1, "first, by Theo\n\nmiddle\n\nlast\n");
    const auto saved = put(chain, 1, "first\n\nmiddle\n\nlast, by Noor\n");
    CHECK(saved.how == Saving::merged);
    CHECK(saved.number == 3);
    CHECK(newest(db(), chain).body == "first, by Theo\n\nmiddle\n\nlast, by Noor\n");
    CHECK(newest(db(), chain).merged_from == 1);
    CHECK(rendered(db(), chain).html.find("last, by Noor") != std::string::npos);
}

TEST_CASE_METHOD(Chains, "two changes of the same line are a conflict that writes nothing") {
    const auto chain = begin("the deadline is noon\n");
    put(chain, 1, "the deadline is one o'clock\n");
    const auto saved = put(chain, 1, "the deadline is two o'clock\n");
    CHECK(saved.how == Saving::conflict);
    CHECK(saved.number == 2);
    CHECK(newest_number(db(), chain) == 2);
    CHECK(saved.merge.text.find("one o'clock") != std::string::npos);
    CHECK(saved.merge.text.find("two o'clock") != std::string::npos);
}

TEST_CASE_METHOD(Chains, "titles merge, too, and two new titles are a conflict") {
    const auto chain = begin("one\n");
    put(chain, 1, "one\n", "Seals and their numbers");
    const auto merged = put(chain, 1, "one\ntwo\n");
    CHECK(merged.how == Saving::merged);
    CHECK(newest(db(), chain).title == "Seals and their numbers");
    const auto conflict = put(chain, 1, "one\n", "All about seals");
    CHECK(conflict.how == Saving::conflict);
    CHECK(conflict.title == "All about seals");
}

TEST_CASE_METHOD(Chains, "no word is ever lost, whatever two people write at once") {
    std::mt19937 random(20270301);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    int words = 0;
    const auto edited = [&](std::vector<std::string> lines, std::vector<std::string>& fresh) {
        for (int change = 0; change <= pick(3); ++change) {
            const auto at = lines.begin() + pick(static_cast<int>(lines.size()));
            fresh.push_back("word" + std::to_string(++words));
            if (pick(2) == 0)
                *at = "changed " + fresh.back();
            else
                lines.insert(at, "new " + fresh.back());
        }
        return lines;
    };
    const auto joined = [](const std::vector<std::string>& lines) { return base::join(lines, "\n") + "\n"; };
    int merged = 0;
    int conflicts = 0;
    for (int round = 0; round < 150; ++round) {
        std::vector<std::string> lines;
        for (int line = 0; line < 12; ++line)
            lines.push_back("line " + std::to_string(line));
        std::vector<std::string> their_words;
        std::vector<std::string> my_words;
        const auto chain = begin(joined(lines));
        const auto theirs = joined(edited(lines, their_words));
        const auto mine = joined(edited(lines, my_words));
        put(chain, 1, theirs);
        const auto saved = put(chain, 1, mine);
        const bool clean = saved.how == Saving::merged;
        merged += clean;
        conflicts += saved.how == Saving::conflict;
        const auto result = clean ? newest(db(), chain).body : saved.merge.text;
        const std::string both = theirs + mine;
        for (const auto line : base::split(both, '\n')) {
            const auto word = line.rfind("word");
            if (word == std::string_view::npos) continue;
            INFO("theirs:\n" << theirs << "\nmine:\n" << mine << "\nresult:\n" << result);
            CHECK(result.find(std::string(line) + "\n") != std::string::npos);
        }
        CHECK(find_revision(db(), chain, 1)->body == joined(lines));
        CHECK(find_revision(db(), chain, 2)->body == theirs);
    }
    CHECK(merged > 10);
    CHECK(conflicts > 10);
    CHECK(check(db()).empty());
}

TEST_CASE_METHOD(Chains, "restoring an old revision makes a new one that says so") {
    const auto chain = begin("good\n");
    put(chain, 1, "spoiled\n");
    const auto restored = write([&](store::Writer& w) { return restore(w, chain, 1, by(noor)); });
    CHECK(restored->number == 3);
    CHECK(newest(db(), chain).body == "good\n");
    CHECK(newest(db(), chain).restores == 1);
    CHECK(find_revision(db(), chain, 2)->body == "spoiled\n");
    CHECK(rendered(db(), chain).html.find("good") != std::string::npos);
}

TEST_CASE_METHOD(Chains, "a redacted revision is empty, stays in the history and cannot come back") {
    const auto chain = begin("lives at 12 Elm Street\n");
    const auto newest_one =
        write([&](store::Writer& w) { return redact(w, chain, 1, Standing::shown, theo, now()); });
    REQUIRE_FALSE(newest_one);
    CHECK(newest_one.error().kind == base::ProblemKind::conflict);

    put(chain, 1, "lives in town\n");
    REQUIRE(write([&](store::Writer& w) { return redact(w, chain, 1, Standing::shown, theo, now()); }));
    const auto revision = find_revision(db(), chain, 1);
    CHECK(revision->body.empty());
    CHECK(revision->title.empty());
    CHECK(revision->redacted_at == now());
    CHECK(revision->author_name == "Noor Haddad");
    CHECK(history(db(), chain, 0, 10).size() == 2);
    CHECK_FALSE(write([&](store::Writer& w) { return restore(w, chain, 1, by(noor)); }));
    CHECK(check(db()).empty());
}

TEST_CASE_METHOD(Chains, "the newest revision of what was withdrawn can be emptied, and its HTML goes too") {
    const auto chain = begin("lives at 12 Elm Street\n");
    REQUIRE(write([&](store::Writer& w) { return redact(w, chain, 1, Standing::withdrawn, theo, now()); }));
    CHECK(newest(db(), chain).body.empty());
    CHECK(rendered(db(), chain).html.empty());
    write([](store::Writer& w) { return rebuild(w); });
    CHECK(rendered(db(), chain).html.empty());
    CHECK(check(db()).empty());
}

TEST_CASE_METHOD(Chains, "two texts of the same words share no id, and their links stay within") {
    const std::string words = "# Tape\n\n[up](#tape) \"t1-tape\" x[^1]\n\n[^1]: Note\n";
    const auto add = [&] {
        const auto prepared = prepare(db(), TextKind::post, "", words).value();
        return write([&](store::Writer& w) { return start(w, TextKind::post, prepared, by(noor)); });
    };
    const auto first = add();
    const auto second = add();
    const auto prefix = [](base::TextId text) { return "t" + std::to_string(text.value) + "-"; };
    const auto html = rendered(db(), second).html;
    CHECK(html.find("id=\"" + prefix(second) + "tape\"") != std::string::npos);
    CHECK(html.find("href=\"#" + prefix(second) + "tape\"") != std::string::npos);
    CHECK(html.find("href=\"#" + prefix(second) + "fn_1\"") != std::string::npos);
    CHECK(html.find("\"" + prefix(first)) == std::string::npos);
    REQUIRE(rendered(db(), first).headings.size() == 1);
    CHECK(rendered(db(), first).headings[0].id == prefix(first) + "tape");
    write([](store::Writer& w) { return rebuild(w); });
    CHECK(rendered(db(), second).html == html);
}

TEST_CASE_METHOD(Chains, "a base that is no revision of the text is a fault of that field") {
    const auto chain = begin("one");
    const auto prepared = text("two");
    for (const int base : {0, 2, 77}) {
        const auto saved = write([&](store::Writer& w) { return save(w, chain, base, prepared, by(theo)); });
        REQUIRE_FALSE(saved);
        CHECK(saved.error().kind == base::ProblemKind::invalid);
        REQUIRE(saved.error().fields.size() == 1);
        CHECK(saved.error().fields[0].field == "base_revision");
    }
}

TEST_CASE_METHOD(Chains, "whom an edit mentions newly is told apart from whom it mentioned before") {
    const auto now_says = text("@noor-haddad and @theo-brandt, and @noor-haddad again").rendered;
    using Handles = std::vector<std::string>;
    CHECK(newly_mentioned(now_says, "") == Handles{"noor-haddad", "theo-brandt"});
    CHECK(newly_mentioned(now_says, "Ask @theo-brandt.") == Handles{"noor-haddad"});
    CHECK(newly_mentioned(now_says, "Ask @Theo-Brandt.") == Handles{"noor-haddad"});
    CHECK(newly_mentioned(now_says, "@theo-brandt-ii, x@theo-brandt, @noor") ==
          Handles{"noor-haddad", "theo-brandt"});
    CHECK(newly_mentioned(now_says, "@theo-brandt-ii or @theo-brandt? @noor-haddad") == Handles{});
}

TEST_CASE_METHOD(Chains, "a stale edit of a redacted revision still loses nothing") {
    const auto chain = begin("secret\nshared\n");
    put(chain, 1, "shared\n");
    write([&](store::Writer& w) { return redact(w, chain, 1, Standing::shown, theo, now()); });
    const auto saved = put(chain, 1, "secret\nshared\nmy addition\n");
    const auto result = saved.how == Saving::conflict ? saved.merge.text : newest(db(), chain).body;
    CHECK(result.find("my addition") != std::string::npos);
}

TEST_CASE_METHOD(Chains, "history is paged from the newest to the oldest") {
    const auto chain = begin("0");
    for (int number = 1; number <= 4; ++number)
        put(chain, number, std::to_string(number));
    const auto first = history(db(), chain, 0, 3);
    REQUIRE(first.size() == 3);
    CHECK(first.back().number == 3);
    const auto rest = history(db(), chain, 3, 3);
    REQUIRE(rest.size() == 2);
    CHECK(rest.front().number == 2);
}

TEST_CASE_METHOD(Chains, "a text that the parser may not see is refused at its field") {
    std::string too_long_for_a_post;
    while (too_long_for_a_post.size() < 70'000)
        too_long_for_a_post += "One more paragraph.\n\n";
    const auto refused = prepare(db(), TextKind::post, "", too_long_for_a_post);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ProblemKind::invalid);
    REQUIRE(refused.error().fields.size() == 1);
    CHECK(refused.error().fields[0].field == "body");
    CHECK(prepare(db(), TextKind::page, "", too_long_for_a_post));
}

TEST_CASE_METHOD(Chains, "only members are mentioned") {
    const auto prepared = text("Ask @noor-haddad, not @nobody-here.");
    CHECK(prepared.rendered.mentions == std::vector<std::string>{"noor-haddad"});
}

TEST_CASE_METHOD(Chains, "texts that link a page are rendered again when it appears") {
    const auto chain = begin("See [[seal-log]].");
    const auto missing = rendered(db(), chain).html;
    write([](store::Writer& w) { name_page(w, "seal-log", "The seal log"); });
    const auto linked = rendered(db(), chain).html;
    CHECK(linked.find("The seal log") != std::string::npos);
    write([](store::Writer& w) { forget_page_name(w, "seal-log"); });
    CHECK(rendered(db(), chain).html == missing);
}

TEST_CASE_METHOD(Chains, "headings of a text are kept for its contents") {
    const auto chain = begin("## Kinds\n\n## Checking\tand *noting*\n");
    const auto headings = rendered(db(), chain).headings;
    REQUIRE(headings.size() == 2);
    CHECK(headings[0].text == "Kinds");
    CHECK(headings[0].id == "kinds");
    CHECK(headings[1].text.find("noting") != std::string::npos);
}

TEST_CASE_METHOD(Chains, "a changed word and missing HTML are found, and rebuild makes the HTML again") {
    const auto chain = begin("true words");
    const auto html = rendered(db(), chain).html;
    write([&](store::Writer& w) {
        w.run<"UPDATE revisions SET body = 'false words' WHERE text_id = ?">(chain);
    });
    CHECK(check(db()).size() == 1);
    write([&](store::Writer& w) {
        w.run<"UPDATE revisions SET body = 'true words' WHERE text_id = ?">(chain);
        w.run<"DELETE FROM rendered WHERE text_id = ?">(chain);
    });
    CHECK(check(db()).size() == 1);
    CHECK(write([](store::Writer& w) { return rebuild(w, Which::stale); }) == 1);
    CHECK(check(db()).empty());
    CHECK(rendered(db(), chain).html == html);
    CHECK(write([](store::Writer& w) { return rebuild(w, Which::stale); }) == 0);
}
