// What can be done with a proposal: who may, at which stage, and what it leaves in the ledger.
#include "notices/notices.hpp"
#include "search/find.hpp"
#include "standards/proposals/may.hpp"
#include "tests/standards/proposal_room.hpp"

using base::ProblemKind;
using desk::field_of;
using desk::ProposalRoom;
using desk::two_people;
using standards::Stage;
using namespace std::chrono_literals;

TEST_CASE_METHOD(ProposalRoom, "any member proposes, and the clauses get their ids") {
    const auto id = propose(noor);
    const auto proposal = found(id);
    CHECK(proposal.title == "Two people");
    CHECK(proposal.stage == Stage::idea);
    CHECK(proposal.revision == 1);
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c2"});
    REQUIRE(standards::authors_of(db(), id).size() == 1);
    CHECK(standards::authors_of(db(), id).front().handle == "noor-haddad");
    const auto ledger = standards::ledger_of(db(), id);
    REQUIRE(ledger.size() == 1);
    CHECK(ledger[0].kind == "proposed");
    CHECK(ledger[0].actor == "noor-haddad");
    CHECK(ledger[0].body.at("title") == "Two people");
    CHECK(ledger[0].body.at("sha256").as_string().size() == 64);
}

TEST_CASE_METHOD(ProposalRoom, "a new proposal numbers its clauses itself, whatever ids were pasted") {
    const auto id = propose(noor, "A.\n## Clauses\n### One {#c7}\n### Two {#c2}\n");
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c2"});
}

TEST_CASE_METHOD(ProposalRoom, "a proposal without title or statement is refused at both fields") {
    const auto made = write([&](store::Writer& w) {
        return standards::propose(w, viewer(noor), {.title = "", .body = " \n"}, now());
    });
    REQUIRE_FALSE(made);
    CHECK(made.error().fields.size() == 2);
    CHECK(standards::list_proposals(db(), std::nullopt, 10).empty());
}

TEST_CASE_METHOD(ProposalRoom,
                 "clause ids survive rewording, moving, losing their mark, and are never used twice") {
    const auto id = propose(noor);
    REQUIRE(save(noor, id, 1,
                 "A.\n## Clauses\n### Two names stand for each transfer {#c2}\n### New one\n"
                 "### The rule is in writing\n\nIt names who, where and when.\n"));
    CHECK(ids_of(id) == std::vector<std::string>{"c2", "c3", "c1"});
    REQUIRE(save(noor, id, 2, "A.\n## Clauses\n### The rule is in writing {#c1}\n"));
    REQUIRE(save(noor, id, 3, "A.\n## Clauses\n### The rule is in writing {#c1}\n### Another\n"));
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c4"});
    // c3 may come back, since it was this proposal's; c9 never was.
    CHECK(save(noor, id, 4, "A.\n## Clauses\n### New one {#c3}\n"));
    const auto never = save(noor, id, 5, "A.\n## Clauses\n### New one {#c9}\n");
    REQUIRE_FALSE(never);
    CHECK(field_of(never.error()) == "body");
}

TEST_CASE_METHOD(ProposalRoom, "two who add a clause at once both get one, with ids of their own") {
    const auto id = propose(noor, "A.\n\n## Clauses\n\n### First\n\nAlpha.\n\n### Second\n\nBeta.\n");
    REQUIRE(
        save(noor, id, 1,
             "A.\n\n## Clauses\n\n### Zeroth\n\n### First {#c1}\n\nAlpha.\n\n### Second {#c2}\n\nBeta.\n"));
    const auto merged =
        save(sam, id, 1,
             "A.\n\n## Clauses\n\n### First {#c1}\n\nAlpha.\n\n### Second {#c2}\n\nBeta.\n\n### Third\n");
    REQUIRE(merged);
    CHECK(merged->how == revisions::Saving::merged);
    CHECK(ids_of(id) == std::vector<std::string>{"c3", "c1", "c2", "c4"});
    CHECK(standards::check_proposals(db()).empty());
}

TEST_CASE_METHOD(ProposalRoom, "a conflict keeps both texts, and what comes back from it can be saved") {
    const auto id = propose(noor, "A.\n\n## Clauses\n\n### First\n");
    REQUIRE(save(noor, id, 1, "A.\n\n## Clauses\n\n### First {#c1}\n\n### Mine\n"));
    const auto conflict = save(sam, id, 1, "A.\n\n## Clauses\n\n### First {#c1}\n\n### Theirs\n");
    REQUIRE(conflict);
    CHECK(conflict->how == revisions::Saving::conflict);
    CHECK(conflict->merge.text.find("### Theirs {#c3}") != std::string::npos);
    CHECK(found(id).revision == 2);
    CHECK(field_of(save(sam, id, 2, conflict->merge.text).error()) == "body");
    REQUIRE(save(sam, id, 2, "A.\n\n## Clauses\n\n### First {#c1}\n\n### Mine {#c2}\n\n### Theirs {#c3}\n"));
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c2", "c3"});
}

TEST_CASE_METHOD(ProposalRoom,
                 "two edits that go together by line but make one clause twice are shown as a conflict") {
    const auto id =
        propose(noor, "A.\n\n## Clauses\n\n### First\n\nx\n\n### Second\n\ny\n\n### Third\n\nz\n");
    const std::string all = body_of(id);
    const auto without = "A.\n\n## Clauses\n\n### First {#c1}\n\nx\n\n### Third {#c3}\n\nz\n";
    REQUIRE(save(noor, id, 1, without));
    // Both put the clause back, each at another end.
    REQUIRE(
        save(noor, id, 2,
             "A.\n\n## Clauses\n\n### Second {#c2}\n\ny\n\n### First {#c1}\n\nx\n\n### Third {#c3}\n\nz\n"));
    const auto mine = save(sam, id, 2, std::string(without) + "\n### Second {#c2}\n\ny\n");
    REQUIRE(mine);
    CHECK(mine->how == revisions::Saving::conflict);
    CHECK(found(id).revision == 3);
}

TEST_CASE_METHOD(ProposalRoom, "two edits whose code blocks would swallow a clause are shown as a conflict") {
    const auto id = propose(noor, "A.\n\n## Clauses\n\n### First\n\none\n\ntwo\n\nthree\n\n### Second\n");
    const auto with = [](const std::string& body) {
        return "A.\n\n## Clauses\n\n### First {#c1}\n\n" + body + "\n\n### Second {#c2}\n";
    };
    REQUIRE(save(noor, id, 1, with("```\none\n\ntwo\n\nthree\n```")));
    const auto mine = save(sam, id, 1, with("one\n\n~~~\n```\n~~~\n\ntwo\n\nthree"));
    REQUIRE(mine);
    CHECK(mine->merge.clean); // line by line
    CHECK(mine->how == revisions::Saving::conflict);
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c2"});
    REQUIRE(save(noor, id, 2, "A.\n\n## Clauses\n\n### Second {#c2}\n"));
    const auto other = save(sam, id, 2, with("```\none\n\ntwo\n\nthree\n```") + "\n## Evidence\n\nMore.\n");
    REQUIRE(other);
    CHECK(other->how == revisions::Saving::merged); // what one side took out on purpose may go
    CHECK(ids_of(id) == std::vector<std::string>{"c2"});
}

TEST_CASE_METHOD(ProposalRoom,
                 "only authors and stewards change the text, and nobody after the consultation") {
    const auto id = propose(noor);
    CHECK(save(theo, id, 1, "A.\n").error().kind == ProblemKind::not_allowed);
    CHECK(save(coach, id, 1, "A.\n").error().kind == ProblemKind::not_allowed);
    CHECK(save(sam, id, 1, two_people + "\nMore.\n"));
    CHECK(last_act(id) == "revised");
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::ballot, "sam-steward", "It opens", now());
    });
    CHECK(save(noor, id, 2, "A.\n").error().kind == ProblemKind::conflict);
    CHECK(save(sam, id, 2, "A.\n").error().kind == ProblemKind::conflict);
    CHECK(save(noor, standards::ProposalId{99}, 1, "A.\n").error().kind == ProblemKind::not_found);
    CHECK(field_of(save(noor, propose(noor), 7, "A.\n").error()) == "base_revision");
}

TEST_CASE_METHOD(ProposalRoom, "the same text again is no revision and no entry") {
    const auto id = propose(noor);
    const auto same = save(noor, id, 1, two_people);
    REQUIRE(same);
    CHECK(same->how == revisions::Saving::unchanged);
    CHECK(standards::ledger_of(db(), id).size() == 1);
}

TEST_CASE_METHOD(ProposalRoom, "authors are members, and who began it stays the first") {
    const auto id = propose(noor);
    const auto set = [&](base::MemberId by, const std::vector<std::string>& handles) {
        return write(
            [&](store::Writer& w) { return standards::set_authors(w, viewer(by), id, handles, now()); });
    };
    CHECK(set(theo, {"noor-haddad"}).error().kind == ProblemKind::not_allowed);
    CHECK(field_of(set(noor, {}).error()) == "authors");
    CHECK(field_of(set(noor, {"theo-brandt"}).error()) == "authors");
    CHECK(field_of(set(noor, {"noor-haddad", "nobody"}).error()) == "authors");
    REQUIRE(set(noor, {"noor-haddad", "@theo-brandt", "theo-brandt"}));
    CHECK(standards::authors_of(db(), id).size() == 2);
    CHECK(last_act(id) == "authors_changed");
    REQUIRE(set(sam, {"noor-haddad", "theo-brandt"}));
    CHECK(standards::ledger_of(db(), id).size() == 2);
    CHECK(save(theo, id, 1, "A.\n"));
}

TEST_CASE_METHOD(ProposalRoom, "an idea becomes a draft when three Centers endorse it, each counted once") {
    const auto id = propose(noor);
    const auto first = clerk_of("Birch Hollow Town");
    CHECK(endorse(viewer(coach), id).error().kind == ProblemKind::not_allowed);
    REQUIRE(endorse(first, id));
    REQUIRE(endorse(first, id));
    CHECK(found(id).endorsements == 1);
    CHECK(change(sam, id, {Stage::draft, "Go"}).error().kind == ProblemKind::conflict);
    REQUIRE(write([&](store::Writer& w) { return standards::take_endorsement_back(w, first, id, now()); }));
    CHECK(last_act(id) == "endorsement_withdrawn");
    REQUIRE(endorse(first, id));
    REQUIRE(endorse(clerk_of("Calder County"), id));
    REQUIRE(endorse(viewer(noor), id));
    CHECK(change(theo, id, {Stage::draft, "Go"}).error().kind == ProblemKind::not_allowed);
    CHECK(field_of(change(sam, id, {Stage::draft, " "}).error()) == "reason");
    REQUIRE(change(sam, id, {Stage::draft, "Three Centers want it"}));
    CHECK(found(id).stage == Stage::draft);
    CHECK(endorse(clerk_of("Dunmore City"), id).error().kind == ProblemKind::conflict);
    const auto entry = standards::ledger_of(db(), id).back();
    CHECK(entry.body.at("from") == "idea");
    CHECK(entry.body.at("to") == "draft");
    CHECK(entry.body.at("reason") == "Three Centers want it");
}

TEST_CASE_METHOD(ProposalRoom, "a program may ask for another number of endorsements") {
    const auto id = propose(noor);
    REQUIRE(endorse(viewer(noor), id));
    CHECK(change(sam, id, {.to = Stage::draft, .reason = "Go", .endorsements = 2}).error().detail ==
          "An idea becomes a draft when 2 Centers endorse it; 1 did so far.");
    CHECK(change(sam, id, {.to = Stage::draft, .reason = "Go", .endorsements = 1}));
}

TEST_CASE_METHOD(ProposalRoom, "a consultation needs a clause and a day to come, and can only be prolonged") {
    const auto bare = propose(noor, "A Center.\n");
    make_draft(bare);
    CHECK(change(sam, bare, {Stage::consultation, "Go", now() + 24h}).error().kind == ProblemKind::conflict);
    const auto id = propose(noor);
    for (const auto* center : {"Eastmere County", "Fallow Creek County", "Granite Parish"})
        REQUIRE(endorse(clerk_of(center), id));
    REQUIRE(change(sam, id, {Stage::draft, "Go"}));
    CHECK(field_of(change(sam, id, {Stage::consultation, "Go"}).error()) == "consultation_closes");
    CHECK(field_of(change(sam, id, {Stage::consultation, "Go", now()}).error()) == "consultation_closes");
    CHECK(field_of(change(sam, id, {Stage::consultation, "Go", now() + 24h * 400}).error()) ==
          "consultation_closes");
    const auto both = change(sam, id, {Stage::consultation, ""});
    CHECK(both.error().fields.size() == 2);
    REQUIRE(change(sam, id, {Stage::consultation, "Go", now() + 48h}));
    CHECK(found(id).takes_comments(now() + 48h - 1s));
    CHECK_FALSE(found(id).takes_comments(now() + 48h));
    CHECK_FALSE(change(sam, id, {Stage::consultation, "Sooner", now() + 24h}));
    REQUIRE(change(sam, id, {Stage::consultation, "A holiday", now() + 72h}));
    CHECK(found(id).takes_comments(now() + 71h));
    REQUIRE(change(sam, id, {Stage::draft, "Back to work"}));
    CHECK_FALSE(found(id).consultation_closes);
    const auto sooner = change(sam, id, {Stage::consultation, "Go", now() + 72h - 1s});
    CHECK(field_of(sooner.error()) == "consultation_closes"); // nor by way of a draft
    REQUIRE(change(sam, id, {Stage::consultation, "Go", now() + 72h}));
    REQUIRE(change(sam, id, {Stage::draft, "Once more"}));
    pass(72h);
    CHECK(change(sam, id, {Stage::consultation, "Go", now() + 1h})); // that day has come
    CHECK(standards::check_proposals(db()).empty());
}

TEST_CASE("who may take which step, from every stage to every other") {
    const site::Viewer member{.id = base::MemberId{1}, .center = base::CenterId{1}};
    const site::Viewer steward{.id = base::MemberId{2}, .role = site::Role::steward};
    using V = std::vector<Stage>;
    CHECK(standards::next_stages(steward, Stage::idea, false) == V{Stage::draft, Stage::withdrawn});
    CHECK(standards::next_stages(steward, Stage::draft, false) == V{Stage::consultation, Stage::withdrawn});
    CHECK(standards::next_stages(steward, Stage::consultation, false) ==
          V{Stage::consultation, Stage::draft, Stage::withdrawn});
    CHECK(standards::next_stages(steward, Stage::not_adopted, false) == V{Stage::draft, Stage::withdrawn});
    for (const auto end : {Stage::ballot, Stage::adopted, Stage::withdrawn})
        CHECK(standards::next_stages(steward, end, true).empty());
    CHECK(standards::next_stages(member, Stage::idea, true) == V{Stage::withdrawn});
    CHECK(standards::next_stages(member, Stage::draft, true) == V{Stage::withdrawn});
    CHECK(standards::next_stages(member, Stage::consultation, true).empty());
    CHECK(standards::next_stages(member, Stage::idea, false).empty());
    CHECK(standards::next_stages(site::Viewer{}, Stage::idea, true).empty());
}

TEST_CASE_METHOD(ProposalRoom,
                 "an author withdraws the own draft, and nothing leads out of a ballot but its end") {
    const auto id = propose(noor);
    REQUIRE(change(noor, id, {Stage::withdrawn, "Another one says it better"}));
    CHECK(change(sam, id, {Stage::draft, "No"}).error().kind == ProblemKind::conflict);
    const auto other = consulted();
    CHECK(change(noor, other, {Stage::withdrawn, "Sorry"}).error().kind == ProblemKind::not_allowed);
    write([&](store::Writer& w) {
        standards::set_stage(w, other, Stage::ballot, "sam-steward", "Opened", now());
    });
    for (const auto to : {Stage::draft, Stage::consultation, Stage::withdrawn, Stage::adopted})
        CHECK(change(sam, other, {to, "Now", now() + 24h}).error().kind == ProblemKind::conflict);
    write([&](store::Writer& w) {
        standards::set_stage(w, other, Stage::not_adopted, "program", "Quorum", now());
    });
    CHECK(change(sam, other, {Stage::draft, "Once more"}));
    CHECK(standards::check_proposals(db()).empty());
    CHECK(standards::check_ledgers(db()).empty());
}

TEST_CASE_METHOD(ProposalRoom, "the words of a withdrawn idea can be removed, and its title with them") {
    const auto id = propose(noor, "Jane lives here.", "Jane Doe of Elm Street");
    const auto at = "/standards/proposals/" + std::to_string(id.value) + "/revisions/1/redact";
    CHECK(get(sam, at).status == 409); // what is shown is edited first
    REQUIRE(change(sam, id, {Stage::withdrawn, "Harassment"}));
    CHECK(get(sam, at).status == 200);
    CHECK(post(sam, at, {{"reason", "A home address"}}).status == 303);
    for (int again = 0; again < 2; ++again) {
        CHECK(standards::find_proposal(db(), id)->title == "Words removed");
        CHECK(standards::check_proposals(db()) == std::vector<std::string>{});
        write([](store::Writer& w) { standards::rebuild_proposals(w); });
    }
    CHECK(db().get<int, "SELECT count(*) FROM search_texts WHERE title LIKE '%Jane%'">() == 0);
    const auto where = "/standards/proposals/" + std::to_string(id.value);
    for (const auto* page : {"", "/history", "/comments", "/responses", "/revisions/1"}) {
        const auto read = get(theo, where + page);
        CHECK(read.status == 200);
        CHECK_FALSE(desk::has(read, "Jane"));
    }
    CHECK(call(theo, server::Method::get, "/api/v1/proposals/" + std::to_string(id.value)).status == 200);
}

TEST_CASE_METHOD(ProposalRoom, "those who watch hear of a new text and of each step, once") {
    const auto id = propose(noor);
    REQUIRE(endorse(viewer(theo), id));
    REQUIRE(save(sam, id, 1, two_people + "\nMore, @cleo-coach.\n"));
    CHECK(notices::unread(db(), noor) == 1);
    CHECK(notices::unread(db(), theo) == 1);
    CHECK(notices::unread(db(), coach) == 1);
    CHECK(notices::unread(db(), sam) == 0);
}

TEST_CASE_METHOD(ProposalRoom,
                 "a proposal is found at its clause, by its newest text, until it is a standard") {
    const auto hits = [&](std::string_view words) { return search::find(db(), search::parse(words)).hits; };
    const auto id = propose(noor);
    REQUIRE(hits("writing").size() == 1);
    CHECK(hits("writing")[0].kind == search::Kind::proposal);
    CHECK(hits("writing")[0].address == "/standards/proposals/1#c1");
    CHECK(hits("clauses").empty()); // what every proposal has tells nothing
    REQUIRE(save(noor, id, 1, "A Center.\n\n## Clauses\n\n### The rule hangs at the door {#c1}\n"));
    CHECK(hits("writing").empty());
    CHECK(hits("door").size() == 1);
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::adopted, "program", "It passed", now());
    });
    CHECK(hits("door").empty());
}

TEST_CASE_METHOD(ProposalRoom, "the check names a proposal that does not agree with its ledger") {
    const auto id = propose(noor);
    CHECK(standards::check_proposals(db()).empty());
    write([&](store::Writer& w) {
        w.run<"UPDATE proposals SET stage = 'draft', title = 'Other' WHERE id = ?">(id);
    });
    CHECK(standards::check_proposals(db()).size() == 2);
    write([&](store::Writer& w) { standards::rebuild_proposals(w); });
    CHECK(found(id).title == "Two people");
    CHECK(standards::check_proposals(db()).size() == 1); // a stage is truth: nothing makes it again
}
