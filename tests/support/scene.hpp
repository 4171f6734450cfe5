// A small Cohort of a test's own: a migrated data file, a clock that the test sets, a few people, and the
// whole program to send requests to, without a socket.
#pragma once

#include "app/application.hpp"
#include "app/schema.hpp"
#include "forum/forum.hpp"
#include "members/forgery.hpp"
#include "members/members.hpp"
#include "store/database.hpp"
#include "tests/support/temporary_folder.hpp"
#include "wiki/wiki.hpp"

#include <map>
#include <string>
#include <string_view>

namespace testing {

/// Somebody at a browser: keeps the session's cookie between requests.
struct Browser {
    std::string cookies;
};

/// One worker, no rates, and no second step demanded of anybody.
app::Settings quiet_settings();

class Scene {
  public:
    Scene() : Scene(quiet_settings()) {}
    explicit Scene(const app::Settings& settings);

    /// Moves the program's clock.
    void pass(std::chrono::seconds time) { now_ += time; }
    [[nodiscard]] base::Time now() const { return now_; }

    /// Somebody of Alder County (or of no Center for program staff), with a session. The name makes the
    /// handle.
    base::MemberId add_person(const std::string& name, site::Role role = site::Role::member,
                              std::string_view center = "alder-county");
    /// A browser that is signed in as that member.
    Browser sign_in(base::MemberId member);
    /// An API token of that member.
    std::string token(base::MemberId member, std::string_view scopes = "read,write");

    /// A question with this title and text, as that member asks it.
    forum::Started ask(base::MemberId author, const std::string& title, const std::string& body);
    base::PostId answer(base::MemberId author, base::ThreadId thread, const std::string& body);
    base::PageId write_page(base::MemberId author, const std::string& title, const std::string& body);

    server::Response get(const Browser& browser, std::string_view target);
    /// Posts a form with our own Origin and the forgery token that a page gives to that browser, whether
    /// somebody is signed in there or a visitor has a cookie only.
    server::Response post(const Browser& browser, std::string_view target,
                          const std::vector<std::pair<std::string, std::string>>& fields);
    /// Calls the API with a bearer token; `json` "" sends no body.
    server::Response call(std::string_view token, server::Method method, std::string_view target,
                          std::string_view json = "");
    /// Sends a request as it is.
    server::Response send(server::Request request);

    store::Database& database() { return database_; }
    store::Reader& reader() { return reader_; }
    app::Application& application() { return application_; }

  private:
    revisions::Prepared prepared(revisions::TextKind kind, const std::string& title, const std::string& body);

    TemporaryFolder folder_;
    base::Time now_ = *base::parse_iso_time("2027-03-01T12:00:00Z");
    store::Database database_{folder_.path() / "cohort.db", app::migrations()};
    app::Application application_;
    std::unique_ptr<store::Connection> connection_;
    store::Reader reader_;
    std::string forgery_key_ = members::installation_key(database_, base::system_random());
};

/// What the entities stand for that our pages use; another "&" stays as it is.
std::string entities_read(std::string_view text);
/// The text between tags, entities read, for looking for words in a page.
std::string visible_text(std::string_view html);
/// Whether the page holds these words between its tags.
bool shows(const server::Response& response, std::string_view words);

} // namespace testing
