// The pages of proposals and consultations, as a browser without script uses them.
#include "notices/notices.hpp"
#include "tests/standards/proposal_room.hpp"

using desk::has;
using desk::ProposalRoom;
using desk::two_people;
using standards::Disposition;
using standards::Stage;
using namespace std::chrono_literals;

namespace {

std::string at(standards::ProposalId id, const std::string& rest = "") {
    return "/standards/proposals/" + std::to_string(id.value) + rest;
}

std::string answer_of(standards::CommentId id) {
    return "/standards/comments/" + std::to_string(id.value) + "/disposition";
}

} // namespace

TEST_CASE_METHOD(ProposalRoom, "a member proposes by the form, and the page shows what it asks for") {
    CHECK(has(get(noor, "/standards/proposals"), "No proposal yet"));
    CHECK(has(get(noor, "/standards/proposals/new"), "## Clauses"));
    const auto made = post(noor, "/standards/proposals",
                           {{"title", "Two people"}, {"body", two_people}, {"summary", "From our manual"}});
    CHECK(made.status == 303);
    CHECK(made.headers.get("Location") == "/standards/proposals/1");
    const auto page = get(theo, "/standards/proposals/1");
    CHECK(page.status == 200);
    CHECK(has(page, "A Center never leaves voted ballots"));
    CHECK(has(page, "id=\"c1\""));
    CHECK(has(page, "The rule is in writing"));
    CHECK_FALSE(has(page, "{#c1}"));
    CHECK(has(page, "Why it matters"));
    CHECK(has(page, "No Center endorses this idea yet"));
    CHECK(has(page, "Endorse it for your Center"));
    CHECK(has(page, "<strong>Noor Haddad</strong> proposed it"));
    CHECK_FALSE(has(page, "Move it on"));
    CHECK_FALSE(has(page, "Edit the text"));
    CHECK(has(get(noor, "/standards/proposals/1"), "Edit the text"));
    CHECK(has(get(sam, "/standards/proposals/1"), "Move it on"));
    CHECK_FALSE(has(get(coach, "/standards/proposals/1"), "Endorse it"));
    CHECK(has(get(theo, "/standards/proposals"), "0 of 3 endorsements"));
    CHECK(get(theo, "/standards/proposals/77").status == 404);
}

TEST_CASE_METHOD(ProposalRoom,
                 "a refused proposal comes back as it was typed, with what to change at its field") {
    const auto refused =
        post(noor, "/standards/proposals",
             {{"title", ""}, {"body", "A Center.\n\n### Lost heading"}, {"summary", "Why not"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "### Lost heading"));
    CHECK(has(refused, "Why not"));
    CHECK(has(refused, "title-error"));
    CHECK(has(refused, "Line 3: a clause stands below"));
    const auto untouched =
        post(noor, "/standards/proposals",
             {{"title", "T"}, {"body", "A Center …\n\n## Clauses\n\n### \n\n## Evidence"}});
    CHECK(untouched.status == 422);
    const auto preview = post(
        noor, "/standards/proposals",
        {{"title", "T"}, {"body", "A **loud** Center.\n\n## Clauses\n\n### One {#c1}"}, {"act", "preview"}});
    CHECK(preview.status == 200);
    CHECK(has(preview, "<strong>loud</strong>"));
    CHECK(has(preview, "id=\"preview-c1\""));
    CHECK(standards::list_proposals(db(), std::nullopt, 9).empty());
}

TEST_CASE_METHOD(ProposalRoom,
                 "the edit form saves, merges, keeps drafts, and shows both texts of a conflict") {
    const auto id = propose(noor, "A.\n\n## Clauses\n\n### First\n\nAlpha.\n\n### Second\n\nBeta.\n");
    CHECK(get(theo, at(id, "/edit")).status == 403);
    CHECK(has(get(noor, at(id, "/edit")), "### First {#c1}"));
    const auto body = body_of(id);
    auto changed = body;
    changed.replace(changed.find("Alpha"), 5, "Gamma");
    CHECK(post(noor, at(id, "/edit"), {{"title", "Two"}, {"body", changed}, {"base_revision", "1"}}).status ==
          303);
    auto other = body;
    other.replace(other.find("Beta"), 4, "Delta");
    const auto merged =
        post(sam, at(id, "/edit"), {{"title", "Two people"}, {"body", other}, {"base_revision", "1"}});
    CHECK(merged.status == 303);
    CHECK(merged.headers.get("Set-Cookie").find("both%20changes") != std::string_view::npos);
    CHECK(body_of(id).find("Gamma") != std::string::npos);
    CHECK(body_of(id).find("Delta") != std::string::npos);
    CHECK(found(id).title == "Two");

    auto clash = body;
    clash.replace(clash.find("Alpha"), 5, "Omega");
    const auto conflict =
        post(sam, at(id, "/edit"), {{"title", "Two"}, {"body", clash}, {"base_revision", "1"}});
    CHECK(conflict.status == 409);
    CHECK(has(conflict, "Gamma"));
    CHECK(has(conflict, "Omega"));
    CHECK(has(conflict, "name=\"base_revision\" value=\"3\""));

    post(noor, "/drafts", {{"key", at(id, "/edit?base=3")}, {"title", "Two"}, {"body", "Half a sentence"}});
    CHECK(has(get(noor, at(id)), "unfinished draft"));
    CHECK(has(get(noor, at(id, "/edit")), "Half a sentence"));
    post(noor, at(id, "/edit"), {{"title", "Two"}, {"body", body_of(id)}, {"base_revision", "3"}});
    CHECK_FALSE(has(get(noor, at(id)), "unfinished draft"));
}

TEST_CASE_METHOD(ProposalRoom, "what was typed survives that the text was fixed meanwhile") {
    const auto id = consulted();
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::ballot, "sam-steward", "It opens", now());
    });
    const auto late = post(noor, at(id, "/edit"),
                           {{"title", "Two people"}, {"body", "Hours of work"}, {"base_revision", "1"}});
    CHECK(late.status == 409);
    CHECK(has(late, "Hours of work"));
    CHECK(has(late, "The text of this proposal is fixed"));
    CHECK(get(noor, at(id, "/edit")).status == 409);
    const auto stranger =
        post(theo, at(id, "/edit"), {{"title", "Mine"}, {"body", "A stray text"}, {"base_revision", "1"}});
    CHECK(stranger.status == 409);
    CHECK(has(stranger, "A stray text"));
}

TEST_CASE_METHOD(ProposalRoom, "history, a revision, a comparison and bringing an old text back") {
    const auto id = propose(noor);
    REQUIRE(save(noor, id, 1, "A Center.\n\n## Clauses\n\n### The rule is printed {#c1}\n"));
    CHECK(has(get(theo, at(id, "/history")), "2 revisions"));
    CHECK(has(get(theo, at(id, "/revisions/1")), "never leaves voted ballots"));
    CHECK_FALSE(has(get(theo, at(id, "/revisions/1")), "{#c1}"));
    CHECK(has(get(theo, at(id, "/compare?from=1&to=2")), "printed"));
    CHECK(post(theo, at(id, "/restore"), {{"revision", "1"}}).status == 403);
    CHECK(post(noor, at(id, "/restore"), {{"revision", "9"}}).status == 404);
    CHECK(post(noor, at(id, "/restore"), {{"revision", "1"}}).status == 303);
    CHECK(found(id).revision == 3);
    CHECK(ids_of(id) == std::vector<std::string>{"c1", "c2"});
    CHECK(get(sam, at(id, "/revisions/1/redact")).status == 200);
}

TEST_CASE_METHOD(ProposalRoom, "endorsing and watching are one button each, and can be taken back") {
    const auto id = propose(noor);
    CHECK(post(theo, at(id, "/endorse"), {}).status == 303);
    CHECK(has(get(theo, at(id)), "1 Center endorses this idea. With 2 more it can become a draft."));
    CHECK(has(get(noor, at(id)), "Your Center endorses it")); // of the same Center
    CHECK(has(get(noor, at(id)), "Alder County"));
    CHECK(post(theo, at(id, "/unendorse"), {}).status == 303);
    CHECK(found(id).endorsements == 0);
    CHECK(post(coach, at(id, "/endorse"), {}).status == 403);
    CHECK(post(theo, at(id, "/unwatch"), {}).status == 303);
    CHECK(has(get(theo, at(id)), ">Watch"));
    CHECK(post(theo, at(id, "/watch"), {}).status == 303);
    CHECK(has(get(theo, at(id)), "Watching"));
}

TEST_CASE_METHOD(ProposalRoom, "the authors' form names who is not known and keeps what was typed") {
    const auto id = propose(noor);
    CHECK(get(theo, at(id, "/authors")).status == 403);
    CHECK(has(get(noor, at(id, "/authors")), "@noor-haddad"));
    const auto refused = post(noor, at(id, "/authors"), {{"authors", "@noor-haddad, @nobody"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "Nobody here is called “nobody”"));
    CHECK(has(refused, "@noor-haddad, @nobody"));
    CHECK(post(noor, at(id, "/authors"), {{"authors", "@noor-haddad, @theo-brandt"}}).status == 303);
    CHECK(standards::authors_of(db(), id).size() == 2);
}

TEST_CASE_METHOD(ProposalRoom, "a steward moves a proposal on with a day and a reason") {
    const auto id = propose(noor);
    CHECK(get(theo, at(id, "/stage")).status == 403);
    CHECK(has(get(noor, at(id, "/stage")), "Withdraw it"));
    CHECK(post(theo, at(id, "/stage"), {{"to", "draft"}, {"reason", "Mine"}}).status == 403);
    const auto early = post(sam, at(id, "/stage"), {{"to", "draft"}, {"reason", "Let us begin"}});
    CHECK(early.status == 409);
    CHECK(has(early, "Let us begin"));
    CHECK(has(early, "0 did so far"));
    make_draft(id);
    CHECK(post(sam, at(id, "/stage"), {}).status == 422);
    const auto bad_day = post(sam, at(id, "/stage"),
                              {{"to", "consultation"}, {"reason", "Ready"}, {"consultation_closes", "soon"}});
    CHECK(bad_day.status == 422);
    CHECK(has(bad_day, "consultation_closes-error"));
    CHECK(post(sam, at(id, "/stage"),
               {{"to", "consultation"}, {"reason", "Ready"}, {"consultation_closes", "2027-03-09"}})
              .status == 303);
    // 5 PM in New York.
    CHECK(found(id).consultation_closes == base::parse_iso_time("2027-03-09T22:00:00Z"));
    const auto page = get(theo, at(id));
    CHECK(has(page, "Comments are taken until"));
    CHECK(has(page, "moved it from draft to consultation"));
    CHECK(has(page, "Ready"));
    CHECK(has(page, "Comment on this clause"));
    CHECK(has(get(theo, "/standards/proposals"), "Waiting for you"));
    CHECK(has(get(theo, "/standards/proposals?stage=consultation"), "Two people"));
    CHECK_FALSE(has(get(theo, "/standards/proposals?stage=idea"), "Two people"));
}

TEST_CASE_METHOD(ProposalRoom,
                 "a comment on a clause begins with its wording, and one without a change proposes none") {
    const auto id = consulted();
    const auto form = get(theo, at(id, "/comments?clause=c1"));
    CHECK(has(form, "On <strong>Clause 1: The rule is in writing</strong>"));
    CHECK(has(form, "### The rule is in writing\n\nIt names who, where and when.</textarea>"));
    const auto sent =
        post(theo, at(id, "/comments"),
             {{"clause", "c1"},
              {"revision", "1"},
              {"body", "Say where it **hangs**."},
              {"amendment", "### The rule is in writing and posted\n\nIt names who, where and when."}});
    CHECK(sent.status == 303);
    CHECK(sent.headers.get("Location") == at(id, "/comments#comment_1"));
    const auto page = get(noor, at(id, "/comments"));
    CHECK(has(page, "id=\"comment_1\""));
    CHECK(has(page, "<strong>hangs</strong>"));
    CHECK(has(page, "<ins> and posted</ins>"));
    CHECK(has(page, "Answer …"));
    CHECK_FALSE(has(get(coach, at(id, "/comments")), "Answer …"));
    CHECK(has(get(noor, at(id)), "1 comment</a>"));
    CHECK(has(get(theo, at(id, "/comments")), "Take it back"));
    CHECK_FALSE(has(page, "Take it back"));
}

TEST_CASE_METHOD(ProposalRoom, "a comment after the close is refused, and its words stay in the form") {
    const auto id = consulted();
    pass(24h * 7);
    CHECK_FALSE(has(get(theo, at(id, "/comments")), "Send the comment"));
    const auto late = post(
        theo, at(id, "/comments"),
        {{"clause", "c2"}, {"revision", "1"}, {"body", "One second late"}, {"amendment", "### Other words"}});
    CHECK(late.status == 409);
    CHECK(has(late, "The consultation closed on"));
    CHECK(has(late, "One second late"));
    CHECK(has(late, "### Other words"));
    const auto empty = post(theo, at(id, "/comments"), {{"revision", "1"}, {"body", ""}});
    CHECK(empty.status == 409);
    CHECK(standards::comments_of(db(), id).empty());
}

TEST_CASE_METHOD(ProposalRoom, "a comment is previewed, kept as a draft, and taken back as a tombstone") {
    const auto id = consulted();
    const auto preview =
        post(theo, at(id, "/comments"), {{"revision", "1"}, {"body", "*soft*"}, {"act", "preview"}});
    CHECK(preview.status == 200);
    CHECK(has(preview, "<em>soft</em>"));
    CHECK(has(preview, "*soft*</textarea>"));
    post(theo, "/drafts", {{"key", at(id, "/comments#comment")}, {"body", "Half a thought"}});
    CHECK(has(get(theo, at(id, "/comments")), "Half a thought"));
    post(theo, at(id, "/comments"),
         {{"key", at(id, "/comments#comment")}, {"revision", "1"}, {"body", "A whole thought"}});
    CHECK_FALSE(has(get(theo, at(id, "/comments")), "Half a thought"));
    CHECK(post(noor, "/standards/comments/1/withdraw", {}).status == 403);
    CHECK(post(theo, "/standards/comments/1/withdraw", {}).status == 303);
    CHECK(has(get(noor, at(id, "/comments")), "Theo Brandt took this comment back"));
    CHECK_FALSE(has(get(noor, at(id, "/comments")), "A whole thought"));
    CHECK(post(theo, "/standards/comments/9/withdraw", {}).status == 404);
}

TEST_CASE_METHOD(ProposalRoom,
                 "an answer is given with a reason, puts the wording into the text, and shows on its page") {
    const auto id = consulted();
    const auto first = comment(theo, id, {"c1", 1, "Where?", "### The rule hangs at the door"}).value();
    const auto second = comment(coach, id, {"", 1, "Why at all?"}).value();
    CHECK(get(theo, answer_of(first)).status == 403);
    CHECK(has(get(noor, answer_of(first)), "Put the proposed wording into the text"));
    CHECK_FALSE(has(get(noor, answer_of(second)), "Put the proposed wording"));
    const auto refused =
        post(noor, answer_of(first), {{"disposition", "declined"}, {"reason", "No <b>"}, {"apply", "yes"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "No &lt;b&gt;"));
    CHECK(has(refused, "apply-error"));
    CHECK(post(noor, answer_of(first), {{"reason", "x"}}).status == 422);
    CHECK(post(theo, answer_of(first), {{"disposition", "accepted"}, {"reason", "x"}}).status == 403);
    CHECK(post(noor, answer_of(first),
               {{"disposition", "accepted"}, {"reason", "Clearer so"}, {"apply", "yes"}})
              .status == 303);
    CHECK(found(id).revision == 2);
    CHECK(has(get(theo, at(id)), "The rule hangs at the door"));

    const auto half = get(theo, at(id, "/responses"));
    CHECK(has(half, "2 comments: 1 accepted, 1 without an answer yet."));
    CHECK(post(sam, answer_of(second),
               {{"disposition", "out_of_scope"}, {"reason", "It is about money\n\nnot this"}})
              .status == 303);
    const auto page = get(theo, at(id, "/responses"));
    CHECK(has(page, "1 out of scope"));
    CHECK(has(page, "Clearer so"));
    CHECK(has(page, "Clause 1: The rule hangs at the door"));
    CHECK(has(page, "The whole proposal"));
    CHECK_FALSE(has(page, "Change the answer"));
    pass(24h * 8);
    CHECK(has(get(sam, at(id)), "Open a ballot"));
    CHECK_FALSE(has(get(noor, at(id)), "Open a ballot"));
}

TEST_CASE_METHOD(ProposalRoom, "an answer at the wrong stage keeps its reason in the form") {
    const auto id = consulted();
    const auto made = comment(theo, id, {"", 1, "Why?"}).value();
    write([&](store::Writer& w) {
        standards::set_stage(w, id, Stage::ballot, "sam-steward", "It opens", now());
    });
    const auto late = post(noor, answer_of(made), {{"disposition", "declined"}, {"reason", "A long reason"}});
    CHECK(late.status == 409);
    CHECK(has(late, "A long reason"));
    CHECK(get(noor, answer_of(made)).status == 409);
}

TEST_CASE_METHOD(ProposalRoom, "what members write cannot break out of the pages") {
    const std::string bad = "<script>alert(1)</script>";
    const auto made = post(
        noor, "/standards/proposals",
        {{"title", bad},
         {"body", "A Center " + bad + "\n\n## Clauses\n\n### " + bad + " [x](javascript:alert(1))\n\n" + bad},
         {"summary", bad}});
    REQUIRE(made.status == 303);
    const standards::ProposalId id{1};
    make_draft(id);
    REQUIRE(change(sam, id, {Stage::consultation, bad, now() + 24h}));
    const auto said = comment(theo, id, {"c1", 1, bad, "### " + bad}).value();
    REQUIRE(dispose(noor, said, Disposition::declined, bad));
    for (const auto* path :
         {"", "/comments", "/comments?clause=c1", "/responses", "/edit", "/history", "/stage", "/authors"}) {
        const auto page = get(sam, at(id, path));
        INFO(path);
        CHECK(page.status == 200);
        CHECK_FALSE(has(page, "<script>alert"));
        CHECK_FALSE(has(page, "href=\"javascript"));
    }
}

TEST_CASE_METHOD(ProposalRoom, "looking at a proposal settles what the inbox says of it") {
    const auto id = propose(noor);
    REQUIRE(save(sam, id, 1, two_people + "\nMore.\n"));
    REQUIRE(notices::unread(db(), noor) == 1);
    set_waiting(1);
    get(noor, at(id));
    write([](store::Writer&) {}); // behind what was left for later
    CHECK(notices::unread(db(), noor) == 0);
}
