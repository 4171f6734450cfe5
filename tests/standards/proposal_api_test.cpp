#include "tests/standards/proposal_room.hpp"

using desk::ProposalRoom;
using server::Method;
using standards::Stage;
using namespace std::chrono_literals;

namespace {

boost::json::object parsed(const server::Response& response) {
    return boost::json::parse(response.body).as_object();
}

} // namespace

TEST_CASE_METHOD(ProposalRoom, "the API proposes, reads, saves and merges") {
    const auto made =
        call(noor, Method::post, "/api/v1/proposals",
             R"({"title": "Two people", "body": "A.\n\n## Clauses\n\n### First\n\nx\n\n### Second\n"})");
    CHECK(made.status == 201);
    CHECK(made.headers.get("Location") == "/api/v1/proposals/1");
    const auto proposal = parsed(call(theo, Method::get, "/api/v1/proposals/1"));
    CHECK(proposal.at("stage") == "idea");
    CHECK(proposal.at("statement") == "A.");
    CHECK(proposal.at("clauses").as_array().at(1).at("id") == "c2");
    CHECK(proposal.at("authors").as_array().at(0).at("handle") == "noor-haddad");
    CHECK(proposal.at("standard").is_null());

    const auto saved =
        parsed(call(noor, Method::put, "/api/v1/proposals/1",
                    R"({"body": "B.\n\n## Clauses\n\n### First {#c1}\n\nx\n\n### Second {#c2}\n",
                                       "base_revision": 1})"));
    CHECK(saved.at("merged") == false);
    CHECK(saved.at("title") == "Two people");
    const auto merged = parsed(call(noor, Method::put, "/api/v1/proposals/1",
                                    R"({"body": "A.\n\n## Clauses\n\n### First {#c1}\n\nx\n\n### Two {#c2}\n",
                                        "base_revision": 1})"));
    CHECK(merged.at("merged") == true);
    CHECK(merged.at("statement") == "B.");
    const auto conflict = call(noor, Method::put, "/api/v1/proposals/1",
                               R"({"body": "C.\n\n## Clauses\n\n### First {#c1}\n\nx\n\n### Second {#c2}\n",
                                   "base_revision": 1})");
    CHECK(conflict.status == 409);
    CHECK(parsed(conflict).contains("merged"));
    const auto empty = call(noor, Method::put, "/api/v1/proposals/1", "{}");
    CHECK(empty.status == 422);
    CHECK(parsed(empty).at("fields").as_array().size() == 2);
    CHECK(call(theo, Method::put, "/api/v1/proposals/1", R"({"body": "A.", "base_revision": 1})").status ==
          403);
}

TEST_CASE_METHOD(ProposalRoom, "the API walks a proposal through its consultation") {
    const auto id = propose(noor);
    CHECK(parsed(call(theo, Method::post, "/api/v1/proposals/1/endorsement")).at("endorsements") == 1);
    CHECK(parsed(call(theo, Method::del, "/api/v1/proposals/1/endorsement")).at("endorsements") == 0);
    make_draft(id);
    CHECK(call(sam, Method::post, "/api/v1/proposals/1/stage", R"({"to": "consultation", "reason": "Ready"})")
              .status == 422);
    const auto open =
        call(sam, Method::post, "/api/v1/proposals/1/stage",
             R"({"to": "consultation", "reason": "Ready", "consultation_closes": "2027-03-02T12:00:00Z"})");
    CHECK(open.status == 200);
    CHECK(parsed(open).at("consultation_closes") == "2027-03-02T12:00:00Z");
    const auto made =
        call(theo, Method::post, "/api/v1/proposals/1/comments",
             R"({"clause": "c1", "revision": 1, "body": "Where?", "amendment": "### At the door"})");
    CHECK(made.status == 201);
    CHECK(made.headers.get("Location") == "/api/v1/comments/1");
    CHECK(parsed(made).at("disposition").is_null());
    const auto answered = parsed(call(noor, Method::put, "/api/v1/comments/1/disposition",
                                      R"({"disposition": "accepted", "reason": "Yes", "apply": true})"));
    CHECK(answered.at("disposition").at("kind") == "accepted");
    CHECK(parsed(call(theo, Method::get, "/api/v1/comments/1")).at("id") == 1);
    CHECK(
        parsed(call(theo, Method::get, "/api/v1/proposals/1")).at("clauses").as_array().at(0).at("heading") ==
        "At the door");
    CHECK(parsed(call(theo, Method::get, "/api/v1/proposals/1/comments")).at("items").as_array().size() == 1);
    pass(24h);
    CHECK(call(theo, Method::post, "/api/v1/proposals/1/comments", R"({"revision": 1, "body": "Late"})")
              .status == 409);

    const auto ledger = parsed(call(theo, Method::get, "/api/v1/proposals/1/ledger")).at("items").as_array();
    CHECK(ledger.size() == standards::ledger_of(db(), id).size());
    CHECK(ledger.at(0).at("kind") == "proposed");
    CHECK(ledger.at(1).at("previous") == ledger.at(0).at("hash"));
}

TEST_CASE_METHOD(ProposalRoom, "the API lists proposals by their last change, in parts that meet") {
    for (int number = 0; number < 5; ++number) {
        pass(std::chrono::seconds(number % 2)); // some change in the same second
        propose(noor, "A.\n", "Proposal " + std::to_string(number));
    }
    std::vector<std::int64_t> ids;
    std::string cursor;
    do {
        const auto list = parsed(call(noor, Method::get, "/api/v1/proposals?stage=idea&limit=2" + cursor));
        for (const auto& item : list.at("items").as_array())
            ids.push_back(item.at("id").as_int64());
        cursor = list.at("next").is_null() ? "" : "&cursor=" + std::string(list.at("next").as_string());
    } while (!cursor.empty());
    CHECK(ids == std::vector<std::int64_t>{5, 4, 3, 2, 1});
    CHECK(parsed(call(noor, Method::get, "/api/v1/proposals?stage=draft")).at("items").as_array().empty());
    CHECK(call(noor, Method::get, "/api/v1/proposals?stage=none").status == 422);
    CHECK(call(noor, Method::get, "/api/v1/proposals?cursor=none").status == 422);
}
