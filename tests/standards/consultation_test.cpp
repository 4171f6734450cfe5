// Comments and their dispositions: who may, until when, and what an accepted amendment does to the text.
#include "notices/notices.hpp"
#include "tests/standards/proposal_room.hpp"

using base::ProblemKind;
using desk::field_of;
using desk::ProposalRoom;
using standards::Disposition;
using standards::Stage;
using namespace std::chrono_literals;

TEST_CASE_METHOD(ProposalRoom, "comments are taken from the opening to the second before the close") {
    const auto idea = propose(noor);
    CHECK(comment(theo, idea, {"", 1, "Early"}).error().kind == ProblemKind::conflict);
    const auto id = consulted();
    REQUIRE(comment(theo, id, {"c1", 1, "Say **who** signs"}));
    REQUIRE(comment(coach, id, {"", 1, "Well done"}));
    pass(24h * 7 - 1s);
    REQUIRE(comment(sam, id, {"", 1, "At the last second"}));
    pass(1s);
    const auto late = comment(theo, id, {"", 1, "Late"});
    CHECK(late.error().kind == ProblemKind::conflict);
    CHECK(late.error().detail.find("March 8, 2027") != std::string::npos);
    const auto comments = standards::comments_of(db(), id);
    REQUIRE(comments.size() == 3);
    CHECK(comments[0].clause == "c1");
    CHECK(comments[0].html == "<p>Say <strong>who</strong> signs</p>\n");
    CHECK(comments[0].author_center == "Alder County");
    CHECK(comments[1].author_center.empty());
    CHECK(found(id).comments == 3);
    CHECK(found(id).open_comments == 3);
    CHECK(standards::has_open_comments(db(), id));
}

TEST_CASE_METHOD(ProposalRoom, "a comment stays that of the Center for which it was made") {
    const auto id = consulted();
    const auto clerk = clerk_of("Eastmere County");
    const auto colleague = clerk_of("Fallow Creek County");
    REQUIRE(write([&](store::Writer& w) {
        return standards::comment(w, clerk, id, {"", 1, "We have two people"}, now());
    }));
    write([&](store::Writer& w) {
        w.run<"UPDATE members SET center_id = ? WHERE id = ?">(colleague.center, clerk.id);
    });
    CHECK(standards::comments_of(db(), id).at(0).author_center == "Eastmere County");
    CHECK(standards::proposals_waiting_for(db(), colleague, now()).consultations.size() == 1);
    auto successor = clerk;
    successor.id = noor;
    CHECK(standards::proposals_waiting_for(db(), successor, now()).consultations.empty());
}

TEST_CASE_METHOD(ProposalRoom, "a comment names a clause of the text that was read, and has words") {
    const auto id = consulted();
    CHECK(field_of(comment(theo, id, {"c9", 1, "Which?"}).error()) == "clause");
    CHECK(field_of(comment(theo, id, {"", 2, "Which text?"}).error()) == "revision");
    CHECK(field_of(comment(theo, id, {"", 1, " "}).error()) == "body");
    CHECK(field_of(comment(theo, id, {"", 1, "So", "### Other"}).error()) == "amendment");
    CHECK(field_of(comment(theo, id, {"c1", 1, "So", "### A\n\n### B"}).error()) == "amendment");
    // The wording that is there already is no amendment.
    const auto same =
        comment(theo, id, {"c1", 1, "So", "### The rule is in writing\n\nIt names who, where and when."});
    CHECK(standards::comments_of(db(), id).at(0).amendment.empty());
    CHECK(same);
    // A clause that went away since can still be spoken of by who read it.
    REQUIRE(save(noor, id, 1, "A.\n## Clauses\n### The rule is in writing {#c1}\n"));
    CHECK(comment(theo, id, {"c2", 1, "I liked it"}));
    CHECK(field_of(comment(theo, id, {"c2", 2, "Where is it?"}).error()) == "clause");
}

TEST_CASE_METHOD(ProposalRoom, "only its author takes a comment back, while it is open") {
    const auto id = consulted();
    const auto first = comment(theo, id, {"", 1, "One"}).value();
    const auto second = comment(theo, id, {"", 1, "Two"}).value();
    const auto back = [&](base::MemberId by, standards::CommentId which) {
        return write(
            [&](store::Writer& w) { return standards::take_comment_back(w, viewer(by), which, now()); });
    };
    CHECK(back(noor, first).error().kind == ProblemKind::not_allowed);
    REQUIRE(back(theo, first));
    CHECK(back(theo, first).error().kind == ProblemKind::gone);
    CHECK(dispose(noor, first, Disposition::accepted, "Yes").error().kind == ProblemKind::gone);
    CHECK(found(id).comments == 1);
    CHECK(standards::comments_of(db(), id).size() == 2);
    REQUIRE(dispose(noor, second, Disposition::declined, "No"));
    CHECK(back(theo, second).error().kind == ProblemKind::conflict);
    const auto third = comment(theo, id, {"", 1, "Three"}).value();
    pass(24h * 8);
    CHECK(back(theo, third).error().kind == ProblemKind::conflict);
}

TEST_CASE_METHOD(ProposalRoom,
                 "authors and stewards dispose of comments with a reason, until a ballot opens") {
    const auto id = consulted();
    const auto made = comment(theo, id, {"c1", 1, "Say who signs"}).value();
    CHECK(dispose(theo, made, Disposition::accepted, "Yes").error().kind == ProblemKind::not_allowed);
    CHECK(dispose(coach, made, Disposition::accepted, "Yes").error().kind == ProblemKind::not_allowed);
    CHECK(field_of(dispose(noor, made, Disposition::accepted, " ").error()) == "reason");
    pass(24h * 8);
    REQUIRE(dispose(noor, made, Disposition::accepted, "Yes"));
    CHECK_FALSE(standards::has_open_comments(db(), id));
    CHECK(notices::unread(db(), theo) > 0);
    REQUIRE(dispose(sam, made, Disposition::out_of_scope, "On second thought"));
    const auto now_said = standards::comments_of(db(), id).at(0);
    CHECK(now_said.disposition == Disposition::out_of_scope);
    CHECK(now_said.disposed_by == "Sam Steward");
    CHECK(last_act(id) == "comment_disposed");
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::ballot, "sam-steward", "Opened", now());
    });
    CHECK(dispose(sam, made, Disposition::accepted, "Too late").error().kind == ProblemKind::conflict);
}

TEST_CASE_METHOD(ProposalRoom,
                 "an accepted amendment becomes the next revision, with what changed meanwhile") {
    const auto id = consulted();
    const auto made = comment(theo, id,
                              {"c1", 1, "Where it hangs",
                               "The rule is in writing and posted\n\nIt names who, where and when."})
                          .value();
    REQUIRE(save(noor, id, 1,
                 "A Center.\n\n## Clauses\n\n### Two names stand for every transfer {#c2}\n\n"
                 "### The rule is in writing {#c1}\n\nIt names who, where and when.\n\nIt is read aloud.\n"));
    CHECK(field_of(dispose(noor, made, Disposition::declined, "No", true).error()) == "apply");
    CHECK(field_of(dispose(noor, made, Disposition::accepted_in_part, "Half", true).error()) == "apply");
    REQUIRE(dispose(noor, made, Disposition::accepted, "Better so", true));
    CHECK(found(id).revision == 3);
    CHECK(body_of(id) == "A Center.\n\n## Clauses\n\n### Two names stand for every transfer {#c2}\n\n"
                         "### The rule is in writing and posted {#c1}\n\nIt names who, where and when.\n\n"
                         "It is read aloud.\n");
    const auto revision = revisions::newest(db(), found(id).text);
    CHECK(revision.summary.find("Theo Brandt") != std::string::npos);
    // Once more: it is there already, and nothing is written.
    REQUIRE(dispose(noor, made, Disposition::accepted, "As said", true));
    CHECK(found(id).revision == 3);
    CHECK(standards::check_proposals(db()).empty());
}

TEST_CASE_METHOD(ProposalRoom, "an amendment that does not fit any more is left to be done by hand") {
    const auto id = consulted();
    const auto made = comment(theo, id, {"c1", 1, "So", "### The rule is printed"}).value();
    const auto without = comment(theo, id, {"", 1, "No wording"}).value();
    REQUIRE(save(noor, id, 1,
                 "A.\n## Clauses\n### The rule is on paper {#c1}\n\nIt names who, where and when.\n"));
    CHECK(dispose(noor, made, Disposition::accepted, "Yes", true).error().kind == ProblemKind::conflict);
    CHECK_FALSE(standards::comments_of(db(), id).at(0).disposition);
    CHECK(field_of(dispose(noor, without, Disposition::accepted, "Yes", true).error()) == "apply");
    REQUIRE(save(noor, id, 2, "A.\n## Clauses\n### Other\n"));
    CHECK(dispose(noor, made, Disposition::accepted, "Yes", true).error().kind == ProblemKind::conflict);
    CHECK(dispose(noor, made, Disposition::accepted, "By hand"));
}

TEST_CASE_METHOD(ProposalRoom,
                 "what waits: consultations that the Center said nothing in, comments without an answer") {
    const auto id = consulted();
    const auto waits = [&](base::MemberId who) {
        return standards::proposals_waiting_for(db(), viewer(who), now());
    };
    CHECK(waits(theo).consultations.size() == 1);
    CHECK(waits(coach).consultations.empty());
    CHECK(waits(noor).undisposed.empty());
    const auto made = comment(theo, id, {"", 1, "Fine"}).value();
    CHECK(waits(noor).consultations.empty()); // of the same Center
    CHECK(waits(noor).undisposed.size() == 1);
    CHECK(waits(sam).undisposed.size() == 1);
    CHECK(waits(theo).undisposed.empty());
    REQUIRE(dispose(noor, made, Disposition::accepted, "Yes"));
    CHECK(waits(noor).undisposed.empty());
    CHECK(waits(sam).undisposed.empty());
}

TEST_CASE_METHOD(ProposalRoom, "comments are rendered again with ids of their own") {
    const auto id = consulted();
    REQUIRE(comment(theo, id, {"", 1, "# Same words\n\nx"}));
    REQUIRE(comment(noor, id, {"", 1, "# Same words\n\nx"}));
    const auto before = standards::comments_of(db(), id);
    CHECK(before[0].html.find("id=\"comment_1-same-words\"") != std::string::npos);
    CHECK(before[1].html.find("id=\"comment_2-same-words\"") != std::string::npos);
    write([&](store::Writer& w) {
        w.run<"/* whole table: test */ UPDATE comments SET html = ''">();
        standards::rebuild_proposals(w);
    });
    CHECK(standards::comments_of(db(), id)[0].html == before[0].html);
}

TEST_CASE_METHOD(ProposalRoom, "a steward empties a comment for good, at any stage, and its answer stays") {
    const auto id = consulted();
    const auto made = comment(theo, id, {"c1", 1, "He lives at 12 Elm Street", "### He lives there"}).value();
    REQUIRE(dispose(noor, made, Disposition::declined, "No"));
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::ballot, "sam-steward", "Opened", now());
    });
    const auto entries = standards::ledger_of(db(), id).size();
    const auto remove = [&](base::MemberId by, const std::string& reason) {
        return write(
            [&](store::Writer& w) { return standards::remove_words(w, viewer(by), made, reason, now()); });
    };
    CHECK(remove(noor, "Mine").error().kind == ProblemKind::not_allowed);
    CHECK(field_of(remove(sam, " ").error()) == "reason");
    REQUIRE(remove(sam, "A home address"));
    const auto left = standards::comments_of(db(), id).at(0);
    CHECK(left.body.find("Elm") == std::string::npos);
    CHECK(left.html.find("removed the words") != std::string::npos);
    CHECK(left.amendment.empty());
    CHECK(left.disposition == Disposition::declined);
    CHECK(standards::ledger_of(db(), id).size() ==
          entries); // nothing that a ballot's entries could stumble over
    const auto page = post(sam, "/standards/comments/1/remove", {{"reason", ""}});
    CHECK(page.status == 422);
    CHECK(get(theo, "/standards/comments/1/remove").status == 403);
    CHECK(get(sam, "/standards/comments/1/remove").status == 200);
    CHECK(post(sam, "/standards/comments/1/remove", {{"reason", "Again"}}).status == 303);
}
