// What a handler gets, and all it gets: the request already read, the viewer, a consistent view of the data,
// the way to write, the time and randomness. A handler is a plain function of it: permit, read, decide, show.
#pragma once

#include "base/clock.hpp"
#include "base/problem.hpp"
#include "base/random.hpp"
#include "server/fields.hpp"
#include "server/request.hpp"
#include "server/response.hpp"
#include "site/viewer.hpp"
#include "store/database.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace site {

/// What lives as long as the program and is the same for every request.
struct Services {
    store::Database& database;
    base::Clock clock;
    base::Random random;
    std::string site_name = "Cohort"; // the program's name for itself, from the settings
    std::string address{}; // "https://cohort.example.gov": for links in mail and feeds; no slash at its end
    int endorsements = 3;  // how many Centers must endorse an idea before it becomes a draft
};

struct Context {
    const Services& services;
    const server::Request& request;
    store::Reader& db; // reads one consistent moment; renewed after each write
    store::Snapshot& snapshot;
    base::Time now;
    std::string request_id; // in the log and on error pages
    Viewer viewer{};
    server::Fields query{};      // of the address
    server::Fields input{};      // of the body: a form's fields, or a JSON object's members
    std::string forgery_token{}; // every form that changes something carries it (site::forgery_field)
    int waiting = 0;             // unread entries of the viewer's inbox, for the frame
    std::string notice{};        // what the last act wants said ("Your answer is posted."), shown once

    /// Runs the job on the one writer and waits until it is durable; see store::Database::write. What was
    /// read before is no longer held meanwhile; `db` reads the new state afterwards.
    template <class Job> auto write(Job&& job) {
        snapshot.end();
        struct Renew {
            store::Snapshot& snapshot;
            ~Renew() { snapshot.renew(); }
        } renew{snapshot};
        return services.database.write(std::forward<Job>(job));
    }

    [[nodiscard]] bool is_api() const { return request.is_api(); }
};

/// The next page shows `notice` once in its live region.
void set_notice(const Context& c, server::Response& response, std::string_view notice);
/// 303 to `where`, and the notice there.
server::Response done(const Context& c, const server::Url& where, std::string_view notice = {});

/// A Problem as a page for browsers, as application/problem+json (RFC 9457) for the API.
server::Response problem(const Context& c, const base::Problem& problem);
server::Response problem(const Context& c, base::ProblemKind kind, std::string detail);
server::Response not_found(const Context& c, std::string detail = "There is nothing at this address.");
/// The HTTP status of a problem.
int status_of(base::ProblemKind kind);
/// Sets Retry-After where the problem says when to come again; for a form that is shown again with it.
void say_when(server::Response& response, const base::Problem& problem);

} // namespace site
