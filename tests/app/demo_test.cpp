#include "app/demo/load.hpp"
#include "app/schema.hpp"
#include "forum/forum.hpp"
#include "members/members.hpp"
#include "revisions/revisions.hpp"
#include "search/index.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/ballots/verify.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "store/integrity.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"
#include "wiki/wiki.hpp"

namespace {

struct Loaded {
    testing::TemporaryFolder folder;
    store::Database database{folder.path() / "cohort.db", app::migrations()};
    std::unique_ptr<store::Connection> connection;

    Loaded() {
        app::load_demo(database, source_tree::path_of("demo"), *base::parse_iso_time("2027-11-21T15:00:00Z"),
                       base::system_random());
        connection = database.open_reader();
    }
};

} // namespace

TEST_CASE("the demonstration content loads whole and is sound") {
    Loaded demo;
    store::Reader db(*demo.connection);
    CHECK(db.get<int, "SELECT count(*) FROM centers /* whole table: a test counts */">() == 12);
    CHECK(db.get<int, "SELECT count(*) FROM members /* whole table: a test counts */">() >= 30);
    CHECK(db.get<int,
                 "SELECT count(*) FROM threads WHERE kind = 'question' /* whole table: a test counts */">() >=
          20);
    CHECK(db.get<int, "SELECT count(*) FROM pages /* whole table: a test counts */">() >= 12);
    CHECK(db.get<int, "SELECT count(DISTINCT center_id) FROM center_delegates WHERE rank = 0">() == 12);
    for (const char* email :
         {"admin@example.org", "steward@example.org", "coach@example.org", "clerk@example.org"})
        CHECK(members::find_by_email(db, email));

    CHECK(store::integrity_faults(*demo.connection).empty());
    CHECK(revisions::check(db).empty());
    CHECK(forum::check(db).empty());
    CHECK(wiki::check(db).empty());
    CHECK(standards::check_ledgers(db).empty());
    CHECK(standards::check_proposals(db).empty());
    CHECK(standards::check_ballots(db).empty());
    CHECK(standards::check_register(db).empty());
    CHECK(demo.database.write([](store::Writer& writer) { return search::check(writer); }).empty());
}

TEST_CASE("the demonstration has standards at every stage") {
    Loaded demo;
    store::Reader db(*demo.connection);
    using standards::Stage;
    for (const auto stage : base::all_values<Stage>()) {
        INFO(base::enum_text(stage));
        CHECK_FALSE(standards::list_proposals(db, stage, 10).empty());
    }
    const auto now = *base::parse_iso_time("2027-11-21T15:00:00Z");
    const auto clerk = members::find_by_email(db, "clerk@example.org").value();
    const auto center = db.get<base::CenterId, "SELECT center_id FROM members WHERE id = ?">(clerk);
    const site::Viewer viewer{.id = clerk, .center = center};
    const auto waiting = standards::ballots_waiting_for(db, viewer, now);
    REQUIRE(waiting.to_vote.size() == 1);
    CHECK(waiting.to_vote[0].closes > now + std::chrono::days(1));
    CHECK_FALSE(standards::result_of(db, waiting.to_vote[0].id));
    CHECK_FALSE(standards::proposals_waiting_for(db, viewer, now).consultations.empty());

    bool secret = false;
    bool second_version = false;
    bool totals = false;
    for (const auto& standard : standards::list_standards(db)) {
        second_version = second_version || standard.version > 1;
        totals = totals || standards::adoption_totals(db, standard.id);
        const auto ballot = standards::find_ballot(db, standard.ballot).value();
        secret = secret || ballot.secrecy == standards::Secrecy::secret;
        const auto verified = standards::verify(standards::record_of(db, ballot.id).value());
        INFO(standards::report(verified));
        CHECK(verified);
    }
    CHECK((secret && second_version && totals));
    const auto failed = standards::list_proposals(db, Stage::not_adopted, 1).at(0);
    const auto result = standards::result_of(db, standards::ballots_of(db, failed.id).at(0).id).value();
    CHECK(result.reason == standards::Reason::too_few_took_part);
}

TEST_CASE("unread in the demonstration is what is new") {
    Loaded demo;
    store::Reader db(*demo.connection);
    const auto unread = [&](base::Time before) {
        return db.get<int, "SELECT count(*) FROM inbox WHERE read_at IS NULL AND at < ? "
                           "/* whole table: a test counts */">(before);
    };
    const auto now = *base::parse_iso_time("2027-11-21T15:00:00Z");
    CHECK(unread(now - std::chrono::days(3)) == 0);
    CHECK(unread(now + std::chrono::days(1)) > 10);
}

TEST_CASE("making everything again changes nothing that was made") {
    Loaded demo;
    const auto picture = [&] {
        store::Reader db(*demo.connection);
        std::string all;
        db.each<std::string, "SELECT html FROM rendered ORDER BY text_id /* whole table: a test compares */">(
            [&](std::string&& html) { all += html; });
        return all;
    };
    const auto before = picture();
    REQUIRE(before.size() > 100'000);
    demo.database.write([](store::Writer& writer) {
        writer.run<"DELETE FROM rendered /* whole table: a test destroys what can be made again */">();
        revisions::rebuild(writer);
        search::clear(writer);
        forum::rebuild(writer);
        wiki::rebuild(writer);
    });
    CHECK(picture() == before);
    store::Reader db(*demo.connection);
    CHECK(forum::check(db).empty());
}
