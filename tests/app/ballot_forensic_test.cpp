// After a secret ballot has closed, somebody takes the data folder and tries to tie votes to voters: by ids,
// by the order of rows, by times, by trackers, by what is left in free pages and in the write-ahead log.
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "base/digest.hpp"
#include "standards/ballots/sealed_vote.hpp"
#include "standards/ballots/vote_store.hpp"
#include "standards/canonical_json.hpp"
#include "standards/ledger_store.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <fstream>
#include <random>

namespace {

using namespace std::chrono_literals;
using standards::BallotId;
using standards::Choice;

constexpr int seats = 40;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every byte of every file in the folder: data, write-ahead log, its index, keys.
std::string all_bytes(const std::filesystem::path& folder) {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += read_file(entry.path()) + '\n';
    return bytes;
}

bool holds(const std::string& bytes, const std::string& part) {
    return bytes.find(part) != std::string::npos;
}

std::string number(std::size_t seat) {
    return std::to_string(1'000 + seat);
}

struct Case {
    testing::Scene scene{};
    std::filesystem::path folder = scene.database().file().parent_path();
    testing::BallotHall hall{scene.database(), seats, scene.now()};
    base::Time opens = scene.now() + 48h;
    BallotId ballot = hall.open(standards::Secrecy::secret, opens);
    standards::ProposalId proposal = standards::find_ballot(scene.reader(), ballot)->proposal;
    // What only the test knows: the key, and which seats voted in which order.
    std::string key = hall.keys().find(proposal, opens).value();
    std::vector<std::size_t> order{};

    Case() {
        for (std::size_t i = 0; i < seats; ++i)
            order.push_back(i);
        std::mt19937 random(11);
        std::ranges::shuffle(order, random);
        auto at = opens;
        for (const auto i : order)
            cast(i, Choice::decline, "first-thought-" + number(i), at += 1min);
        for (const auto i : order) // each changes its mind
            cast(i, i % 3 == 0 ? Choice::decline : Choice::approve_with_comments, "last-word-" + number(i),
                 at += 1min);
    }
    void cast(std::size_t clerk, Choice choice, const std::string& reason, base::Time at) {
        REQUIRE(hall.vote(hall.clerks[clerk], ballot, choice, at, reason));
    }
    void close() {
        hall.settle(opens + 24h);
        for (const auto& who : {hall.steward, hall.other_steward})
            REQUIRE(hall.certify(who, ballot, opens + 25h));
    }
    std::string key_in(std::string_view form) {
        return form == "hex" ? base::hex(key) : form == "base64url" ? base::base64url(key) : key;
    }
    /// The clerk whose vote has that reason: what the attacker wants to find out.
    static std::size_t voter_of(const standards::SecretVote& vote) {
        return std::stoul(vote.reason.substr(vote.reason.rfind('-') + 1)) - 1'000;
    }
    /// How many voters somebody guesses who says that the n-th vote is that of the n-th of these clerks.
    static int guessed(const std::vector<standards::SecretVote>& votes,
                       const std::vector<std::size_t>& clerks) {
        int right = 0;
        for (std::size_t i = 0; i < votes.size(); ++i)
            right += voter_of(votes[i]) == clerks[i];
        return right;
    }
};

// By chance one of 40 guesses is right; ten or more are so in one of ten million shuffles.
constexpr int no_better_than_chance = 9;

} // namespace

TEST_CASE_METHOD(Case, "while a secret ballot is open its file holds no choice, reason, tracker or key") {
    const auto data = read_file(scene.database().file()) + read_file(folder / "cohort.db-wal");
    REQUIRE(holds(data, "Center 001 County")); // it is the data
    CHECK_FALSE(holds(data, "first-thought-"));
    CHECK_FALSE(holds(data, "last-word-"));
    for (const auto* form : {"raw", "hex", "base64url"})
        CHECK_FALSE(holds(data, key_in(form)));
    for (std::int64_t seat = 1; seat <= seats; ++seat)
        CHECK_FALSE(holds(data, standards::tracker_of(key, ballot, seat)));
}

TEST_CASE_METHOD(Case, "after the close the folder holds neither the key nor a thought that was changed") {
    const auto sealed = standards::sealed_votes_of(scene.reader(), ballot);
    REQUIRE(sealed.size() == seats);
    close();
    const auto bytes = all_bytes(folder);
    REQUIRE(holds(bytes, "last-word-1007")); // public now, by tracker
    CHECK_FALSE(holds(bytes, "first-thought-"));
    for (const auto* form : {"raw", "hex", "base64url"})
        CHECK_FALSE(holds(bytes, key_in(form)));
    CHECK(hall.keys().names().empty());
    CHECK(standards::sealed_votes_of(scene.reader(), ballot).empty());

    // Sealed rows may be left in free pages or in the log; all are equally long, and only the key opened
    // them.
    for (const auto& one : sealed) {
        CHECK(one.sealed.size() == sealed[0].sealed.size());
        CHECK_FALSE(standards::unseal_vote(std::string(32, '\0'), ballot, one.seat, one.sealed));
        CHECK(standards::unseal_vote(key, ballot, one.seat, one.sealed));
    }
}

TEST_CASE_METHOD(Case, "the rows of cast votes hold no id, no time and no order that leads to a seat") {
    close();
    std::vector<std::string> columns;
    store::Statement info(scene.reader().connection().handle(),
                          "SELECT name FROM pragma_table_info('secret_votes')");
    while (info.step())
        info.read(0, columns.emplace_back());
    CHECK(columns == std::vector<std::string>{"ballot_id", "tracker", "choice", "reason"});
    CHECK_THROWS(store::Statement(scene.reader().connection().handle(), "SELECT rowid FROM secret_votes"));

    // As they lie in the table, in no asked order; as the page and the record list them.
    const auto votes = standards::secret_votes_of(scene.reader(), ballot);
    REQUIRE(votes.size() == seats);
    std::vector<std::string> trackers;
    for (const auto& vote : votes)
        trackers.push_back(vote.tracker);
    CHECK(std::ranges::is_sorted(trackers));
    CHECK(scene.reader()
              .all<std::string, "SELECT tracker FROM secret_votes /* whole table: a test looks */">() ==
          trackers);

    std::vector<std::size_t> by_seat;
    for (std::size_t i = 0; i < seats; ++i)
        by_seat.push_back(i);
    CHECK(guessed(votes, by_seat) <= no_better_than_chance);
    CHECK(guessed(votes, order) <= no_better_than_chance);
    auto backwards = order;
    std::ranges::reverse(backwards);
    CHECK(guessed(votes, backwards) <= no_better_than_chance);
}

TEST_CASE_METHOD(Case, "times and order in the ledger lead to seats and never to votes") {
    close();
    const auto ledger = standards::ledger_of(scene.reader(), proposal);
    int took_part = 0;
    for (const auto& entry : ledger) {
        const auto text = standards::canonical_json(entry.body);
        if (entry.kind == "seat_took_part") {
            CHECK(entry.body.size() == 2); // ballot and seat: no choice, no reason, no tracker
            ++took_part;
        } else if (entry.kind == "votes_entered") {
            CHECK(entry.at == opens + 24h);
            CHECK(entry.actor == "program");
            CHECK_FALSE(holds(text, "\"seat\""));
            CHECK_FALSE(holds(text, "\"at\""));
        } else {
            CHECK_FALSE(holds(text, "last-word-"));
        }
    }
    CHECK(took_part == seats); // once each, though each voted twice
}

TEST_CASE_METHOD(Case, "a tracker stands beside its vote and nowhere beside a seat") {
    close();
    std::vector<std::string> texts; // every text of every table but those two that are meant to hold it
    store::Statement tables(
        scene.reader().connection().handle(),
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT IN ('secret_votes', 'ledger_entries')");
    while (tables.step()) {
        std::string name;
        tables.read(0, name);
        store::Statement rows(scene.reader().connection().handle(), "SELECT * FROM \"" + name + "\"");
        while (rows.step())
            for (int column = 0; column < rows.columns(); ++column) {
                std::optional<std::string> value;
                rows.read(column, value);
                texts.push_back(value.value_or(""));
            }
    }
    REQUIRE(texts.size() > 500);
    for (std::int64_t seat = 1; seat <= seats; ++seat) {
        const auto tracker = standards::tracker_of(key, ballot, seat);
        const auto found =
            std::ranges::find_if(texts, [&](const std::string& text) { return holds(text, tracker); });
        CHECK(found == texts.end());
    }
}

TEST_CASE_METHOD(Case,
                 "a backup of an open secret ballot lacks its key, and a ballot without a key is void") {
    const auto copy = folder / "backup.db";
    app::backup(folder, copy);
    const auto bytes = read_file(copy);
    for (const auto* form : {"raw", "hex", "base64url"})
        CHECK_FALSE(holds(bytes, key_in(form)));
    CHECK_FALSE(holds(bytes, "last-word-"));

    const testing::TemporaryFolder elsewhere;
    app::restore(copy, elsewhere.path());
    const auto restored = app::open_data(elsewhere.path());
    const standards::BallotKeys keys(restored->file());
    CHECK(keys.names().empty());
    restored->write([&](store::Writer& db) { standards::settle_due(db, keys, opens + 24h); });
    const auto connection = restored->open_reader();
    store::Reader reader(*connection);
    const auto found = standards::find_ballot(reader, ballot).value();
    CHECK(found.voided_at == opens + 24h);
    CHECK(holds(found.voided_reason, "key"));
    CHECK(standards::sealed_votes_of(reader, ballot).empty());
}
