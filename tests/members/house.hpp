// A small data file with Centers and members, a clock that the test sets, and the way of a request through
// guard and handler without a socket.
#pragma once

#include "members/center_store.hpp"
#include "members/guard.hpp"
#include "members/invitations.hpp"
#include "members/member_store.hpp"
#include "members/routes.hpp"
#include "server/router.hpp"
#include "site/layout.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <map>
#include <string>
#include <vector>

namespace testing {

using Form = std::vector<std::pair<std::string, std::string>>;

/// Somebody's browser, with its cookies.
struct Browser {
    std::map<std::string, std::string> cookies{};
    std::string token{}; // the forgery token of the last page with a form

    void take(const server::Response& response);
    [[nodiscard]] std::string header() const;
};

class House {
  public:
    House();

    base::MemberId add(const std::string& name, site::Role role = site::Role::member,
                       std::string_view center = "alder-county");
    site::Viewer viewer(base::MemberId member);
    /// A browser that has signed in through the form.
    Browser sign_in(base::MemberId member);

    server::Response get(Browser& browser, std::string_view target);
    /// As the browser sends the form of the page it saw last.
    server::Response post(Browser& browser, std::string_view target, const Form& form);
    server::Response call(std::string_view bearer, server::Method method, std::string_view target,
                          std::string_view json = {});
    server::Response answer(const server::Request& request);

    template <class Job> auto write(Job&& job) { return database.write(std::forward<Job>(job)); }
    store::Reader& db() { return reader_; }
    void pass(std::chrono::seconds time) { now += time; }

    static constexpr std::string_view password = "seven blue lanterns";

  private:
    TemporaryFolder folder_;
    std::string schema_;

  public:
    base::Time now = *base::parse_iso_time("2027-03-01T12:00:00Z");
    base::Random random = base::system_random();
    base::Random salts = random; // for passwords; asked for while one is being hashed
    store::Database database;
    members::Passwords passwords;
    members::RateLimiter limiter{};
    members::Services services;
    site::Services common;
    std::vector<site::Route> routes;
    base::CenterId alder{};
    base::CenterId birch{};

  private:
    std::unique_ptr<store::Connection> connection_;
    store::Reader reader_;
    server::Router router_;
};

std::string body_of(const Form& form);
bool holds(const server::Response& response, std::string_view words);

} // namespace testing
