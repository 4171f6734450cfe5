#include "app/demo/load.hpp"

#include "app/demo/pages.hpp"
#include "app/demo/people.hpp"
#include "app/demo/threads.hpp"
#include "members/passwords.hpp"

namespace app {

void load_demo(store::Database& database, const std::filesystem::path& content, base::Time now,
               const base::Random& random) {
    // One hash for all: hashing takes long on purpose, and here everybody has the same password anyway.
    const std::string hash = members::hash_password(demo_password, random);
    database.write([&](store::Writer& writer) {
        const People people = load_people(writer, content, hash, now - std::chrono::days(400));
        load_pages(writer, content, people, now);
        load_threads(writer, content, people, now);
    });
}

} // namespace app
