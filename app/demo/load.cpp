#include "app/demo/load.hpp"

#include "app/demo/pages.hpp"
#include "app/demo/people.hpp"
#include "app/demo/standards.hpp"
#include "app/demo/threads.hpp"
#include "members/passwords.hpp"
#include "notices/notices.hpp"
#include "standards/ballots/ballots.hpp"

namespace app {

void load_demo(store::Database& database, const std::filesystem::path& content, base::Time now,
               const base::Random& random) {
    // One hash for all: hashing takes long on purpose, and here everybody has the same password anyway.
    const std::string hash = members::hash_password(demo_password, random);
    const standards::BallotKeys keys(database.file());
    database.write([&](store::Writer& writer) {
        const People people = load_people(writer, content, hash, now - std::chrono::days(400));
        load_pages(writer, content, people, now);
        load_threads(writer, content, people, now);
        load_standards(writer, content, people, keys, random, now);
        // Who looks in every few days has read what is older: what is unread is news.
        notices::settle_before(writer, now - std::chrono::days(3), now);
    });
    const auto connection = database.open_reader();
    store::Reader reader(*connection);
    standards::destroy_spent_keys(reader, keys);
}

} // namespace app
