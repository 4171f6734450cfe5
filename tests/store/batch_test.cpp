// What the jobs of one transaction leave for its end, and the write-ahead log that readers hold back.
#include "store/database.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <array>

namespace {

constexpr std::array<store::Migration, 1> steps{
    {{1, "0001_words.sql", "CREATE TABLE words (word TEXT PRIMARY KEY CHECK (word <> '')) STRICT;"}}};

struct Words {
    testing::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "words.db";
    store::Database database{file, steps};
    std::unique_ptr<store::Connection> connection = database.open_reader();
    store::Reader reader{*connection};

    [[nodiscard]] std::vector<std::string> all() {
        return reader.all<std::string, "SELECT word FROM words ORDER BY rowid">();
    }
};

void add(store::Writer& db, const std::string& word) {
    db.run<"INSERT INTO words (word) VALUES (?)">(word);
}

store::Writer::Work adding(const std::string& word) {
    return [word](store::Writer& db) { add(db, word); };
}

} // namespace

TEST_CASE_METHOD(Words, "work left for the end is done after the job, in its order, and is as durable") {
    database.write([](store::Writer& db) {
        db.before_commit(adding("second"));
        db.before_commit(adding("third"));
        add(db, "first");
    });
    CHECK(all() == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE_METHOD(Words, "work left for the end is left out when its job is undone") {
    const auto refused = database.write([](store::Writer& db) -> base::Result<int> {
        db.before_commit(adding("of the undone"));
        return base::fail(base::ProblemKind::conflict, "no");
    });
    CHECK_FALSE(refused.has_value());
    database.write([](store::Writer& db) { add(db, "of the next"); });
    CHECK(all() == std::vector<std::string>{"of the next"});
}

TEST_CASE_METHOD(Words, "work for the end that fails undoes its job and is not tried again") {
    CHECK_THROWS(database.write([](store::Writer& db) {
        add(db, "kept with the rest or not at all");
        db.before_commit(adding(""));
    }));
    database.write([](store::Writer& db) { add(db, "of the next"); });
    CHECK(all() == std::vector<std::string>{"of the next"});
}

TEST_CASE_METHOD(Words,
                 "a job that leaves very much for the end, and is then undone, leaves nothing behind") {
    CHECK_THROWS(database.write([](store::Writer& db) -> base::Result<int> {
        for (int i = 0; i < 1500; ++i)
            db.before_commit(adding(std::to_string(i)));
        return base::fail(base::ProblemKind::conflict, "no");
    }));
    CHECK(all().empty());
    database.write([](store::Writer& db) {
        for (int i = 0; i < 1500; ++i)
            db.before_commit(adding(std::to_string(i)));
    });
    CHECK(all().size() == 1500);
}

TEST_CASE_METHOD(Words, "the log is emptied as soon as nobody reads in it") {
    const auto log = [&] { return std::filesystem::file_size(file.string() + "-wal"); };
    store::Connection other(file, store::Access::write);
    store::Snapshot snapshot(reader);
    CHECK(all().empty());
    database.write([](store::Writer& db) { add(db, "newer than what is read"); });
    CHECK_FALSE(other.empty_log(std::chrono::milliseconds(1)));
    CHECK(log() > 0);
    snapshot.end();
    CHECK(other.empty_log(std::chrono::milliseconds(1)));
    CHECK(log() == 0);
    snapshot.renew();
    CHECK(all().size() == 1);
}
