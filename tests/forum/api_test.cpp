// The forum's API: shapes, statuses and errors.
#include "tests/forum/board.hpp"

using desk::api;
using desk::Board;
using desk::parsed;
using server::Method;

namespace {

using Names = std::vector<std::string>;

/// The fields that a problem names.
Names faults(const server::Response& answer) {
    Names fields;
    const auto problem = parsed(answer);
    for (const auto& field : problem.at("fields").as_array())
        fields.emplace_back(field.at("field").as_string());
    return fields;
}

} // namespace

TEST_CASE_METHOD(Board, "who has no Center is told that the name cannot be left out") {
    const std::string thread = R"({"kind": "question", "category": "poll-workers", "title": "Which ink?",
                                   "body": "It fades.", "attribution": "unnamed"})";
    const auto refused = call(coach, Method::post, "/api/v1/threads", thread);
    CHECK(refused.status == 422);
    CHECK(faults(refused) == Names{"attribution"});
    CHECK(call(noor, Method::post, "/api/v1/threads", thread).status == 201);
}

TEST_CASE_METHOD(Board, "the API starts a thread and gives its place") {
    const auto answer = call(noor, Method::post, "/api/v1/threads",
                             R"({"kind": "question", "category": "poll-workers", "title": "Which ink?",
                                 "body": "It *fades*.", "tags": ["seals", "printing"], "needed_by": "2027-03-09"})");
    REQUIRE(answer.status == 201);
    const auto thread = parsed(answer);
    const auto id = thread.at("id").as_int64();
    CHECK(answer.headers.get("Location") == "/api/v1/threads/" + std::to_string(id));
    CHECK(thread.at("kind") == "question");
    CHECK(thread.at("category") == "poll-workers");
    CHECK(thread.at("tags") == boost::json::array{"seals", "printing"});
    CHECK(thread.at("needed_by") == "2027-03-09T12:00:00Z");
    CHECK(thread.at("author").at("handle") == "noor-haddad");
    CHECK(thread.at("author").at("center") == "Alder County");
    CHECK(thread.at("withdrawn").is_null());

    const auto read = parsed(call(theo, Method::get, "/api/v1/threads/" + std::to_string(id)));
    CHECK(read.at("unread") == true);
    CHECK(read.at("next").is_null());
    const auto& posts = read.at("posts").as_array();
    REQUIRE(posts.size() == 1);
    CHECK(posts[0].at("body") == "It *fades*.");
    CHECK(posts[0].at("html") == "<p>It <em>fades</em>.</p>\n");
    CHECK(posts[0].at("revision") == 1);
    CHECK(posts[0].at("comments").as_array().empty());
}

TEST_CASE_METHOD(Board, "what is wrong with a thread is named field by field") {
    const auto answer =
        call(noor, Method::post, "/api/v1/threads", R"({"kind": "poem", "needed_by": "soon", "body": " "})");
    CHECK(answer.status == 422);
    CHECK(answer.headers.get("Content-Type") == "application/problem+json");
    CHECK(faults(answer) == Names{"kind", "title", "category", "body", "needed_by"});
}

TEST_CASE_METHOD(Board, "the API replies, comments, and refuses what a page would refuse") {
    const auto question = start("Which ink?");
    const auto answer = call(theo, Method::post, api(question.thread, "/posts"), R"({"body": "Blue."})");
    REQUIRE(answer.status == 201);
    const auto id = parsed(answer).at("id").as_int64();
    CHECK(answer.headers.get("Location") == "/api/v1/posts/" + std::to_string(id));
    const auto comment = call(noor, Method::post, api(question.thread, "/posts"),
                              R"({"body": "Which blue?", "reply_to": )" + std::to_string(id) + "}");
    CHECK(comment.status == 201);
    CHECK(parsed(comment).at("reply_to") == id);
    CHECK(call(noor, Method::post, api(question.thread, "/posts"), R"({"body": "x", "reply_to": 999})")
              .status == 422);
    CHECK(call(noor, Method::post, "/api/v1/threads/999/posts", R"({"body": "x"})").status == 404);

    const auto thread = parsed(call(noor, Method::get, api(question.thread)));
    CHECK(thread.at("replies") == 1);
    CHECK(thread.at("posts").at(1).at("comments").at(0).at("body") == "Which blue?");
}

TEST_CASE_METHOD(Board, "the API edits a post, merges, and shows a conflict with both texts") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "one\n\ntwo\n\nthree\n");
    const auto edit = [&](base::MemberId who, std::string_view json) {
        return call(who, Method::patch, api(answer), json);
    };
    const auto saved = edit(theo, R"({"body": "ONE\n\ntwo\n\nthree\n", "base_revision": 1})");
    CHECK(saved.status == 200);
    CHECK(parsed(saved).at("merged") == false);
    CHECK(parsed(saved).at("revision") == 2);
    const auto merged = edit(coach, R"({"body": "one\n\ntwo\n\nTHREE\n", "base_revision": 1})");
    CHECK(merged.status == 200);
    CHECK(parsed(merged).at("merged") == true);
    const auto conflict = edit(coach, R"({"body": "uno\n\ntwo\n\nthree\n", "base_revision": 1})");
    CHECK(conflict.status == 409);
    CHECK(parsed(conflict).at("mine").at("body") == "uno\n\ntwo\n\nthree");
    CHECK(edit(linh, R"({"body": "mine now"})").status == 403);
    CHECK(edit(theo, R"({"body": "x", "base_revision": 77})").status == 422);
    CHECK(edit(theo, R"({"body": "x", "base_revision": null})").status == 422);
    const auto revisions = parsed(call(linh, Method::get, api(answer, "/revisions")));
    CHECK(revisions.at("items").as_array().size() == 3);
}

TEST_CASE_METHOD(Board, "the API withdraws and leaves a tombstone") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "secret words");
    CHECK(call(linh, Method::del, api(answer)).status == 403);
    CHECK(call(steward, Method::del, api(answer)).status == 422);
    const auto gone = call(steward, Method::del, api(answer, "?reason=names%20a%20voter"));
    CHECK(gone.status == 200);
    const auto post = parsed(call(theo, Method::get, api(answer)));
    CHECK(post.at("body") == "");
    CHECK(post.at("html") == "");
    CHECK(post.at("withdrawn").at("reason") == "names a voter");
    CHECK(call(linh, Method::get, api(answer, "/revisions")).status == 410);
    CHECK(call(theo, Method::patch, api(answer), R"({"body": "again"})").status == 410);
    // Once more changes nothing, for those who may.
    CHECK(call(theo, Method::del, api(answer)).status == 200);
    CHECK(call(linh, Method::del, api(answer)).status == 403);
}

TEST_CASE_METHOD(Board, "the API votes and accepts") {
    const auto question = start("Which ink?");
    const auto answer = reply(question.thread, theo, "Blue.");
    const auto voted = parsed(call(noor, Method::put, api(answer, "/vote")));
    CHECK(voted.at("votes") == 1);
    CHECK(voted.at("voted") == true);
    CHECK(parsed(call(noor, Method::del, api(answer, "/vote"))).at("votes") == 0);
    CHECK(call(theo, Method::put, api(answer, "/vote")).status == 403);
    const auto accepted =
        parsed(call(noor, Method::put, api(answer, "/acceptance"), R"({"states": ["PA", "oh"]})"));
    CHECK(accepted.at("acceptance").at("states") == boost::json::array{"OH", "PA"});
    CHECK(call(noor, Method::put, api(answer, "/acceptance"), R"({"states": ["Ohio"]})").status == 422);
    CHECK(call(linh, Method::put, api(answer, "/acceptance")).status == 403);
    CHECK(call(noor, Method::put, api(question.post, "/acceptance")).status == 422);
    CHECK(parsed(call(noor, Method::del, api(answer, "/acceptance"))).at("acceptance").is_null());
    CHECK(call(noor, Method::put, "/api/v1/posts/999/vote").status == 404);
}

TEST_CASE_METHOD(Board, "a PATCH of a thread does all that it asks for, or nothing") {
    const auto question = start("Which ink?");
    const auto changed =
        call(noor, Method::patch, api(question.thread),
             R"({"title": "Which ink for seals?", "tags": ["seals"], "needed_by": "2027-04-01"})");
    REQUIRE(changed.status == 200);
    CHECK(parsed(changed).at("title") == "Which ink for seals?");
    CHECK(parsed(changed).at("tags") == boost::json::array{"seals"});
    CHECK(parsed(call(noor, Method::patch, api(question.thread), R"({"needed_by": ""})"))
              .at("needed_by")
              .is_null());
    const auto refused =
        call(noor, Method::patch, api(question.thread), R"({"tags": ["audit"], "locked": true})");
    CHECK(refused.status == 403);
    CHECK(thread(question.thread).tags == "seals");
    const auto tended = call(steward, Method::patch, api(question.thread),
                             R"({"locked": true, "pinned": true, "category": "canvass-and-audits"})");
    CHECK(parsed(tended).at("locked") == true);
    CHECK(parsed(tended).at("pinned") == true);
    CHECK(parsed(tended).at("category") == "canvass-and-audits");
    CHECK(call(steward, Method::patch, api(question.thread), R"({"category": "nowhere"})").status == 422);
    check_counts();
}

TEST_CASE_METHOD(Board, "a PATCH of a thread names every fault at once, and nothing but the truth is true") {
    const auto question = start("Which ink?");
    const auto answer = call(steward, Method::patch, api(question.thread),
                             R"({"title": "", "base_revision": 7, "tags": ["a", "b", "c", "d", "e", "f"],
                                 "needed_by": "soon", "category": "nowhere", "locked": "maybe", "pinned": null,
                                 "watching": 2})");
    CHECK(answer.status == 422);
    CHECK(faults(answer) ==
          Names{"base_revision", "title", "tags", "needed_by", "category", "locked", "pinned", "watching"});
    CHECK_FALSE(thread(question.thread).locked);
    CHECK(parsed(call(steward, Method::patch, api(question.thread), R"({"locked": "yes"})")).at("locked") ==
          true);
    CHECK(parsed(call(steward, Method::patch, api(question.thread), R"({"locked": false})")).at("locked") ==
          false);
}

TEST_CASE_METHOD(Board, "an empty list takes the tags of a thread away, null its day") {
    const auto question = start("Which ink?");
    REQUIRE(call(noor, Method::patch, api(question.thread), R"({"needed_by": "2027-04-01"})").status == 200);
    const auto changed =
        call(noor, Method::patch, api(question.thread), R"({"tags": [], "needed_by": null})");
    REQUIRE(changed.status == 200);
    CHECK(parsed(changed).at("tags").as_array().empty());
    CHECK(parsed(changed).at("needed_by").is_null());
    CHECK(parsed(changed).at("merged") == false);
    check_counts();
}

TEST_CASE_METHOD(Board, "only a question has a day by which an answer is needed") {
    const auto talk = start("Ink in general", forum::ThreadKind::discussion);
    const auto refused = call(noor, Method::patch, api(talk.thread), R"({"needed_by": "2027-04-01"})");
    CHECK(refused.status == 422);
    CHECK(faults(refused) == Names{"needed_by"});
    CHECK(call(noor, Method::patch, api(talk.thread), R"({"needed_by": null})").status == 200);
    CHECK(faults(call(noor, Method::post, "/api/v1/threads",
                      R"({"kind": "story", "category": "poll-workers", "title": "It works", "body": "Well.",
                          "needed_by": "2027-04-01"})")) == Names{"needed_by"});
}

TEST_CASE_METHOD(Board, "the text of a thread merges, or conflicts and then nothing is changed") {
    const auto question = start("Which ink?");
    const auto change = [&](base::MemberId who, std::string_view json) {
        return call(who, Method::patch, api(question.thread), json);
    };
    REQUIRE(change(noor, R"({"body": "one\n\ntwo\n\nthree\n"})").status == 200);
    CHECK(parsed(change(noor, R"({"body": "ONE\n\ntwo\n\nthree\n", "base_revision": 2})")).at("merged") ==
          false);
    const auto merged = change(steward, R"({"body": "one\n\ntwo\n\nTHREE\n", "base_revision": 2})");
    REQUIRE(merged.status == 200);
    CHECK(parsed(merged).at("merged") == true);
    const auto conflict =
        change(noor, R"({"body": "uno\n\ntwo\n\nthree\n", "base_revision": 2, "tags": ["seals"]})");
    CHECK(conflict.status == 409);
    CHECK(parsed(conflict).at("mine").at("body") == "uno\n\ntwo\n\nthree");
    CHECK(parsed(conflict).at("theirs").at("body") == "ONE\n\ntwo\n\nTHREE");
    CHECK(thread(question.thread).tags == "staffing");
}

TEST_CASE_METHOD(Board, "a list of threads names every word that it does not know") {
    const auto answer =
        call(noor, Method::get, "/api/v1/threads?category=nowhere&tag=nothing&kind=poem&state=odd&sort=up");
    CHECK(answer.status == 422);
    CHECK(faults(answer) == Names{"kind", "state", "sort", "category", "tag"});
    CHECK(get(noor, "/forum?category=nowhere").status == 422);
    CHECK(get(noor, "/forum/categories/nowhere").status == 404);
}

TEST_CASE_METHOD(Board, "a thread of many posts comes in pages") {
    const auto question = start("Which ink?");
    for (int i = 0; i < 21; ++i)
        reply(question.thread, theo, "answer");
    const auto first = parsed(call(noor, Method::get, api(question.thread)));
    CHECK(first.at("posts").as_array().size() == 21);
    CHECK(first.at("next") == 2);
    const auto second = parsed(call(noor, Method::get, api(question.thread, "?page=2")));
    CHECK(second.at("posts").as_array().size() == 1);
    CHECK(second.at("next").is_null());
    CHECK(call(noor, Method::get, api(question.thread, "?page=3")).status == 404);
    CHECK(call(noor, Method::get, api(question.thread, "?page=0")).status == 404);
}

TEST_CASE_METHOD(Board, "the categories of the domain are there, in their order") {
    const auto list = parsed(call(noor, Method::get, "/api/v1/categories"));
    const auto& items = list.at("items").as_array();
    REQUIRE(items.size() == 12);
    CHECK(items[0].at("slug") == "voter-registration");
    CHECK(items[11].at("slug") == "standards-and-cohort-business");
}
