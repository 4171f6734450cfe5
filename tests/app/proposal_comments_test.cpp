// A consultation with very many comments, as whole requests: pages, links to one comment, drafts, and who
// hears of what.
#include "notices/inbox_store.hpp"
#include "standards/proposals/comment_pages.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <algorithm>

using namespace std::chrono_literals;
using testing::shows;

namespace {

struct Consultation {
    testing::Scene scene{};
    testing::BallotHall hall{scene.database(), 3, scene.now()};
    standards::ProposalId proposal = hall.consult(scene.now());
    testing::Browser clerk = scene.sign_in(hall.clerks[0].id);
    testing::Browser steward = scene.sign_in(hall.steward.id);

    std::string at(std::string_view rest = "") {
        return "/standards/proposals/" + std::to_string(proposal.value) + std::string(rest);
    }
    /// Comments by turns on the clause and on the whole: "Thought 7."
    std::vector<standards::CommentId> comment(int number) {
        return scene.database().write([&](store::Writer& db) {
            std::vector<standards::CommentId> made;
            for (int i = 1; i <= number; ++i)
                made.push_back(testing::given(standards::comment(
                    db, hall.clerks[1], proposal,
                    {i % 2 == 0 ? "" : "c1", 1, "Thought " + std::to_string(i) + "."}, scene.now())));
            return made;
        });
    }
    /// The clerk's draft of a comment on the clause, with a wording of their own.
    void keep_half_a_thought(const std::string& form) {
        REQUIRE(scene
                    .post(clerk, "/drafts",
                          {{"key", form + "#comment"},
                           {"body", "Half a thought"},
                           {"amendment", "### Wording of my own"}})
                    .status < 400);
    }
    std::vector<notices::Entry> inbox(base::MemberId member) {
        return notices::entries(scene.reader(), member, notices::Which::unread, {}, 100);
    }
};

} // namespace

TEST_CASE_METHOD(Consultation, "many comments come in pages, clause by clause, each comment once") {
    const auto made = comment(120);
    std::vector<int> seen(made.size());
    for (const auto* page : {"/comments", "/comments?page=2", "/comments?page=3"}) {
        const auto response = scene.get(clerk, at(page));
        REQUIRE(response.status == 200);
        for (std::size_t i = 0; i < made.size(); ++i)
            seen[i] += shows(response, "Thought " + std::to_string(i + 1) + ".") ? 1 : 0;
    }
    CHECK(seen == std::vector<int>(made.size(), 1));
    const auto first = scene.get(clerk, at("/comments"));
    CHECK(shows(first, "Page 1 of 3"));
    CHECK(shows(first, "120 comments")); // the counts are of all
    CHECK(shows(first, "Thought 2."));   // the whole comes before the clauses
    CHECK_FALSE(shows(first, "Thought 1."));
    CHECK(shows(scene.get(clerk, at("/comments?page=99")), "Page 3 of 3"));
    CHECK(shows(scene.get(clerk, at("/comments?about=c1")), "Thought 1.")); // where the clause begins
    CHECK_FALSE(shows(scene.get(clerk, at("/responses")), "Page"));         // printed as one
}

TEST_CASE_METHOD(Consultation, "the address of a comment leads to its page for ever") {
    const auto made = comment(120);
    const auto where =
        "/standards/comments/" + std::to_string(made[118].value); // the last but one of the clause
    const auto leads = scene.get(clerk, where);
    CHECK(leads.status == 303);
    const auto anchor = "#comment_" + std::to_string(made[118].value);
    CHECK(leads.headers.get("Location") == at("/comments?page=3") + anchor);
    CHECK(scene.get(clerk, "/standards/comments/" + std::to_string(made[1].value)).headers.get("Location") ==
          at("/comments") + "#comment_" + std::to_string(made[1].value));
    // An answer leads back there, and the next without one is a link away.
    const auto answered =
        scene.post(steward, where + "/disposition", {{"disposition", "declined"}, {"reason", "No"}});
    CHECK(answered.headers.get("Location") == at("/comments?page=3") + anchor);
    const auto page = scene.get(steward, at("/comments?page=3"));
    CHECK(shows(page, "The first without an answer"));
    CHECK(page.content().find("href=\"/standards/comments/" + std::to_string(made[1].value) + "\"") !=
          std::string_view::npos);
    CHECK_FALSE(shows(scene.get(clerk, at("/comments?page=3")), "The first without an answer"));
    // Who wrote it is led there by the inbox; having read it settles that.
    const auto told = inbox(hall.clerks[1].id);
    REQUIRE(!told.empty());
    CHECK(told.front().address == where);
    scene.get(scene.sign_in(hall.clerks[1].id), at("/comments?page=3"));
    scene.database().write([](store::Writer&) {});
    for (const auto& left : inbox(hall.clerks[1].id))
        CHECK(left.address != where);
}

TEST_CASE_METHOD(Consultation, "a draft of a comment keeps the other wording of the clause") {
    const auto form = at("/comments?clause=c1");
    keep_half_a_thought(form);
    const auto page = scene.get(clerk, form);
    CHECK(shows(page, "Half a thought"));
    CHECK(shows(page, "### Wording of my own"));
    REQUIRE(scene
                .post(clerk, at("/comments"),
                      {{"key", form + "#comment"},
                       {"clause", "c1"},
                       {"revision", "1"},
                       {"body", "Done"},
                       {"amendment", "### Wording of my own"}})
                .status == 303);
    CHECK_FALSE(shows(scene.get(clerk, form), "Half a thought"));
    CHECK(shows(scene.get(clerk, form), "### The rule is in writing")); // as it stands, to begin with
}

TEST_CASE_METHOD(Consultation, "a draft of a comment is sent as based on the text that its writer read") {
    const auto form = at("/comments?clause=c1");
    REQUIRE(scene
                .post(clerk, "/drafts",
                      {{"key", form + "#comment"},
                       {"clause", "c1"},
                       {"revision", "1"},
                       {"body", "Half a thought"},
                       {"amendment", "### Wording of my own"}})
                .status < 400);
    testing::given(scene.database().write([&](store::Writer& db) {
        return standards::save_proposal(
            db, hall.author, proposal, 1,
            {.title = "Two people",
             .body = "A Center leaves nobody alone.\n\n## Clauses\n\n### Another {#c1}\n"},
            scene.now());
    }));
    const auto page = scene.get(clerk, form);
    CHECK(page.content().find("name=\"revision\" value=\"1\"") != std::string_view::npos);
    CHECK(scene.get(steward, form).content().find("name=\"revision\" value=\"2\"") != std::string_view::npos);
}

TEST_CASE_METHOD(Consultation, "the draft of a comment on a clause that is gone since is still there") {
    const auto form = at("/comments?clause=c1");
    keep_half_a_thought(form);
    testing::given(scene.database().write([&](store::Writer& db) {
        return standards::save_proposal(
            db, hall.author, proposal, 1,
            {.title = "Two people", .body = "A Center leaves nobody alone.\n\n## Clauses\n\n### Another\n"},
            scene.now());
    }));
    const auto page = scene.get(clerk, form);
    CHECK(shows(page, "Half a thought"));
    CHECK(shows(page, "### Wording of my own"));
    CHECK(shows(page, "What is it about?"));
    REQUIRE(scene
                .post(clerk, at("/comments"),
                      {{"key", form + "#comment"}, {"clause", ""}, {"revision", "2"}, {"body", "Done"}})
                .status == 303);
    CHECK_FALSE(shows(scene.get(clerk, "/drafts"), "Half a thought"));
}

TEST_CASE_METHOD(Consultation, "who watches the proposals hears of new ones") {
    CHECK(scene.get(clerk, "/standards/proposals/watch").headers.get("Location") == "/standards/proposals");
    CHECK(scene.post(clerk, "/standards/proposals/watch", {}).status == 303);
    CHECK(shows(scene.get(clerk, "/standards/proposals"), "Watching"));
    const auto propose = [&] {
        testing::given(scene.database().write([&](store::Writer& db) {
            return standards::propose(db, hall.clerks[1],
                                      {.title = "Plain words", .body = "A Center writes plainly."},
                                      scene.now());
        }));
    };
    const auto told = [&] {
        return std::ranges::count(inbox(hall.clerks[0].id), notices::Reason::proposed,
                                  &notices::Entry::reason);
    };
    propose();
    CHECK(told() == 1);
    CHECK(shows(scene.get(clerk, "/inbox"), "Clerk 2 proposed a standard"));
    CHECK_FALSE(
        shows(scene.get(scene.sign_in(hall.clerks[1].id), "/inbox"), "proposed a standard")); // did it
    CHECK(scene.post(clerk, "/standards/proposals/unwatch", {}).status == 303);
    propose();
    CHECK(told() == 1);
}

TEST_CASE_METHOD(Consultation, "the inbox says that a vote was declared void, and who did it, if anybody") {
    const auto by_steward = hall.open(standards::Secrecy::open, scene.now());
    testing::given(scene.database().write([&](store::Writer& db) {
        return standards::void_ballot(db, hall.keys(), hall.steward, by_steward, "A mistake", scene.now());
    }));
    CHECK(shows(scene.get(clerk, "/inbox"), "Sam Opener declared the vote void"));
    CHECK_FALSE(shows(scene.get(clerk, "/inbox"), "The vote has closed"));
    const auto by_program = hall.open(standards::Secrecy::secret, scene.now());
    REQUIRE(hall.vote(hall.clerks[0], by_program, standards::Choice::approve, scene.now()));
    hall.keys().destroy(standards::find_ballot(scene.reader(), by_program)->proposal, scene.now());
    hall.settle(scene.now() + 25h);
    const auto inbox_page = scene.get(clerk, "/inbox");
    CHECK(shows(inbox_page, "The vote was declared void"));
    CHECK(shows(inbox_page, "The proposal moved on"));
    CHECK_FALSE(shows(inbox_page, "Somebody"));
}
