// The less usual answers of the API: merges, conflicts, tombstones, moved pages, names left out. They are as
// the description says, too.
#include "tests/http/calls.hpp"
#include "tests/support/test.hpp"

namespace {

using server::Method;
using testing::differences;
using testing::World;

namespace json = boost::json;

using None = std::vector<std::string>;

struct Caller {
    World world{};

    /// Calls it and holds the answer against the description.
    json::object call(std::string_view operation, const std::string& target, int status,
                      const std::string& body = "", const std::string& by = "steward") {
        const testing::Call call{std::string(operation), target, body, status, by};
        const auto answer = send(world, call);
        INFO(operation << " " << target << ": " << answer.content());
        CHECK(answer.status == status);
        CHECK(differences(call.described(), answer) == None{});
        json::error_code error;
        const auto value = json::parse(answer.content(), error);
        return value.is_object() ? value.as_object() : json::object{};
    }

    std::string thread(std::string_view after = "") {
        return "/api/v1/threads/" + std::to_string(world.thread.thread.value) + std::string(after);
    }
    std::string post(base::PostId id, std::string_view after = "") {
        return "/api/v1/posts/" + std::to_string(id.value) + std::string(after);
    }
};

constexpr std::string_view page = "/api/v1/pages/chain-of-custody";

std::string save(int base_revision, std::string_view body) {
    return json::serialize(
        json::object{{"title", "Chain of custody"}, {"body", body}, {"base_revision", base_revision}});
}

} // namespace

TEST_CASE_METHOD(Caller, "a save on an older revision is merged, or answers with both texts") {
    const auto newest = call("getPage", std::string(page), 200).at("body").as_string();
    auto mine = std::string(newest);
    mine.replace(mine.find("22 months"), 9, "24 months");
    call("savePage", std::string(page), 200, save(3, "Before all: breathe.\n\n" + std::string(newest)));
    const auto merged = call("savePage", std::string(page), 200, save(3, mine));
    CHECK(merged.at("merged") == true);
    CHECK(std::string(merged.at("body").as_string()).starts_with("Before all: breathe."));
    CHECK(std::string(merged.at("body").as_string()).find("24 months") != std::string::npos);

    auto other = std::string(newest);
    other.replace(other.find("22 months"), 9, "30 months");
    const auto conflict = call("savePage", std::string(page), 409, save(3, other));
    CHECK(conflict.at("theirs").at("number") == 5);
    CHECK(std::string(conflict.at("mine").at("body").as_string()).find("30 months") != std::string::npos);
    CHECK(std::string(conflict.at("merged").at("body").as_string()).find("<<<<<<<") != std::string::npos);
    CHECK(call("getPage", std::string(page), 200).at("revision") == 5); // nothing was saved

    // Finished and saved on top of theirs, as the answer says.
    CHECK(call("savePage", std::string(page), 200, save(5, other)).at("merged") == false);
}

TEST_CASE_METHOD(Caller, "an edit of a post on an older revision answers with both texts") {
    const auto at = post(world.answer);
    call("editPost", at, 200, R"({"body": "In fall.", "base_revision": 1})");
    const auto conflict = call("editPost", at, 409, R"({"body": "In spring.", "base_revision": 1})");
    CHECK(conflict.at("mine").at("body") == "In spring.");
    CHECK(conflict.at("theirs").at("body") == "In fall.");
    CHECK(call("listPostRevisions", post(world.answer, "/revisions"), 200).at("items").as_array().size() ==
          2);

    call("changeThread", thread(), 200, R"({"body": "We need four more.", "base_revision": 1})");
    call("changeThread", thread(), 409,
         R"({"body": "We need nine more.", "base_revision": 1, "tags": ["students"]})");
    CHECK(call("getThread", thread(), 200).at("tags").as_array().empty()); // all of it or nothing
}

TEST_CASE_METHOD(Caller, "a withdrawn post leaves a tombstone without its words") {
    const auto tombstone = call("withdrawPost", post(world.answer, "?reason=It+names+a+voter"),
                                200); // the reason may stand in the query
    CHECK(tombstone.at("body") == "");
    CHECK(tombstone.at("html") == "");
    CHECK(tombstone.at("withdrawn").at("reason") == "It names a voter");
    const auto whole = call("getThread", thread(), 200, "", "asker");
    CHECK(json::serialize(whole).find("civics") == std::string::npos);
    CHECK(json::serialize(whole).find("[[chain-of-custody]]") == std::string::npos);
    call("vote", post(world.answer, "/vote"), 410, "", "asker");
    CHECK(call("getPost", post(world.answer), 200, "", "asker").at("body") == "");
    call("listPostRevisions", post(world.answer, "/revisions"), 410, "", "asker");
}

TEST_CASE_METHOD(Caller, "comments, votes and acceptances show in the thread") {
    const auto comment =
        call("reply", thread("/posts"), 201,
             R"({"body": "Which class?", "reply_to": )" + std::to_string(world.answer.value) + "}", "asker");
    CHECK(comment.at("reply_to") == world.answer.value);
    call("vote", post(world.answer, "/vote"), 200, "", "asker");
    CHECK(call("vote", post(world.answer, "/vote"), 200, "", "asker").at("votes") == 1); // twice is once
    call("accept", post(world.answer, "/acceptance"), 200, R"({"states": ["pa", "OH"]})", "asker");
    const auto whole = call("getThread", thread(), 200, "", "asker");
    CHECK(whole.at("accepted") == 1);
    const auto& answer = whole.at("posts").at(1);
    CHECK(answer.at("id") == world.answer.value);
    CHECK(answer.at("voted") == true);
    CHECK(answer.at("acceptance").at("states") == json::array{"OH", "PA"});
    CHECK(answer.at("comments").at(0).at("body") == "Which class?");
    CHECK(call("unvote", post(world.answer, "/vote"), 200, "", "asker").at("votes") == 0);
    CHECK(call("unaccept", post(world.answer, "/acceptance"), 200, "", "asker").at("acceptance").is_null());
    call("vote", post(world.thread.post, "/vote"), 403, "", "asker"); // nobody votes for their own
    call("accept",
         post(comment.at("id").to_number<std::int64_t>() > 0 ? world.thread.post : world.answer,
              "/acceptance"),
         422, "", "asker"); // the question is no answer
}

TEST_CASE_METHOD(Caller, "whoever may not, is told so and nothing changes") {
    call("changeThread", thread(), 403, R"({"title": "Another title", "locked": true})", "asker");
    CHECK(call("getThread", thread(), 200).at("title") == "Who recruits students?"); // all of it or nothing
    call("editPost", post(world.answer), 403, R"({"body": "Not mine"})", "asker");
    call("withdrawPost", post(world.answer), 403, R"({"reason": "Not mine"})", "asker");
    call("invite", "/api/v1/invitations", 403, R"({"email": "new@example.org"})", "asker");
    call("createThread", "/api/v1/threads", 403,
         R"({"category": "poll-workers", "kind": "announcement", "title": "Hear", "body": "All."})", "asker");
    call("changeThread", thread(), 200,
         R"({"locked": true, "pinned": true, "category": "office-management"})");
    call("reply", thread("/posts"), 403, R"({"body": "Too late?"})", "asker");
}

TEST_CASE_METHOD(Caller, "a name that is left out is left out everywhere") {
    const auto made =
        call("createThread", "/api/v1/threads", 201,
             R"({"category": "poll-workers", "kind": "question", "title": "Zebra crossing closed?",
                               "body": "We are unsure.", "attribution": "unnamed"})",
             "asker");
    const auto at = "/api/v1/threads/" + std::to_string(made.at("id").to_number<std::int64_t>());
    world.scene.token(world.helper);
    const auto reader = world.scene.token(world.helper, "read");
    for (const auto& target :
         {at, std::string("/api/v1/threads"), std::string("/api/v1/search?q=zebra"),
          std::string("/api/v1/search?q=zebra+author:noor-haddad"), std::string("/api/v1/suggest?q=zebra")}) {
        const auto answer = world.scene.call(reader, Method::get, target);
        INFO(target << ": " << answer.content());
        CHECK(answer.status == 200);
        const bool is_list = target == "/api/v1/threads"; // holds her named question, too
        if (!is_list) {
            CHECK(answer.content().find("Noor") == std::string_view::npos);
            CHECK(answer.content().find("\"noor-haddad\"") == std::string_view::npos);
        }
    }
    CHECK(call("getThread", at, 200, "", "steward").at("author").at("handle") ==
          "noor-haddad"); // staff sees it
    call("search", "/api/v1/search?q=zebra", 200, "", "asker");
}

TEST_CASE_METHOD(Caller, "a page that moved or was withdrawn says where it is, or why it is not") {
    const auto steward = world.scene.sign_in(world.steward);
    const auto moved = world.scene.post(steward, "/practices/chain-of-custody/rename", {{"slug", "custody"}});
    CHECK(moved.status == 303);
    const auto answer = world.scene.call(world.steward_token, Method::get, "/api/v1/pages/chain-of-custody");
    CHECK(answer.status == 308);
    CHECK(answer.headers.get("Location") == "/api/v1/pages/custody");
    CHECK(world.scene
              .call(world.steward_token, Method::get, "/api/v1/pages/chain-of-custody/compare?from=1&to=2")
              .headers.get("Location") == "/api/v1/pages/custody/compare?from=1&to=2");
    CHECK(world.scene.post(steward, "/practices/custody/withdraw", {{"reason", "Merged into another"}})
              .status == 303);
    for (const auto* operation : {"getPage", "listPageRevisions"})
        call(operation,
             operation == std::string("getPage") ? "/api/v1/pages/custody"
                                                 : "/api/v1/pages/custody/revisions",
             410);
    call("savePage", "/api/v1/pages/custody", 410, save(3, "Back?"));
    CHECK(call("listPages", "/api/v1/pages", 200).at("items").as_array().empty());
}

TEST_CASE_METHOD(Caller, "people of the staff, old and new, are described too") {
    CHECK(call("getMe", "/api/v1/me", 200).at("center").is_null());
    call("listMembers", "/api/v1/members", 200);
    call("getMember", "/api/v1/members/sal-steward", 200);
    call("listMembers", "/api/v1/members?role=nothing", 422);
    call("invite", "/api/v1/invitations", 201, R"({"email": "coach@example.org", "role": "coach"})");
    call("invite", "/api/v1/invitations", 422, R"({"email": "ines-marsh@example.org", "center": "nowhere"})");
    const auto inbox = call("listInbox", "/api/v1/inbox", 200, "", "asker");
    CHECK(inbox.at("items").as_array().size() == 2); // two answers
    CHECK(inbox.at("items").at(0).at("reason") == "answered");
}

TEST_CASE_METHOD(Caller, "an odd search is an answer like any other") {
    for (const auto* q : {"", "?q=", "?q=%22", "?q=kind:nothing", "?q=(((&kind=page", "?q=*", "?q=-students",
                          "?q=students&tag=nothing", "?q=students&state=OH"}) {
        const std::string target = std::string("/api/v1/search") + q;
        call("search", target, 200);
    }
    call("search", "/api/v1/search?q=students&kind=nothing", 422);
    call("search", "/api/v1/search?q=students&limit=0", 422);
    call("suggest", "/api/v1/suggest", 200);
}
