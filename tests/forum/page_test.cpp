// The forum as a browser without script uses it.
#include "forum/acts.hpp"
#include "forum/category_store.hpp"
#include "revisions/drafts.hpp"
#include "tests/forum/board.hpp"

using desk::address;
using desk::Board;
using desk::has;
using forum::ThreadKind;

namespace {

std::string location(const server::Response& response) {
    return std::string(response.headers.get("Location"));
}

} // namespace

TEST_CASE_METHOD(Board, "a member asks, and reads the question at its address") {
    const auto form = get(noor, "/forum/new?kind=question");
    CHECK(form.status == 200);
    CHECK(has(form, "Canvass and audits"));
    const auto answer = post(noor, "/forum/threads",
                             {{"kind", "question"},
                              {"category", "poll-workers"},
                              {"title", "How many <standbys>?"},
                              {"body", "We have *three* sites."},
                              {"tags", "Staffing, stand-bys"},
                              {"needed_by", "2027-03-09"}});
    REQUIRE(answer.status == 303);
    const auto where = location(answer);
    CHECK(where.ends_with("/how-many-standbys"));
    const auto page = get(theo, where);
    CHECK(page.status == 200);
    CHECK(has(page, "<h1>How many &lt;standbys&gt;?</h1>"));
    CHECK(has(page, "<em>three</em>"));
    CHECK(has(page, "Alder County"));
    CHECK(has(page, "stand-bys"));
    CHECK(has(page, "March 9, 2027"));
    CHECK(has(page, "Post your answer"));
}

TEST_CASE_METHOD(Board, "a form that is wrong comes back as it was sent, with each fault at its field") {
    const auto answer = post(noor, "/forum/threads",
                             {{"kind", "question"},
                              {"category", ""},
                              {"title", ""},
                              {"body", "words I typed"},
                              {"tags", "one, two, three, four, five, six"},
                              {"needed_by", "2020-01-01"},
                              {"attribution", "unnamed"}});
    CHECK(answer.status == 422);
    CHECK(has(answer, "words I typed"));
    CHECK(has(answer, "one, two, three, four, five, six"));
    for (const auto* field : {"category-error", "title-error", "tags-error", "needed_by-error"})
        CHECK(has(answer, field));
    CHECK(db().get<int, "SELECT COUNT(*) FROM threads">() == 0);
}

TEST_CASE_METHOD(Board, "a preview shows the text and keeps the form, and saves nothing") {
    const auto answer =
        post(noor, "/forum/threads",
             {{"kind", "story"}, {"title", "Ink"}, {"body", "It *works*."}, {"act", "preview"}});
    CHECK(answer.status == 200);
    CHECK(has(answer, "<em>works</em>"));
    CHECK(has(answer, "It *works*."));
    CHECK(has(answer, "value=\"Ink\""));
    CHECK(db().get<int, "SELECT COUNT(*) FROM threads">() == 0);

    const auto started = start("Which ink?");
    const auto reply =
        post(theo, address(started.thread, "posts"), {{"body", "**Blue**"}, {"act", "preview"}});
    CHECK(reply.status == 200);
    CHECK(has(reply, "<strong>Blue</strong>"));
    CHECK(thread(started.thread).replies == 0);
}

TEST_CASE_METHOD(Board, "members make no announcements; staff does") {
    CHECK(get(noor, "/forum/new?kind=announcement").status == 403);
    CHECK_FALSE(has(get(noor, "/forum/new"), "kind=announcement"));
    const std::vector<std::pair<std::string, std::string>> fields{
        {"kind", "announcement"}, {"category", "poll-workers"}, {"title", "News"}, {"body", "News."}};
    const auto refused = post(noor, "/forum/threads", fields);
    CHECK(refused.status == 403);
    CHECK(post(coach, "/forum/threads", fields).status == 303);
}

TEST_CASE_METHOD(Board, "a thread is found under its number, and under any other slug") {
    const auto started = start("Which ink?");
    const auto number = "/forum/threads/" + std::to_string(started.thread.value);
    const auto short_way = get(theo, number);
    CHECK(short_way.status == 308);
    CHECK(location(short_way) == number + "/which-ink");
    CHECK(get(theo, number + "/an-older-title").status == 308);
    CHECK(location(get(theo, number + "/an-older-title?page=2")) == number + "/which-ink?page=2");
    CHECK(get(theo, number + "/which-ink").status == 200);
    CHECK(get(theo, number + "/which-ink?page=2").status == 404);
    CHECK(get(theo, "/forum/threads/999").status == 404);
}

TEST_CASE_METHOD(Board, "an answer is posted, and its reader is taken to it, whatever its page") {
    const auto started = start("Which ink?");
    for (int i = 0; i < 20; ++i)
        reply(started.thread, linh, "answer");
    const auto answer = post(theo, address(started.thread, "posts"), {{"body", "Blue ink."}});
    REQUIRE(answer.status == 303);
    const auto id = thread(started.thread).last_post;
    CHECK(location(answer) == address(started.thread, "which-ink?page=2#post-") + std::to_string(id.value));
    const auto found = get(noor, "/forum/posts/" + std::to_string(id.value));
    CHECK(location(found) == location(answer));
    const auto page = get(noor, address(started.thread, "which-ink?page=2"));
    CHECK(has(page, "Blue ink."));
    CHECK(has(page, "id=\"post-" + std::to_string(id.value) + "\""));
    CHECK_FALSE(has(get(noor, address(started.thread, "which-ink")), "Blue ink."));
}

TEST_CASE_METHOD(Board, "an empty reply brings the thread back with the fault at the field") {
    const auto started = start("Which ink?");
    const auto answer = post(theo, address(started.thread, "posts"), {{"body", "  \n "}});
    CHECK(answer.status == 422);
    CHECK(has(answer, "body-error"));
    CHECK(has(answer, "Which ink?"));
    CHECK(thread(started.thread).replies == 0);
}

TEST_CASE_METHOD(Board, "a comment is written in the form of its answer, and is kept short") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    const auto under = std::to_string(answer.value);
    const auto page = get(noor, address(started.thread, "which-ink?under=" + under));
    CHECK(has(page, "name=\"reply_to\" value=\"" + under + "\""));
    CHECK(has(page, "Your comment on the answer by Theo Brandt"));
    CHECK(
        post(noor, address(started.thread, "posts"), {{"body", "Which blue?"}, {"reply_to", under}}).status ==
        303);
    const auto long_one = post(noor, address(started.thread, "posts"),
                               {{"body", std::string(2'001, 'a')}, {"reply_to", under}});
    CHECK(long_one.status == 422);
    CHECK(has(long_one, "body-error"));
    CHECK(has(long_one, std::string(2'001, 'a')));
    CHECK(has(get(theo, address(started.thread, "which-ink")), "class=\"comment\""));
}

TEST_CASE_METHOD(Board, "a quotation stands in the form, ready to be answered") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.\n\nOr black.");
    const auto page = get(noor, address(started.thread, "which-ink?quote=" + std::to_string(answer.value)));
    CHECK(has(page, "&gt; **Theo Brandt:**\n&gt; Blue.\n&gt;\n&gt; Or black.\n"));
}

TEST_CASE_METHOD(Board, "a locked thread shows no form, and takes nothing that is sent all the same") {
    const auto started = start("Which ink?");
    CHECK(post(noor, address(started.thread, "lock"), {}).status == 403);
    CHECK(post(steward, address(started.thread, "lock"), {}).status == 303);
    const auto page = get(theo, address(started.thread, "which-ink"));
    CHECK(has(page, "This thread is locked"));
    CHECK_FALSE(has(page, "name=\"body\""));
    const auto refused = post(theo, address(started.thread, "posts"), {{"body", "words that came too late"}});
    CHECK(refused.status == 403);
    CHECK(has(refused, "words that came too late")); // nothing typed is lost
}

TEST_CASE_METHOD(Board, "what may be done is offered, and nothing else") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    const auto as = [&](base::MemberId who) { return get(who, address(started.thread, "which-ink")); };
    CHECK(has(as(noor), address(answer, "accept")));
    CHECK_FALSE(has(as(linh), address(answer, "accept")));
    CHECK(has(as(linh), address(answer, "vote")));
    CHECK_FALSE(has(as(theo), address(answer, "vote")));
    CHECK(has(as(theo), address(answer, "edit")));
    CHECK_FALSE(has(as(linh), address(answer, "edit")));
    CHECK(has(as(steward), address(started.thread, "move")));
    CHECK_FALSE(has(as(coach), address(started.thread, "move")));
}

TEST_CASE_METHOD(Board, "helpful and accepted are marked by one button each") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    CHECK(post(linh, address(answer, "vote"), {}).status == 303);
    CHECK(post(theo, address(answer, "vote"), {}).status == 403);
    CHECK(post(noor, address(answer, "accept"), {{"states", "OH"}, {"states", "PA"}}).status == 303);
    const auto page = get(linh, address(started.thread, "which-ink"));
    CHECK(has(page, "Accepted answer for Ohio and Pennsylvania, chosen by Noor Haddad"));
    CHECK(has(page, "aria-pressed=\"true\""));
    const auto form = get(noor, address(answer, "accept"));
    CHECK(has(form, "value=\"OH\" checked"));
    CHECK_FALSE(has(form, "value=\"TX\" checked"));
    CHECK(get(linh, address(answer, "accept")).status == 403);
    const auto wrong = post(noor, address(answer, "accept"), {{"states", "Ohio"}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "states-error"));
    CHECK(post(linh, address(answer, "unvote"), {}).status == 303);
    CHECK(post(noor, address(answer, "unaccept"), {}).status == 303);
    CHECK_FALSE(has(get(linh, address(started.thread, "which-ink")), "Accepted answer"));
}

TEST_CASE_METHOD(Board, "an edit keeps what was there in the history") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    CHECK(get(linh, address(answer, "edit")).status == 403);
    const auto form = get(theo, address(answer, "edit"));
    CHECK(has(form, "name=\"base_revision\" value=\"1\""));
    CHECK(has(form, "Blue."));
    pass(std::chrono::hours(1));
    CHECK(post(theo, address(answer, "edit"),
               {{"body", "Black."}, {"base_revision", "1"}, {"summary", "colour"}})
              .status == 303);
    const auto page = get(linh, address(started.thread, "which-ink"));
    CHECK(has(page, "Black."));
    CHECK(has(page, address(answer, "history")));
    const auto history = get(linh, address(answer, "history"));
    CHECK(history.status == 200);
    CHECK(has(history, "colour"));
    CHECK(has(get(linh, address(answer, "revisions/1")), "Blue."));
    CHECK(get(linh, address(answer, "compare?from=1&to=2")).status == 200);
    CHECK(post(theo, address(answer, "restore"), {{"revision", "1"}}).status == 303);
    CHECK(has(get(linh, address(started.thread, "which-ink")), "Blue."));
}

TEST_CASE_METHOD(Board, "two edits of different lines are both kept; of the same line, both are shown") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "one\n\ntwo\n\nthree\n");
    const auto save = [&](base::MemberId who, const std::string& body) {
        return post(who, address(answer, "edit"), {{"body", body}, {"base_revision", "1"}});
    };
    CHECK(save(theo, "ONE\n\ntwo\n\nthree\n").status == 303);
    const auto merged = save(coach, "one\n\ntwo\n\nTHREE\n");
    CHECK(merged.status == 303);
    const auto page = get(linh, address(started.thread, "which-ink"));
    CHECK(has(page, "ONE"));
    CHECK(has(page, "THREE"));

    const auto conflict = save(coach, "uno\n\ntwo\n\nthree\n");
    CHECK(conflict.status == 409);
    CHECK(has(conflict, "uno"));
    CHECK(has(conflict, "ONE"));
    CHECK(has(conflict, "name=\"base_revision\" value=\"3\""));
    const auto marked = post(coach, address(answer, "edit"),
                             {{"body", "<<<<<<< your version\nuno\n=======\nONE\n>>>>>>> the saved version"},
                              {"base_revision", "3"}});
    CHECK(marked.status == 422);
}

TEST_CASE_METHOD(Board, "the opening post is edited together with title, tags and day") {
    const auto started = start("Which ink?");
    const auto form = get(noor, address(started.post, "edit"));
    CHECK(has(form, "value=\"Which ink?\""));
    CHECK(has(form, "value=\"staffing\""));
    CHECK(post(noor, address(started.post, "edit"),
               {{"title", "Which ink for seals?"},
                {"body", "New."},
                {"base_revision", "1"},
                {"tags", "seals"},
                {"needed_by", "2027-03-09"}})
              .status == 303);
    const auto found = thread(started.thread);
    CHECK(found.title == "Which ink for seals?");
    CHECK(found.tags == "seals");
    CHECK(found.needed_by.has_value());
    check_counts();
}

TEST_CASE_METHOD(Board, "a withdrawn post is a tombstone; its words are for its author and the staff") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "secret words");
    CHECK(get(linh, address(answer, "withdraw")).status == 403);
    CHECK(get(theo, address(answer, "withdraw")).status == 200);
    CHECK(post(steward, address(answer, "withdraw"), {{"reason", ""}}).status == 422);
    CHECK(post(steward, address(answer, "withdraw"), {{"reason", "names a voter"}}).status == 303);
    const auto page = get(linh, address(started.thread, "which-ink"));
    CHECK(has(page, "names a voter"));
    CHECK(has(page, "Sam Steward"));
    CHECK_FALSE(has(page, "secret words"));
    CHECK(get(linh, address(answer, "history")).status == 410);
    CHECK(has(get(theo, address(answer, "revisions/1")), "secret words"));
    CHECK(get(theo, address(answer, "edit")).status == 410);
}

TEST_CASE_METHOD(Board, "a withdrawn thread is gone for members, with the reason") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    CHECK(post(noor, "/forum/threads/" + std::to_string(started.thread.value) + "/withdraw", {}).status ==
          403);
    CHECK(get(steward, address(started.thread, "withdraw/reason")).status == 200);
    CHECK(post(steward, address(started.thread, "withdraw"), {{"reason", "a double"}}).status == 303);
    const auto page = get(linh, address(started.thread, "which-ink"));
    CHECK(page.status == 410);
    CHECK(has(page, "a double"));
    CHECK(get(linh, "/forum/posts/" + std::to_string(answer.value)).status == 410);
    CHECK(get(linh, address(answer, "history")).status == 410);
    CHECK(get(steward, address(started.thread, "which-ink")).status == 200);
    CHECK_FALSE(has(get(linh, "/forum"), "Which ink?"));
}

TEST_CASE_METHOD(Board, "an asker without a name is unnamed in page, list, history, inbox and API") {
    const auto answer = post(noor, "/forum/threads",
                             {{"kind", "question"},
                              {"category", "poll-workers"},
                              {"title", "Threatened"},
                              {"body", "What do I do?"},
                              {"attribution", "unnamed"}});
    REQUIRE(answer.status == 303);
    const base::ThreadId id = db().get<base::ThreadId, "SELECT MAX(id) FROM threads">();
    const auto opening = forum::opening_post(db(), id)->id;
    const auto first = reply(id, theo, "Call the sheriff.");
    reply(id, noor, "Thank you.", first);
    write([&](store::Writer& w) { return forum::set_acceptance(w, first, noor, {}, now()); });
    settle();
    const auto name = std::string_view("Noor Haddad");
    for (const auto& seen :
         {get(theo, address(id, "threatened")), get(theo, "/forum"), get(theo, "/inbox"),
          get(theo, address(opening, "history")), call(theo, server::Method::get, desk::api(id)),
          call(theo, server::Method::get, "/api/v1/inbox"),
          call(theo, server::Method::get, "/api/v1/threads"),
          get(theo, address(id, "threatened?quote=" + std::to_string(opening.value)))}) {
        CHECK_FALSE(has(seen, name));
        CHECK_FALSE(has(seen, "noor-haddad"));
    }
    CHECK(has(get(theo, address(id, "threatened")), "A member of a small office in Ohio"));
    CHECK(get(theo, address(opening, "history")).status == 403);
    CHECK(has(get(coach, address(id, "threatened")), name));
    // What is quoted will be read by all, whoever quotes it.
    for (const auto quoting : {coach, noor}) {
        const auto page = get(quoting, address(id, "threatened?quote=" + std::to_string(opening.value)));
        CHECK(has(page, "&gt; **A member of a small office in Ohio:**"));
        CHECK(has(page, "data-author=\"A member of a small office in Ohio\""));
        CHECK_FALSE(has(page, "data-author=\"Noor Haddad\""));
    }
    // A comment on it is written in its own thread only, where it is known to be unnamed.
    const auto other = start("Which ink?", forum::ThreadKind::question, linh);
    const auto asked =
        post(theo, address(other.thread, "posts"),
             {{"body", "Who?"}, {"reply_to", std::to_string(opening.value)}, {"act", "preview"}});
    CHECK_FALSE(has(asked, name));
    CHECK(has(get(noor, address(id, "threatened")), "Others see"));
}

TEST_CASE_METHOD(Board, "categories, tags and filters have their pages") {
    start("Which ink?");
    const auto category = get(theo, "/forum/categories/poll-workers");
    CHECK(has(category, "<h1>Poll workers</h1>"));
    CHECK(has(category, "Which ink?"));
    CHECK(get(theo, "/forum/categories/nowhere").status == 404);
    CHECK(has(get(theo, "/forum/tags"), "staffing"));
    CHECK(has(get(theo, "/forum/tags/staffing"), "Which ink?"));
    CHECK(get(theo, "/forum/tags/no-such-tag").status == 404);
    CHECK_FALSE(has(get(theo, "/forum?kind=story"), "Which ink?"));
    CHECK(has(get(theo, "/forum?kind=question&state=unanswered&sort=new"), "Which ink?"));
    CHECK(get(theo, "/forum?sort=loudest").status == 422);
}

TEST_CASE_METHOD(Board, "whoever is about to ask sees what was asked before, once there is a title") {
    const auto before = start("Which ink for seals?");
    const auto link = desk::address(before.thread, "which-ink-for-seals");
    CHECK_FALSE(has(get(theo, "/forum/new"), link));
    CHECK(has(get(theo, "/forum/new"), "data-similar=\"/similar\""));
    const auto preview =
        post(theo, "/forum/threads",
             {{"kind", "question"}, {"title", "What ink on seals?"}, {"body", "x"}, {"act", "preview"}});
    CHECK(has(preview, link));
    const auto refused =
        post(theo, "/forum/threads", {{"kind", "question"}, {"title", "What ink on seals?"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, link));
    CHECK_FALSE(has(post(theo, "/forum/threads", {{"kind", "question"}, {"title", "Parking"}}), link));
}

TEST_CASE_METHOD(Board, "the address of a refused form leads to its form") {
    const auto refused = post(theo, "/forum/threads", {{"kind", "discussion"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "action=\"/forum/threads?kind=discussion\""));
    CHECK(get(theo, "/forum/threads?kind=discussion").headers.get("Location") ==
          "/forum/new?kind=discussion");
    CHECK(get(theo, "/forum/threads").headers.get("Location") == "/forum/new?kind=question");
}

TEST_CASE_METHOD(Board, "a draft of an edit remembers what it was begun on, and undoes nobody's change") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "one\n\ntwo\n\nthree");
    const auto place = address(answer, "edit?base=1");
    CHECK(has(get(theo, address(answer, "edit")), place));
    post(theo, "/drafts", {{"key", place}, {"body", "ONE\n\ntwo\n\nthree"}});
    post(coach, address(answer, "edit"), {{"body", "one\n\ntwo\n\nTHREE"}, {"base_revision", "1"}});

    for (const auto& where : {address(answer, "edit"), place}) {
        const auto form = get(theo, where);
        CHECK(has(form, "ONE"));
        CHECK(has(form, "name=\"base_revision\" value=\"1\""));
        CHECK(has(form, "Somebody saved this post after you began"));
    }
    post(theo, address(answer, "edit"), {{"body", "ONE\n\ntwo\n\nthree"}, {"base_revision", "1"}});
    const auto page = get(theo, address(answer, "edit"));
    CHECK(has(page, "ONE\n\ntwo\n\nTHREE"));
    CHECK(has(page, "name=\"base_revision\" value=\"3\""));
    CHECK(revisions::drafts_of(db(), theo).empty());
}

TEST_CASE_METHOD(Board, "every fault of an edited question is shown at once") {
    const auto started = start("Which ink?");
    const auto form = post(noor, address(started.post, "edit"),
                           {{"title", ""},
                            {"body", "Blue"},
                            {"base_revision", "1"},
                            {"tags", "a,b,c,d,e,f"},
                            {"needed_by", "soon"}});
    CHECK(form.status == 422);
    CHECK(has(form, "The title is missing"));
    CHECK(has(form, "at most 5 tags"));
    CHECK(has(form, "Write the day as"));
}

TEST_CASE_METHOD(Board, "a steward empties the newest words of a withdrawn post for good") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "The voter lives at 12 Elm Street");
    const auto redact = address(answer, "revisions/1/redact");
    CHECK(get(steward, redact).status == 409);
    post(theo, address(answer, "withdraw"), {{"reason", ""}});
    CHECK(has(get(theo, address(answer, "revisions/1")), "12 Elm Street"));
    CHECK_FALSE(has(get(theo, address(answer, "revisions/1")), redact));
    CHECK(get(theo, redact).status == 403);
    CHECK(has(get(steward, address(answer, "revisions/1")), redact));
    CHECK(get(steward, redact).status == 200);
    CHECK(post(steward, redact, {{"reason", "An address"}}).status == 303);
    CHECK_FALSE(has(get(theo, address(answer, "revisions/1")), "Elm"));
    CHECK(revisions::rendered(db(), post_of(answer).text).html.empty());
    CHECK(get(steward, redact).status == 404);

    post(noor, address(started.post, "withdraw"), {{"reason", ""}});
    CHECK(post(steward, address(started.post, "revisions/1/redact"), {{"reason", "A name"}}).status == 303);
    // The title was among the words; it is gone from the address, too, and from the audit log.
    for (int again = 0; again < 2; ++again) {
        CHECK(thread(started.thread).title == "Words removed");
        CHECK_FALSE(has(get(theo, "/forum"), "Which ink"));
        check_counts();
        write([](store::Writer& w) { return forum::rebuild(w); });
    }
    CHECK(db().get<int, "SELECT count(*) FROM audit_log WHERE subject LIKE '%ink%'">() == 0);
}

TEST_CASE_METHOD(Board, "what somebody else tagged meanwhile stays, unless the tags were changed") {
    const auto started = start("Which ink?");
    const auto edit = address(started.post, "edit");
    const auto sent = [&](const std::string& tags, const std::string& base) {
        return post(noor, edit,
                    {{"title", "Which ink?"},
                     {"body", "Which one, " + tags + "?"},
                     {"base_revision", base},
                     {"tags", tags},
                     {"tags_before", "staffing"},
                     {"needed_by", ""},
                     {"needed_by_before", ""}});
    };
    CHECK(has(get(noor, edit), "name=\"tags_before\" value=\"staffing\""));
    write([&](store::Writer& w) {
        return forum::retag_thread(w, started.thread, {"staffing", "ink"}, steward, now());
    });
    CHECK(sent("staffing", "1").status == 303);
    CHECK(forum::tags_of(db(), started.thread) == std::vector<std::string>{"staffing", "ink"});
    // A conflict of the texts carries them to the finished form.
    const auto conflict = sent("pens", "1");
    CHECK(conflict.status == 409);
    CHECK(has(conflict, "name=\"tags\" value=\"pens\""));
    CHECK(has(conflict, "name=\"tags_before\" value=\"staffing\""));
    CHECK(sent("pens", "2").status == 303);
    CHECK(forum::tags_of(db(), started.thread) == std::vector<std::string>{"pens"});
}

TEST_CASE_METHOD(Board, "a question whose accepted answer was withdrawn is found as unanswered") {
    const auto started = start("Which ink?");
    const auto answer = reply(started.thread, theo, "Blue.");
    write([&](store::Writer& w) { return forum::set_acceptance(w, answer, noor, {}, now()); });
    const auto is_answered = [&] {
        return db()
            .get<bool, "SELECT t.marks LIKE '%settled_yes%' FROM search_texts t JOIN search_documents d "
                       "ON d.id = t.id WHERE d.family = 'post' AND d.ref = ?">(started.post);
    };
    CHECK(is_answered());
    post(theo, address(answer, "withdraw"), {{"reason", ""}});
    CHECK_FALSE(is_answered());
}

TEST_CASE_METHOD(Board, "a title that was removed or withdrawn stands in nobody's inbox") {
    const auto titles = [&](base::MemberId member) {
        settle();
        return db().all<std::string, "SELECT title FROM inbox WHERE member_id = ? ORDER BY id">(member);
    };
    using Titles = std::vector<std::string>;
    post(theo, "/forum/categories/poll-workers/watch", {});
    const auto started = start("Jane Doe of Elm Street");
    reply(started.thread, coach, "Say no names.");
    CHECK(titles(theo) == Titles{"Jane Doe of Elm Street"});
    post(steward, address(started.post, "edit"),
         {{"title", "A voter"}, {"body", "One."}, {"base_revision", "1"}});
    CHECK(post(steward, address(started.post, "revisions/1/redact"), {{"reason", "A name"}}).status == 303);
    CHECK(titles(theo) == Titles{"A voter"});
    CHECK(inbox(theo).size() == 1); // still unread
    CHECK(titles(noor) == Titles{"A voter"});
    post(steward, address(started.thread, "withdraw"), {{"reason", "A name"}});
    CHECK(titles(theo) == Titles{"A withdrawn thread"});
    CHECK(inbox(theo).empty());
    CHECK(db().get<int, "SELECT count(*) FROM audit_log WHERE subject || detail LIKE '%voter%'">() == 0);
}

TEST_CASE_METHOD(Board, "a comment is short when it is edited, too, and nobody watches what was withdrawn") {
    const auto started = start("Which ink?");
    const auto comment = reply(started.thread, theo, "In which state?", started.post);
    const auto edit = address(comment, "edit");
    CHECK(post(theo, edit, {{"body", std::string(2001, 'x')}, {"base_revision", "1"}}).status == 422);
    CHECK(post(theo, edit, {{"body", std::string(2000, 'x')}, {"base_revision", "1"}}).status == 303);
    post(steward, address(started.thread, "withdraw"), {{"reason", "Twice"}});
    CHECK(post(linh, address(started.thread, "watch"), {}).status == 410);
}

TEST_CASE_METHOD(Board, "a question on which somebody else has commented is not its asker's to withdraw") {
    const auto started = start("Which ink?");
    const auto page = address(started.thread, "which-ink");
    CHECK(has(get(noor, page), "Withdraw the thread"));
    const auto comment = reply(started.thread, coach, "In which state?", started.post);
    CHECK_FALSE(has(get(noor, page), "Withdraw the thread"));
    CHECK(post(noor, address(started.thread, "withdraw"), {{"reason", ""}}).status == 403);
    post(coach, address(comment, "withdraw"), {{"reason", ""}});
    CHECK(post(noor, address(started.thread, "withdraw"), {{"reason", ""}}).status == 303);
}

TEST_CASE_METHOD(Board, "what was drafted stands in the form, and is forgotten when it is sent") {
    const auto started = start("Which ink?");
    const std::string place = "/forum/threads/" + std::to_string(started.thread.value) + "#reply";
    post(theo, "/drafts", {{"key", place}, {"body", "half an answer"}});
    CHECK(has(get(theo, address(started.thread, "which-ink")), "half an answer"));
    post(theo, address(started.thread, "posts"), {{"body", "a whole answer"}, {"key", place}});
    CHECK_FALSE(has(get(theo, address(started.thread, "which-ink")), "half an answer"));
}

TEST_CASE_METHOD(Board, "the draft of a comment stays a comment, apart from that of an answer") {
    const auto started = start("Which ink?");
    const auto page = address(started.thread, "which-ink");
    const auto under = "?under=" + std::to_string(started.post.value);
    const auto place = "/forum/threads/" + std::to_string(started.thread.value) + under + "#reply";
    post(theo, "/drafts", {{"key", place}, {"body", "which state?"}});
    CHECK_FALSE(has(get(theo, page), "which state?"));
    const auto form = get(theo, page + under);
    CHECK(has(form, "which state?"));
    CHECK(has(form, "data-draft=\"" + place + "\""));
    CHECK(has(form, "Your comment on the question"));
    // A post that is gone takes no comment, and the words are there all the same.
    post(noor, address(started.post, "withdraw"), {{"reason", ""}});
    CHECK(has(get(theo, page + under), "which state?"));
}

TEST_CASE_METHOD(Board, "a drafted question keeps whether the name is shown, and all that was chosen") {
    post(theo, "/drafts",
         {{"key", "/forum/new?kind=question"},
          {"title", "Somebody follows me home"},
          {"body", "What do you do?"},
          {"category", "security"},
          {"tags", "safety, threats"},
          {"needed_by", "2026-10-01"},
          {"attribution", "unnamed"}});
    const auto form = get(theo, "/forum/new?kind=question");
    CHECK(has(form, "Somebody follows me home"));
    CHECK(has(form, "safety, threats"));
    CHECK(has(form, "2026-10-01"));
    CHECK(has(form, "value=\"unnamed\" checked"));
}
