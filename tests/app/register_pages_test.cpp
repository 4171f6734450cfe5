// The register as everybody sees it, and what only a Center sees of itself: whole requests, from the door to
// the headers.
#include "tests/support/adopted_standard.hpp"
#include "tests/support/test.hpp"

#include <boost/json/parse.hpp>

using server::Method;
using testing::AdoptedStandard;
using testing::Browser;
using testing::Scene;
using testing::shows;

namespace {

constexpr std::string_view secret_note = "Zanzibar is where we keep it";

struct Register {
    Scene scene{};
    AdoptedStandard adopted{scene};
    std::string at = "/standards/" + adopted.number;
    Browser guest{};

    Browser clerk(std::size_t which) { return scene.sign_in(adopted.clerks.at(which).id); }
    Browser steward() { return scene.sign_in(adopted.stewards.at(0).id); }

    std::string revise() {
        const auto response = scene.post(clerk(1), at + "/revise", {});
        REQUIRE(response.status == 303);
        return std::string(response.headers.get("Location"));
    }
    /// The answer to a guest, who may read it.
    server::Response read(const std::string& path) {
        auto response = scene.get(guest, path);
        INFO(path);
        CHECK(response.status == 200);
        return response;
    }
    boost::json::object read_json(const std::string& path) {
        server::Request request;
        request.path = path.substr(0, path.find('?'));
        if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
        request.headers.add("Host", "cohort.test");
        request.remote = "127.0.0.1";
        const auto response = scene.send(std::move(request));
        CHECK(response.status == 200);
        return boost::json::parse(response.content()).as_object();
    }
};

bool has(const server::Response& response, std::string_view words) {
    return response.content().find(words) != std::string_view::npos;
}

} // namespace

TEST_CASE_METHOD(Register, "anybody reads the register and its standards without an account") {
    CHECK(shows(read("/standards"), adopted.number + " Two people"));
    const auto page = read(at);
    CHECK(shows(page, "never leaves voted ballots with one person alone"));
    CHECK(shows(page, "4 approved; 4 were needed for two thirds. Adopted."));
    CHECK(shows(page, "We are alone at night.")); // the minority's reason, with its Center
    CHECK(shows(page, "Fallow"));
    CHECK(shows(page, "On Clause 1: The rule is in writing"));
    CHECK(shows(page, "We write it in pencil."));
    CHECK(shows(page, "Pencil can be rubbed out."));
    CHECK(has(page, "/ballots/" + std::to_string(adopted.ballot.value) + "/record"));
    CHECK_FALSE(has(page, "Sign out"));
    CHECK_FALSE(shows(page, "What you can do"));
    CHECK(scene.get(guest, "/standards/CE-2027-09").status == 404);
    CHECK(scene.get(guest, at + "/versions/2").status == 404);
}

TEST_CASE_METHOD(Register, "a ballot leads to the version that it made, and says how to count again") {
    const auto ballot = "/ballots/" + std::to_string(adopted.ballot.value);
    const auto page = read(ballot);
    CHECK(has(page, "<a href=\"" + at + "/versions/1\">" + adopted.number + ", version 1</a>"));
    CHECK(shows(page, "cohort verify ballot-" + std::to_string(adopted.ballot.value) + ".json"));
    CHECK(scene.get(guest, ballot + "/record").headers.get("Content-Disposition") ==
          "attachment; filename=\"ballot-" + std::to_string(adopted.ballot.value) + ".json\"");
}

TEST_CASE_METHOD(Register, "no page of the register names a person or leads to one") {
    for (const auto& path :
         {std::string("/standards"), at, at + "/versions/1", at + "/compare",
          std::string("/standards/feed.atom"), "/api/v1" + at, std::string("/api/v1/standards")}) {
        const auto page = read(path);
        INFO(path);
        for (const auto* words :
             {"Birch Clerk", "Fallow Clerk", "Facilitator", "href=\"/members/", "@example.org"})
            CHECK_FALSE(has(page, words));
        // A name that the text itself mentions stays what it is, words.
        CHECK_FALSE(has(page, "/members/birch-clerk"));
    }
}

TEST_CASE_METHOD(Register, "clauses and versions keep their addresses") {
    const auto first = read(at);
    CHECK(has(first, "id=\"c1\""));
    CHECK(has(first, "href=\"#c2\""));
    CHECK(has(first, at + "/versions/1"));
    const auto location = revise();
    const standards::ProposalId revision{std::stoll(location.substr(location.rfind('/') + 1))};
    CHECK_FALSE(shows(read(at), "in the making")); // a guest does not hear of it
    adopted.adopt(scene, revision);

    CHECK(shows(read(at), "version 2"));
    const auto old = read(at + "/versions/1");
    CHECK(shows(old, "This is version 1."));
    CHECK(has(old, "id=\"c1\""));
    CHECK(has(read(at + "/versions/2"), "id=\"c1\""));
    CHECK(shows(read(at + "/compare?from=1&to=2"), "No difference"));
    CHECK(read(at + "/compare?from=7&to=x").status == 200);
    CHECK(shows(read("/standards/feed.atom"), adopted.number + ", version 1: Two people"));
}

TEST_CASE_METHOD(Register, "a standard that ended says what became of it, at the same address") {
    const auto steward_browser = steward();
    CHECK(scene.get(clerk(0), at + "/retire").status == 403);
    CHECK(scene.post(clerk(0), at + "/retire", {{"reason", "No"}}).status == 403);
    const auto refused = scene.post(steward_browser, at + "/retire", {{"reason", ""}});
    CHECK(refused.status == 422);
    CHECK(scene.post(steward_browser, at + "/retire", {{"reason", "The law has it now"}}).status == 303);
    CHECK(shows(read(at), "The law has it now"));
    CHECK(shows(read("/standards"), "No longer in force"));
    CHECK(scene.post(clerk(0), at + "/revise", {}).status == 409);
}

TEST_CASE_METHOD(Register, "the feed is Atom with an entry for each version") {
    const auto feed = read("/standards/feed.atom");
    CHECK(feed.headers.get("Content-Type") == "application/atom+xml; charset=utf-8");
    const auto text = std::string(feed.content());
    CHECK(text.starts_with(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""));
    CHECK(text.find("<id>http://cohort.test" + at + "/versions/1</id>") != std::string::npos);
    CHECK(text.find("<updated>" + base::iso_time(scene.now()) + "</updated>") != std::string::npos);
    CHECK(text.ends_with("</entry></feed>\n"));
}

TEST_CASE_METHOD(Register, "the JSON form has the clauses, the vote and the answers") {
    const auto list = read_json("/api/v1/standards");
    CHECK(list.at("items").as_array().at(0).at("number").as_string() == adopted.number);
    const auto standard = read_json("/api/v1" + at);
    const auto& clause = standard.at("clauses").as_array().at(1);
    CHECK(clause.at("id") == "c2");
    CHECK(std::string(clause.at("address").as_string()) == at + "/versions/1#c2");
    const auto& decision = standard.at("decision").as_object();
    CHECK(decision.at("votes").as_array().size() == 5);
    CHECK(decision.at("votes").as_array().at(4).at("reason") == "We are alone at night.");
    CHECK(decision.at("comments").as_array().at(0).at("disposition") == "declined");
    CHECK(standard.at("adoption").is_null());
    CHECK(read_json("/api/v1" + at + "?version=1").at("version") == 1);
}

TEST_CASE_METHOD(Register, "shared caches may keep what a guest gets, and nothing that a member gets") {
    for (const auto& path : {std::string("/standards"), at, std::string("/standards/feed.atom")}) {
        INFO(path);
        const auto open = read(path);
        CHECK(open.headers.get("Cache-Control") == "public, max-age=60");
        CHECK(open.headers.get("Vary").find("Cookie") != std::string_view::npos);
        CHECK(open.headers.get("Set-Cookie").empty());
        CHECK(scene.get(clerk(0), path).headers.get("Cache-Control").find("public") ==
              std::string_view::npos);
    }
    const auto robots = scene.get(guest, "/robots.txt");
    CHECK(has(robots, "Allow: /standards\n"));
    CHECK(has(robots, "Disallow: /standards/proposals\n"));
}

TEST_CASE_METHOD(Register, "a Center's own people see how far it is, and print it for their board") {
    const auto saved = scene.post(
        clerk(0), at + "/adoption",
        {{"status_c1", "met"}, {"note_c1", std::string(secret_note)}, {"evidence_c1", "/practices/seals"}});
    CHECK(saved.status == 303);
    const auto sheet = scene.get(clerk(0), at + "/adoption");
    CHECK(shows(sheet, secret_note));
    CHECK(shows(sheet, "Seen by this Center alone"));
    CHECK(shows(sheet, "Birch: " + adopted.number));
    const auto colleague = scene.add_person("Birch Deputy", site::Role::member, "birch");
    CHECK(shows(scene.get(scene.sign_in(colleague), at + "/adoption"), secret_note));
    CHECK(shows(scene.get(clerk(0), at), "Your Center: met"));

    const auto refused = scene.post(clerk(0), at + "/adoption", {{"note_c2", "No status"}});
    CHECK(refused.status == 422);
    CHECK(shows(refused, "Choose how far you are with this clause."));
    CHECK(scene.get(steward(), at + "/adoption").status == 403);
    CHECK(scene.get(guest, at + "/adoption").status == 303); // to sign in
}

TEST_CASE_METHOD(Register, "what a Center does not share is seen nowhere else") {
    REQUIRE(scene
                .post(clerk(0), at + "/adoption",
                      {{"status_c1", "in_progress"},
                       {"note_c1", std::string(secret_note)},
                       {"status_c2", "not_yet"}})
                .status == 303);
    const auto administrator = scene.sign_in(scene.add_person("Ada Min", site::Role::administrator));
    const auto coach = scene.sign_in(scene.add_person("Cleo Coach", site::Role::coach));
    const auto proposal = "/standards/proposals/" + std::to_string(adopted.proposal.value);
    for (const auto& browser : {guest, clerk(1), steward(), administrator, coach})
        for (const auto& path :
             {std::string("/"), std::string("/standards"), at, at + "/versions/1", at + "/adoption",
              std::string("/standards/feed.atom"), proposal, std::string("/centers/birch"),
              std::string("/search?q=zanzibar"), std::string("/inbox"), std::string("/admin/audit")}) {
            const auto response = scene.get(browser, path);
            INFO(path << " " << response.status);
            CHECK_FALSE(has(response, "Zanzibar"));
            CHECK_FALSE(shows(response, "1 in progress"));
            CHECK_FALSE(shows(response, "In progress Zanzibar"));
        }
    for (const auto member : {adopted.clerks[1].id, adopted.stewards[0].id})
        for (const auto& path : {"/api/v1" + at, "/api/v1" + at + "/adoption"}) {
            const auto response = scene.call(scene.token(member), Method::get, path);
            CHECK_FALSE(has(response, "Zanzibar"));
            CHECK_FALSE(has(response, "in_progress\":1"));
        }
}

TEST_CASE_METHOD(Register, "what is shared the members see, but no guest") {
    REQUIRE(scene.post(clerk(0), at + "/adoption", {{"status_c1", "met"}, {"shared", "yes"}}).status == 303);
    CHECK(shows(scene.get(clerk(1), at), "Centers that share how far they are"));
    CHECK_FALSE(shows(scene.get(guest, at), "Centers that share how far they are"));
}

TEST_CASE_METHOD(Register, "totals appear with the fifth Center, to everybody") {
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK_FALSE(shows(read(at), "Centers: "));
        CHECK_FALSE(shows(scene.get(steward(), at), "Centers: "));
        REQUIRE(scene.post(clerk(i), at + "/adoption", {{"status_c1", i < 2 ? "met" : "not_yet"}}).status ==
                303);
    }
    CHECK(shows(read(at), "Of 5 Centers: 2 met, 0 in progress, 3 not yet"));
    CHECK(read_json("/api/v1" + at).at("adoption").at("centers") == 5);
}

TEST_CASE_METHOD(Register, "the API takes what a Center says, and keeps what it does not name") {
    const auto token = scene.token(adopted.clerks[2].id);
    const auto where = "/api/v1" + at + "/adoption";
    const auto saved = scene.call(token, Method::put, where,
                                  R"({"status_c1": "met", "note_c1": "Since May", "shared": true})");
    CHECK(saved.status == 200);
    CHECK(scene.call(token, Method::put, where, R"({"status_c2": "not_yet"})").status == 200);
    const auto own = boost::json::parse(scene.call(token, Method::get, where).content()).as_object();
    CHECK(own.at("shared") == true);
    CHECK(own.at("clauses").as_array().size() == 2);
    CHECK(own.at("clauses").as_array().at(0).at("note") == "Since May");
    CHECK(scene.call(token, Method::put, where, R"({"status_c1": "perhaps"})").status == 422);
    CHECK(scene.call(scene.token(adopted.clerks[2].id, "read"), Method::put, where, "{}").status == 403);
}

TEST_CASE_METHOD(Register, "home says first that the Center has not voted, and until when") {
    const auto location = revise();
    const standards::ProposalId revision{std::stoll(location.substr(location.rfind('/') + 1))};
    using namespace std::chrono_literals;
    const auto change = [&](const standards::StageChange& to) {
        return scene.database().write([&](store::Writer& db) {
            return standards::change_stage(db, adopted.stewards[0], revision, to, scene.now());
        });
    };
    REQUIRE(change({standards::Stage::consultation, "Ready", scene.now() + 1h}));
    CHECK(shows(scene.get(clerk(3), "/"), "Your Center has said nothing yet on: Two people"));
    scene.pass(2h);
    const standards::BallotKeys keys(scene.database().file());
    const standards::Opening opening{.rule = {{1, 2}, standards::threshold(standards::Preset::majority)},
                                     .closes = scene.now() + 20h,
                                     .revision = 1};
    const auto ballot = scene.database().write([&](store::Writer& db) {
        return standards::open_ballot(db, keys, base::system_random(), adopted.stewards[0], revision, opening,
                                      scene.now());
    });
    REQUIRE(ballot);
    const auto home = scene.get(clerk(3), "/");
    CHECK(shows(home, "Your Center has not voted: Two people"));
    CHECK(shows(home, "Closes tomorrow"));
    CHECK(shows(scene.get(clerk(3), "/standards"), "Your Center has not voted: Two people"));
    const auto colleague = scene.sign_in(scene.add_person("Eastmere Deputy", site::Role::member, "eastmere"));
    CHECK_FALSE(shows(scene.get(colleague, "/"), "Your Center has not voted")); // does not speak for it
    REQUIRE(scene.database().write([&](store::Writer& db) {
        return standards::cast_vote(db, keys, base::system_random(), adopted.clerks[3], *ballot,
                                    {standards::Choice::approve}, scene.now());
    }));
    CHECK_FALSE(shows(scene.get(clerk(3), "/"), "Your Center has not voted"));
}

TEST_CASE("a practice page leads to a proposal that has it as evidence") {
    Scene scene;
    const auto noor = scene.add_person("Noor Haddad");
    scene.write_page(noor, "Seals and bags", "Two people seal.");
    const auto browser = scene.sign_in(noor);
    CHECK(has(scene.get(browser, "/practices/seals-and-bags"), "href=\"/practices/seals-and-bags/propose\""));
    const auto form = scene.get(browser, "/practices/seals-and-bags/propose");
    CHECK(form.status == 200);
    CHECK(has(form, "action=\"/standards/proposals\""));
    CHECK(has(form, "value=\"Seals and bags\""));
    CHECK(shows(form, "- [[seals-and-bags]]"));
    CHECK(scene.get(browser, "/practices/nothing/propose").status == 404);
}
