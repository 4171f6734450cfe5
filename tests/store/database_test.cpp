#include "store/backup.hpp"
#include "store/database.hpp"
#include "store/failure.hpp"
#include "store/integrity.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <array>
#include <fstream>
#include <thread>

namespace {

constexpr std::array<store::Migration, 2> steps{{
    {1, "0001_notes.sql",
     "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> ''), at INTEGER) STRICT;"},
    {2, "0002_index.sql", "CREATE INDEX notes_by_time ON notes (at);"},
}};

struct Note {
    std::int64_t id;
    std::string text;
    std::optional<base::Time> at;
};

struct Files {
    testing::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "notes.db";
};

std::int64_t add_note(store::Writer& db, const std::string& text) {
    return db.insert<base::Id<struct NoteTag>, "INSERT INTO notes (text) VALUES (?)">(text).value;
}

std::vector<Note> notes_of(store::Reader& db) {
    return db.all<Note, "SELECT id, text, at FROM notes ORDER BY id">();
}

std::vector<Note> notes_of(store::Database& database) {
    const auto connection = database.open_reader();
    store::Reader reader(*connection);
    return notes_of(reader);
}

} // namespace

TEST_CASE_METHOD(Files,
                 "what a job wrote is there for others once write() returns, and after opening again") {
    {
        store::Database database(file, steps);
        CHECK(database.write([](store::Writer& db) { return add_note(db, "seal 0117"); }) == 1);
        CHECK(notes_of(database).at(0).text == "seal 0117");
    }
    store::Database again(file, steps);
    CHECK(notes_of(again).size() == 1);
    CHECK_FALSE(notes_of(again).at(0).at.has_value());
}

TEST_CASE_METHOD(Files, "a job that fails or refuses is undone wholly and alone") {
    store::Database database(file, steps);
    CHECK_THROWS_AS(database.write([](store::Writer& db) {
        add_note(db, "half");
        add_note(db, ""); // the schema refuses it
    }),
                    store::Failure);
    const auto refused = database.write([](store::Writer& db) -> base::Result<int> {
        add_note(db, "half");
        return base::fail(base::ProblemKind::conflict, "somebody was faster");
    });
    CHECK_FALSE(refused.has_value());
    database.write([](store::Writer& db) { add_note(db, "whole"); });
    const auto notes = notes_of(database);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].text == "whole");
}

TEST_CASE_METHOD(Files, "jobs of many threads are all kept, each once, beside jobs that fail") {
    store::Database database(file, steps);
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                database.write(
                    [&](store::Writer& db) { add_note(db, std::to_string(t) + "/" + std::to_string(i)); });
                if (i % 5 == 0) {
                    try {
                        database.write([](store::Writer& db) { add_note(db, ""); });
                    } catch (const store::Failure&) {}
                }
            }
        });
    for (auto& thread : threads)
        thread.join();
    std::vector<std::string> texts;
    for (const auto& note : notes_of(database))
        texts.push_back(note.text);
    std::ranges::sort(texts);
    CHECK(texts.size() == 400);
    CHECK(std::ranges::adjacent_find(texts) == texts.end());
}

TEST_CASE_METHOD(Files, "a snapshot shows one moment until it is renewed") {
    store::Database database(file, steps);
    const auto connection = database.open_reader();
    store::Reader reader(*connection);
    store::Snapshot snapshot(reader);
    CHECK(notes_of(reader).empty());
    database.write([](store::Writer& db) { add_note(db, "new"); });
    CHECK(notes_of(reader).empty());
    snapshot.renew();
    CHECK(notes_of(reader).size() == 1);
}

TEST_CASE_METHOD(Files, "a reader's connection cannot write") {
    store::Database database(file, steps);
    const auto connection = database.open_reader();
    store::Writer smuggled(*connection);
    CHECK_THROWS_AS(add_note(smuggled, "no"), store::Failure);
}

TEST_CASE_METHOD(Files, "the version grows with each commit") {
    store::Database database(file, steps);
    const auto before = database.version();
    database.write([](store::Writer& db) { add_note(db, "x"); });
    CHECK(database.version() > before);
}

TEST_CASE_METHOD(Files, "later writes are kept before the program ends") {
    {
        store::Database database(file, steps);
        database.write_later([](store::Writer& db) { add_note(db, "later"); });
    }
    store::Database again(file, steps);
    CHECK(notes_of(again).size() == 1);
}

TEST_CASE_METHOD(Files, "data of a newer program and changed steps are refused in words") {
    { store::Database database(file, steps); }
    CHECK_THROWS_WITH(store::Database(file, std::span(steps).first(1)), Catch::Contains("newer Cohort"));
    auto changed = steps;
    changed[1].sql = "CREATE INDEX other ON notes (at);";
    CHECK_THROWS_WITH(store::Database(file, changed), Catch::Contains("0002_index.sql"));
}

TEST_CASE_METHOD(Files, "a step that fails leaves nothing of itself behind") {
    { store::Database database(file, std::span(steps).first(1)); }
    auto broken = steps;
    broken[1].sql = "CREATE TABLE extra (id INTEGER) STRICT; CREATE NONSENSE;";
    CHECK_THROWS_AS(store::Database(file, broken), store::Failure);
    store::Database sound(file, steps);
    const auto connection = sound.open_reader();
    store::Reader reader(*connection);
    CHECK(reader.get<int, "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'">() == 0);
}

TEST_CASE_METHOD(Files, "a backup made while others write is whole and opens by itself") {
    store::Database database(file, steps);
    for (int i = 0; i < 100; ++i)
        database.write([&](store::Writer& db) { add_note(db, std::to_string(i)); });
    const auto copy = folder.path() / "copy.db";
    store::backup(file, copy);
    CHECK_THROWS_WITH(store::backup(file, copy), Catch::Contains("exists already"));
    store::Database opened(copy, steps);
    CHECK(notes_of(opened).size() == 100);
    const auto connection = opened.open_reader();
    CHECK(store::integrity_faults(*connection).empty());
}

TEST_CASE_METHOD(Files, "a damaged file is found or refused") {
    {
        store::Database database(file, steps);
        for (int i = 0; i < 500; ++i)
            database.write(
                [&](store::Writer& db) { add_note(db, std::string(200, 'x') + std::to_string(i)); });
    }
    {
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(4096 * 3);
        out << std::string(4096, '\x5A');
    }
    const auto look = [&] {
        store::Connection connection(file, store::Access::read);
        return store::integrity_faults(connection).empty();
    };
    bool found = false;
    try {
        found = !look();
    } catch (const store::Failure&) {
        found = true;
    }
    CHECK(found);
}
