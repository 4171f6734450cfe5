#include "base/sealed.hpp"
#include "standards/ballots/ballot_keys.hpp"
#include "standards/ballots/sealed_vote.hpp"
#include "standards/local_time.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <fstream>

using namespace standards;

namespace {

struct Keys {
    testing::TemporaryFolder folder;
    BallotKeys keys{folder.path() / "cohort.db"};
    base::Random random = base::system_random();
    base::Time opens = *base::parse_iso_time("2027-03-01T09:00:00Z");
};

} // namespace

TEST_CASE_METHOD(Keys, "a key lies in a file of its own that its owner alone may read") {
    CHECK_FALSE(keys.find(ProposalId{3}, opens));
    keys.make(ProposalId{3}, opens, random);
    const auto key = keys.find(ProposalId{3}, opens);
    REQUIRE(key);
    CHECK(key->size() == 32);
    CHECK_FALSE(keys.find(ProposalId{4}, opens));
    using std::filesystem::perms;
    const auto all = perms::mask;
    const auto place = folder.path() / "ballot-keys";
    CHECK((std::filesystem::status(place).permissions() & all) == perms::owner_all);
    for (const auto& file : std::filesystem::directory_iterator(place))
        CHECK((file.status().permissions() & all) == (perms::owner_read | perms::owner_write));
    REQUIRE(keys.names().size() == 1);
    CHECK(keys.names()[0].proposal == ProposalId{3});
    CHECK(keys.names()[0].opens == opens);
}

TEST_CASE_METHOD(Keys, "a destroyed key is overwritten and gone, and may be destroyed twice") {
    keys.make(ProposalId{3}, opens, random);
    // A second name for the same bytes on disk shows what becomes of them.
    const auto link = folder.path() / "link";
    for (const auto& file : std::filesystem::directory_iterator(folder.path() / "ballot-keys"))
        std::filesystem::create_hard_link(file.path(), link);
    keys.destroy(ProposalId{3}, opens);
    keys.destroy(ProposalId{3}, opens);
    CHECK_FALSE(keys.find(ProposalId{3}, opens));
    CHECK(keys.names().empty());
    std::ifstream in(link, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    CHECK(bytes == std::string(32, '\0'));
}

TEST_CASE_METHOD(Keys, "a sealed vote opens for its seat and key alone") {
    const auto key = base::random_key(random);
    const Vote vote{Choice::decline, "Nous sommes trois. 😀"};
    const auto sealed = seal_vote(key, BallotId{7}, 4, vote, random);
    CHECK(sealed != seal_vote(key, BallotId{7}, 4, vote, random));
    const auto opened = unseal_vote(key, BallotId{7}, 4, sealed);
    REQUIRE(opened);
    CHECK(opened->choice == vote.choice);
    CHECK(opened->reason == vote.reason);
    CHECK_FALSE(unseal_vote(key, BallotId{7}, 5, sealed));
    CHECK_FALSE(unseal_vote(key, BallotId{8}, 4, sealed));
    CHECK_FALSE(unseal_vote(base::random_key(random), BallotId{7}, 4, sealed));
    CHECK_FALSE(unseal_vote(key, BallotId{7}, 4, sealed.substr(1)));
    CHECK(tracker_of(key, BallotId{7}, 4) != tracker_of(key, BallotId{7}, 5));
}

TEST_CASE("a closing time is that of the office's own clock, also when clocks are set") {
    const auto in = [](const char* day, const char* time, const char* zone = "America/New_York") {
        const auto at = local_time(day, time, zone);
        return at ? base::iso_time(*at) : "none";
    };
    CHECK(in("2027-03-01", "17:00") == "2027-03-01T22:00:00Z");
    CHECK(in("2027-03-14", "17:00") == "2027-03-14T21:00:00Z"); // forward in that night
    CHECK(in("2027-03-14", "01:00") == "2027-03-14T06:00:00Z");
    CHECK(in("2027-11-07", "17:00") == "2027-11-07T22:00:00Z"); // back in that night
    CHECK(in("2027-11-07", "00:00") == "2027-11-07T04:00:00Z");
    CHECK(in("2027-12-31", "23:59", "Pacific/Honolulu") == "2028-01-01T09:59:00Z");
    for (const auto* wrong : {"24:00", "17:60", "5 pm", "", "17:00:00"})
        CHECK(in("2027-03-01", wrong) == "none");
    CHECK(in("2027-02-30", "17:00") == "none");
    CHECK(in("2027-03-01T00:00:00Z", "17:00") == "none");
}
