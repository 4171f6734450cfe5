// A ballot from its opening to its record as people meet it: whole requests, with forms as a browser without
// scripting sends them, and the API beside them.
#include "standards/ballots/ballot_words.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/proposals/proposals.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <boost/json.hpp>

using namespace std::chrono_literals;
using server::Method;
using standards::BallotId;
using standards::Choice;
using testing::Browser;
using testing::shows;

namespace {

struct Polls {
    testing::Scene scene{};
    testing::BallotHall hall;
    Browser steward;
    Browser clerk;

    explicit Polls(int centers = 6)
        : hall(scene.database(), centers, scene.now()), steward(scene.sign_in(hall.steward.id)),
          clerk(scene.sign_in(hall.clerks[0].id)) {
        scene.add_person("Ada Alder"); // Alder County has people, and no delegate
        scene.pass(48h);
    }

    BallotId open(standards::Secrecy secrecy) { return hall.open(secrecy, scene.now()); }
    static std::string at(BallotId ballot, std::string_view after = "") {
        return "/ballots/" + std::to_string(ballot.value) + std::string(after);
    }
    server::Response vote(const Browser& who, BallotId ballot, const std::string& choice,
                          const std::string& reason = "") {
        return scene.post(who, at(ballot, "/vote"), {{"choice", choice}, {"reason", reason}});
    }
    boost::json::object json(const server::Response& response) {
        INFO(response.content());
        return boost::json::parse(response.content()).as_object();
    }
    /// What follows `before` on the page, up to the next "<".
    static std::string after(const server::Response& page, std::string_view before) {
        const auto content = page.content();
        const auto from = content.find(before) + before.size();
        return std::string(content.substr(from, content.find('<', from) - from));
    }
};

struct TinyPolls : Polls {
    TinyPolls() : Polls(3) {}
};

} // namespace

TEST_CASE_METHOD(Polls,
                 "a steward opens a ballot, a clerk votes and votes again, two certify, everybody reads") {
    const auto proposal = hall.consult(scene.now() - 2h);
    const auto place = "/standards/proposals/" + std::to_string(proposal.value) + "/ballots";
    const auto form = scene.get(steward, place + "/new");
    CHECK(shows(form, "Zero report"));
    CHECK(shows(form, "7 Centers"));
    CHECK(shows(form, "1 Center has named nobody who could vote."));
    CHECK(scene.get(clerk, place + "/new").status == 403);
    const auto opened = scene.post(steward, place,
                                   {{"revision", "1"},
                                    {"electorate", "centers"},
                                    {"secrecy", "secret"},
                                    {"approval", "two_thirds"},
                                    {"quorum", "at least 1/3"},
                                    {"closes_day", "2027-03-10"},
                                    {"closes_time", "17:00"}});
    REQUIRE(opened.status == 303);
    const std::string here(opened.headers.get("Location"));
    const BallotId ballot{std::stoll(here.substr(here.rfind('/') + 1))};

    CHECK(shows(scene.get(clerk, "/ballots"), "Waiting for your vote"));
    CHECK(shows(scene.get(clerk, here), "The vote of Center 001 County, OH"));
    CHECK(
        shows(scene.get(clerk, here), "Afterwards everybody sees who took part, and nobody who voted how."));
    CHECK(shows(scene.get(steward, here), "You do not speak for a seat"));
    REQUIRE(vote(clerk, ballot, "approve").status == 303);
    REQUIRE(vote(clerk, ballot, "decline", "We are three people.").status == 303);
    const auto own = scene.get(clerk, here);
    CHECK(shows(own, "has voted: Decline"));
    CHECK(shows(own, "We are three people."));
    CHECK(shows(own, "Write it down now."));
    CHECK(own.headers.get("Cache-Control") == "no-store");
    const auto tracker = after(own, "Your tracker: <code class=\"tracker\">");
    CHECK(tracker.size() == 32);
    CHECK_FALSE(shows(scene.get(clerk, "/ballots"), "Waiting for your vote"));
    const auto other = scene.sign_in(hall.clerks[1].id);
    REQUIRE(vote(other, ballot, "approve").status == 303);
    REQUIRE(vote(scene.sign_in(hall.clerks[2].id), ballot, "approve").status == 303);

    CHECK(scene.get({}, here).status == 303); // to sign in
    CHECK(scene.get(steward, here + "/record").status == 404);
    scene.pass(24h * 8);
    const auto result = scene.get(other, here);
    CHECK(shows(result,
                "3 of 7 seats took part; 3 were needed. Of 3 votes for or against, 2 approved; 2 were "
                "needed for two thirds. Adopted."));
    CHECK(shows(result, "We are three people."));
    CHECK(shows(result, tracker));
    CHECK_FALSE(shows(result, "has voted: Decline"));
    CHECK(scene.get({}, here).status == 303);

    CHECK(shows(scene.get(other, here), "Certify the result")); // who speaks for a seat may
    REQUIRE(scene.post(steward, here + "/certify", {}).status == 303);
    CHECK(scene.post(steward, here + "/certify", {}).status == 409);
    CHECK(scene.get({}, here + "/record").status == 303);
    REQUIRE(scene.post(other, here + "/certify", {}).status == 303);
    CHECK(scene.get(clerk, here).content().find(">Sam Opener</a> and <a") != std::string::npos);
    const auto open_to_all = scene.get({}, here);
    CHECK(open_to_all.status == 200);
    CHECK(shows(open_to_all, "We are three people."));
    CHECK_FALSE(shows(open_to_all, "Clerk"));
    CHECK_FALSE(shows(open_to_all, "Sam Opener"));
    const auto record = scene.get({}, here + "/record");
    CHECK(record.status == 200);
    CHECK(standards::verify(record.content()));
}

TEST_CASE_METHOD(Polls, "a vote one second late is refused with a clear word, and its text is given back") {
    const auto ballot = open(standards::Secrecy::secret);
    const auto token = scene.token(hall.clerks[1].id);
    scene.pass(24h - 1s);
    REQUIRE(vote(clerk, ballot, "approve").status == 303);
    scene.pass(1s);
    const auto late = vote(clerk, ballot, "decline", "Words that took an hour");
    CHECK(late.status == 409);
    CHECK(shows(late, "Your vote was not taken"));
    CHECK(shows(late, "Your vote came after the close and was not counted."));
    CHECK(shows(late, "Words that took an hour"));
    const auto call =
        scene.call(token, Method::put, "/api/v1" + at(ballot, "/vote"), R"({"choice": "approve"})");
    CHECK(call.status == 409);
    CHECK(json(call).at("detail").as_string().find("after the close") != std::string::npos);
    CHECK(shows(scene.get(clerk, at(ballot)), "1 of 7 seats took part"));
    CHECK(standards::result_of(scene.reader(), ballot)->counts == standards::Counts{.approve = 1});
}

TEST_CASE_METHOD(Polls,
                 "whoever looks first after a close that nobody watched finds it closed as of its time") {
    const auto ballot = open(standards::Secrecy::open);
    const auto closes = scene.now() + 24h;
    REQUIRE(vote(clerk, ballot, "approve").status == 303);
    scene.pass(24h * 5);
    CHECK(shows(scene.get(clerk, "/standards/proposals"), "Two people")); // any page of the standards will do
    const auto found = standards::find_ballot(scene.reader(), ballot).value();
    CHECK(found.settled_at == scene.now());
    CHECK(found.closes == closes);
    const auto page = scene.get(clerk, at(ballot));
    CHECK(shows(page, "Closed, to be certified"));
    CHECK(shows(page, base::exact_time(closes, "America/New_York")));
    CHECK(shows(page, "No vote")); // the roll call names those who did not vote
}

TEST_CASE_METHOD(Polls, "a form with faults comes back as it was sent, with each fault at its field") {
    const auto proposal = hall.consult(scene.now() - 2h);
    const auto place = "/standards/proposals/" + std::to_string(proposal.value) + "/ballots";
    const auto refused = scene.post(
        steward, place, {{"revision", "1"}, {"electorate", "centers"}, {"closes_day", "2027-03-32"}});
    CHECK(refused.status == 422);
    CHECK(refused.content().find("name=\"revision\" value=\"1\"") != std::string::npos);
    for (const auto* field : {"secrecy", "approval", "quorum", "closes_day"})
        CHECK(refused.content().find(std::string(field) + "-error") != std::string::npos);
    const auto soon = scene.post(steward, place,
                                 {{"revision", "1"},
                                  {"electorate", "centers"},
                                  {"secrecy", "open"},
                                  {"approval", "majority"},
                                  {"quorum", "at least 1/2"},
                                  {"closes_day", "2027-03-01"},
                                  {"closes_time", "17:00"}});
    CHECK(soon.status == 422);
    CHECK(shows(soon, "Leave at least an hour to vote"));

    const auto ballot = open(standards::Secrecy::open);
    CHECK(vote(clerk, ballot, "").status == 422);
    const auto without = vote(clerk, ballot, "recuse");
    CHECK(without.status == 422);
    CHECK(shows(without, "Say why your seat takes no part"));
    CHECK(vote(steward, ballot, "approve").status == 403);
    CHECK(scene.get(steward, "/ballots/99").status == 404);
    CHECK(scene.get({}, "/ballots/99").status == 303); // says nothing of what there is
}

TEST_CASE_METHOD(Polls, "a form without a choice is no abstention, wherever the clock stands") {
    const auto ballot = open(standards::Secrecy::open);
    scene.pass(-1h); // the clock was set back behind the opening
    const auto refused = vote(clerk, ballot, "");
    CHECK(refused.status == 422);
    CHECK(shows(refused, "Choose how your seat votes."));
    CHECK(standards::find_ballot(scene.reader(), ballot)->took_part == 0);
}

TEST_CASE_METHOD(Polls, "a ballot whose key cannot be read holds up no other one, and no page") {
    const auto broken = open(standards::Secrecy::secret);
    const auto opens = scene.now();
    scene.pass(1s); // keys are named by proposal and second
    const auto sound = open(standards::Secrecy::secret);
    REQUIRE(vote(clerk, broken, "approve").status == 303);
    REQUIRE(vote(clerk, sound, "approve").status == 303);
    const auto proposal = standards::find_ballot(scene.reader(), broken)->proposal;
    const auto key =
        scene.database().file().parent_path() / "ballot-keys" /
        (std::to_string(proposal.value) + "-" + std::to_string(opens.time_since_epoch().count()) + ".key");
    REQUIRE(std::filesystem::remove(key));
    std::filesystem::create_directory(key);

    scene.pass(25h);
    CHECK(scene.get(clerk, "/").status == 200);
    CHECK(scene.get(steward, "/ballots").status == 200);
    CHECK(scene.get(steward, "/standards").status == 200);
    CHECK(standards::find_ballot(scene.reader(), sound)->settled_at);
    CHECK_FALSE(standards::find_ballot(scene.reader(), broken)->settled_at);
    REQUIRE(scene.post(steward, at(broken, "/void"), {{"reason", "Its key is broken"}}).status == 303);
    CHECK(scene.get(clerk, at(broken)).status == 200);
    CHECK(standards::check_ballots(scene.reader()).empty());
}

TEST_CASE_METHOD(Polls, "a ballot that is declared void says so, and why, wherever it is shown") {
    const auto ballot = open(standards::Secrecy::secret);
    REQUIRE(vote(clerk, ballot, "decline", "Zanzibar").status == 303);
    CHECK(scene.get(clerk, at(ballot, "/void")).status == 403);
    CHECK(scene.get(steward, at(ballot, "/void")).status == 200);
    CHECK(scene.post(steward, at(ballot, "/void"), {{"reason", ""}}).status == 422);
    REQUIRE(scene.post(steward, at(ballot, "/void"), {{"reason", "Clause 1 had a mistake"}}).status == 303);
    const auto page = scene.get(clerk, at(ballot));
    CHECK(shows(page, "This ballot was declared void on"));
    CHECK(shows(page, "Clause 1 had a mistake"));
    CHECK_FALSE(shows(page, "Zanzibar"));
    CHECK(shows(scene.get(clerk, "/inbox"), "Two people"));
    CHECK(vote(clerk, ballot, "approve").status == 409);
    CHECK(hall.keys().names().empty());
}

TEST_CASE_METHOD(TinyPolls, "where a count would tell on somebody, the pages warn before and after") {
    const auto proposal = hall.consult(scene.now() - 2h);
    CHECK(shows(scene.get(steward, "/standards/proposals/" + std::to_string(proposal.value) + "/ballots/new"),
                "Few seats."));
    const auto ballot = open(standards::Secrecy::secret);
    CHECK(shows(scene.get(clerk, at(ballot)), "Only 4 seats vote."));
    for (const auto& who : hall.clerks)
        REQUIRE(vote(scene.sign_in(who.id), ballot, "approve").status == 303);
    scene.pass(24h);
    CHECK(shows(scene.get(clerk, at(ballot)), "all who voted voted alike"));
    const auto roll_call = open(standards::Secrecy::open);
    CHECK_FALSE(shows(scene.get(clerk, at(roll_call)), "Only 4 seats"));
}

TEST_CASE_METHOD(Polls, "the API tells the own vote alone while a ballot is open, and all of them after it") {
    const auto ballot = open(standards::Secrecy::open);
    const auto mine = scene.token(hall.clerks[0].id);
    const auto theirs = scene.token(hall.clerks[1].id);
    const auto path = "/api/v1" + at(ballot);
    const auto cast =
        json(scene.call(mine, Method::put, path + "/vote", R"({"choice": "decline", "reason": "Too dear"})"));
    CHECK(cast.at("own").at("choice").as_string() == "decline");
    CHECK(cast.at("result").is_null());
    CHECK(cast.at("took_part").as_int64() == 1);
    const auto seen = json(scene.call(theirs, Method::get, path));
    CHECK(seen.at("own").at("choice").is_null());
    CHECK(boost::json::serialize(seen).find("Too dear") == std::string::npos);
    scene.pass(24h);
    const auto after = json(scene.call(theirs, Method::get, path));
    CHECK(after.at("votes").at(0).at("reason").as_string() == "Too dear");
    CHECK(after.at("result").at("outcome").as_string() == "not_adopted");
}

TEST_CASE("a quorum is called by the words that the form for opening has for it") {
    using namespace standards;
    CHECK(quorum_words({1, 2}) == "Half of the seats that do not recuse");
    CHECK(quorum_words(threshold(Preset::majority)) == "More than half of the seats that do not recuse");
    CHECK(quorum_words({1, 1}) == "All seats that do not recuse");
    CHECK(quorum_words({2, 5}) == "at least 2/5 of the seats that do not recuse");
}
