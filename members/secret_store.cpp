#include "members/forgery.hpp"

namespace members {

std::string installation_key(store::Database& database, const base::Random& random) {
    return database.write([&](store::Writer& db) {
        const std::string fresh = base::random_token(random);
        db.run<"INSERT OR IGNORE INTO secrets (name, value) VALUES ('forgery', ?)">(fresh);
        return db.get<std::string, "SELECT value FROM secrets WHERE name = 'forgery'">();
    });
}

} // namespace members
