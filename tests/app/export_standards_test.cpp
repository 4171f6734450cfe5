// What an export holds of standards, and what it never holds.
#include "app/export/export_standards.hpp"
#include "standards/ballots/verify.hpp"
#include "tests/support/adopted_standard.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <boost/json/parse.hpp>

#include <fstream>

using namespace standards;
using namespace std::chrono_literals;

namespace {

struct Exported {
    testing::Scene scene{};
    testing::AdoptedStandard adopted{scene};
    testing::TemporaryFolder folder{};

    std::string text(const std::filesystem::path& name) const {
        std::ifstream in(folder.path() / name);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Whether any file holds these bytes.
    bool holds(std::string_view words) const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file() && text(entry.path()).find(words) != std::string::npos) return true;
        return false;
    }
    app::ExportedStandards write() { return app::export_standards(scene.reader(), folder.path()); }

    /// A revision of the standard whose ballot is open and in which the first clerk has declined.
    void vote_on_revision(Secrecy secrecy, const std::string& reason) {
        auto& db = scene.database();
        const auto id = db.write([&](store::Writer& w) {
                              return revise_standard(w, adopted.clerks[1], adopted.number, scene.now());
                          }).value();
        const StageChange open{Stage::consultation, "Ready", scene.now() + 1h};
        REQUIRE(db.write(
            [&](store::Writer& w) { return change_stage(w, adopted.stewards[0], id, open, scene.now()); }));
        scene.pass(2h);
        const BallotKeys keys(db.file());
        const auto random = base::system_random();
        const Opening opening{.secrecy = secrecy,
                              .rule = {{1, 2}, threshold(Preset::majority)},
                              .closes = scene.now() + 20h,
                              .revision = 1};
        const auto ballot =
            db.write([&](store::Writer& w) {
                  return open_ballot(w, keys, random, adopted.stewards[0], id, opening, scene.now());
              }).value();
        REQUIRE(db.write([&](store::Writer& w) {
            return cast_vote(w, keys, random, adopted.clerks[0], ballot, {Choice::decline, reason},
                             scene.now());
        }));
    }
};

} // namespace

TEST_CASE_METHOD(Exported, "an export has the standards, their proposals, ledgers and records") {
    const auto done = write();
    CHECK(done.standards == 1);
    CHECK(done.proposals == 1);
    CHECK(done.records == 1);
    const auto standard = text("standards/" + adopted.number + ".md");
    CHECK(standard.starts_with("---\nnumber: CE-2027-01\nversion: 1\n"));
    CHECK(standard.find("### The rule is in writing {#c1}") != std::string::npos);
    CHECK(std::filesystem::exists(folder.path() / "standards/.git"));
    CHECK(std::filesystem::exists(folder.path() / "standards/proposals/1-two-people.md"));
    CHECK(verify(text("records/ballot-" + std::to_string(adopted.ballot.value) + ".json")));

    std::vector<std::string> kinds;
    std::istringstream lines(text("ledgers/1.ndjson"));
    std::string line;
    for (; std::getline(lines, line);)
        kinds.push_back(std::string(boost::json::parse(line).at("kind").as_string()));
    CHECK(kinds.front() == "proposed");
    CHECK(kinds.back() == "standard_published");
    const auto comment = boost::json::parse(text("comments.ndjson")).as_object();
    CHECK(comment.at("disposition") == "declined");
    CHECK(boost::json::parse(text("standards.ndjson")).at("number") == "CE-2027-01");
}

TEST_CASE_METHOD(Exported, "the files end on the newest text, though the clock was set back before it") {
    const auto save = [&](int base, const std::string& statement) {
        return scene.database().write([&](store::Writer& w) {
            const auto id = list_proposals(w, Stage::draft, 1).at(0).id;
            return save_proposal(w, adopted.clerks[1], id, base, {"Two people", statement}, scene.now());
        });
    };
    REQUIRE(scene.database().write([&](store::Writer& w) {
        return revise_standard(w, adopted.clerks[1], adopted.number, scene.now());
    }));
    REQUIRE(save(1, "Before the clock was set back."));
    scene.pass(-3h);
    REQUIRE(save(2, "After it."));
    write();
    CHECK(text("standards/proposals/2-two-people.md").find("After it.") != std::string::npos);
}

TEST_CASE_METHOD(Exported, "no vote of an open ballot leaves the program") {
    const auto secrecy = GENERATE(Secrecy::open, Secrecy::secret);
    vote_on_revision(secrecy, "Zanzibar has none");
    const auto done = write();
    CHECK(done.proposals == 2);
    CHECK(done.records == 1);
    CHECK_FALSE(holds("Zanzibar"));
    CHECK(text("ledgers/2.ndjson").find("\"choice\":\"decline\"") == std::string::npos);
}

TEST_CASE_METHOD(Exported, "what a Center says of itself leaves the program with nobody") {
    REQUIRE(scene.database().write([&](store::Writer& w) {
        return adopt(w, adopted.clerks[0], adopted.number, {{"c1", AdoptionStatus::not_yet, "Zanzibar"}},
                     true, scene.now());
    }));
    write();
    CHECK_FALSE(holds("Zanzibar"));
    CHECK_FALSE(holds("not_yet"));
}
