// Two worlds that differ in nothing but how the others voted. As long as the ballots are open, every page,
// every answer of the API, every header and every exported file must be the same in both, byte for byte,
// whoever looks.
#include "app/commands.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "tests/http/page.hpp"
#include "tests/support/ballot_hall.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>

namespace {

using namespace std::chrono_literals;
using standards::Choice;
using standards::Secrecy;

/// The same bytes in the same order in every run: sessions, tokens and keys are equal in both worlds.
base::Random repeatable() {
    struct State {
        std::mutex mutex{};
        std::mt19937_64 engine{2027};
    };
    return [state = std::make_shared<State>()](std::span<std::byte> bytes) {
        const std::scoped_lock lock(state->mutex);
        for (auto& byte : bytes)
            byte = static_cast<std::byte>(state->engine() & 255U);
    };
}

struct How {
    Choice choice;
    std::string word; // in every reason of the others
};

class LeakWorld {
  public:
    explicit LeakWorld(How how) : how_(std::move(how)) {
        administrator = database.write([&](store::Writer& db) {
            return hall.person(db, "Ada Min", site::Role::administrator, {}, start);
        });
        for (const auto secrecy : {Secrecy::secret, Secrecy::open}) {
            ballots.push_back(hall.open(secrecy, opens));
            vote(ballots.back());
        }
    }

    server::Response get(const std::string& target, const std::string& cookie, const std::string& bearer) {
        server::Request request;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string::npos) request.query = target.substr(question + 1);
        request.headers.add("Host", "cohort.test");
        if (!cookie.empty()) request.headers.add("Cookie", "cohort=" + cookie);
        if (!bearer.empty()) request.headers.add("Authorization", "Bearer " + bearer);
        request.remote = "127.0.0.1";
        auto response = application.handle(std::move(request), 0);
        database.write([](store::Writer&) {}); // what was to be written later is written now
        return response;
    }
    std::string session(const site::Viewer& who) {
        server::Request request;
        request.remote = "127.0.0.1";
        return database.write(
            [&](store::Writer& db) { return members::start_session(db, random, who.id, request, now); });
    }
    std::string token(const site::Viewer& who) {
        return testing::given(database.write([&](store::Writer& db) {
            return members::add_token(db, random, who.id, {"t", *members::parse_scopes("read,write"), 30},
                                      now);
        }));
    }

    testing::TemporaryFolder folder{};
    base::Random random = repeatable();
    base::Time start = *base::parse_iso_time("2027-03-01T12:00:00Z");
    base::Time opens = start + 48h;
    base::Time now = opens + 2h;
    store::Database database{folder.path() / "cohort.db", app::migrations()};
    app::Application application{database, testing::quiet_settings(), [this] { return now; }, random};
    testing::BallotHall hall{database, 9, start, random};
    site::Viewer administrator{};
    std::vector<standards::BallotId> ballots{};

  private:
    /// The first clerk approves in both worlds, the last two do not vote, all others do as this world does.
    void vote(standards::BallotId ballot) {
        testing::given(hall.vote(hall.clerks[0], ballot, Choice::approve_with_comments, opens, "Mine alone"));
        for (std::size_t i = 1; i + 2 < hall.clerks.size(); ++i) {
            const auto reason = "Because of the " + how_.word + " of " + std::to_string(i);
            testing::given(hall.vote(hall.clerks[i], ballot, how_.choice, opens + 1min, reason));
        }
        testing::given(hall.vote(hall.clerks[2], ballot, how_.choice, opens + 2min, how_.word + " again"));
    }

    How how_;
};

/// All of an answer. Of the metrics only what does not tell how long something took.
std::string whole(const std::string& path, const server::Response& response) {
    std::string text = std::to_string(response.status) + "\n";
    if (path == "/metrics") {
        for (const auto line : base::split(response.content(), '\n'))
            if (line.starts_with("cohort_responses_total")) text += std::string(line) + "\n";
        return text;
    }
    for (const auto& [name, value] : response.headers)
        text += name + ": " + value + "\n";
    return text + std::string(response.content());
}

using Answers = std::map<std::string, std::string>;

/// Follows every link from these places on.
Answers walk(LeakWorld& world, const std::string& cookie, std::deque<std::string> waiting) {
    Answers answers;
    for (; !waiting.empty() && answers.size() < 1'000; waiting.pop_front()) {
        const auto here = waiting.front();
        if (answers.contains(here) || here.starts_with("/static/")) continue;
        const auto response = world.get(here, cookie, "");
        answers[here] = whole(here, response);
        for (const auto& link : testing::links_of(response.content()))
            waiting.push_back(link);
        const auto location = response.headers.get("Location");
        if (location.starts_with('/')) waiting.emplace_back(location);
    }
    CHECK(waiting.empty());
    return answers;
}

Answers call(LeakWorld& world, const std::string& bearer) {
    std::vector<std::string> paths{"/api/v1/me",
                                   "/api/v1/ballots",
                                   "/api/v1/inbox",
                                   "/api/v1/proposals",
                                   "/api/v1/standards",
                                   "/api/v1/search?q=zanzibar",
                                   "/api/v1/search?q=quetzal",
                                   "/api/v1/search?q=people",
                                   "/api/v1/suggest?q=qu",
                                   "/api/v1/members",
                                   "/api/v1/centers"};
    for (const auto ballot : world.ballots) {
        const auto at = "/api/v1/ballots/" + std::to_string(ballot.value);
        paths.insert(paths.end(), {at, at + "/record"});
        const auto proposal = "/api/v1/proposals/" + std::to_string(ballot.value);
        paths.insert(paths.end(), {proposal, proposal + "/ledger", proposal + "/comments"});
    }
    Answers answers;
    for (const auto& path : paths)
        answers[path] = whole(path, world.get(path, "", bearer));
    return answers;
}

/// Every file below, by its path. A Git index notes when its files were written.
Answers files_below(const std::filesystem::path& folder) {
    Answers files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().filename() == "index") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files[entry.path().lexically_relative(folder).string()] =
            std::string(std::istreambuf_iterator<char>(in), {});
    }
    return files;
}

void check_alike(const Answers& one, const Answers& other) {
    for (const auto& [path, text] : one) {
        INFO(path);
        REQUIRE(other.contains(path));
        const bool alike = other.at(path) == text;
        CHECK(alike);
        if (!alike) UNSCOPED_INFO(text << "\n---\n" << other.at(path));
        for (const auto* word : {"zanzibar", "quetzal"}) {
            INFO(word);
            CHECK((path.find(word) != std::string::npos || text.find(word) == std::string::npos));
        }
    }
    CHECK(one.size() == other.size());
}

struct TwoWorlds {
    LeakWorld yes{{Choice::approve, "zanzibar"}};
    LeakWorld no{{Choice::decline, "a much longer quetzal feather"}};

    std::deque<std::string> places() {
        std::deque<std::string> places{"/",
                                       "/ballots",
                                       "/standards",
                                       "/standards/feed.atom",
                                       "/inbox",
                                       "/standards/proposals",
                                       "/metrics",
                                       "/search?q=zanzibar",
                                       "/healthz",
                                       "/search?q=quetzal",
                                       "/search?q=people",
                                       "/admin/audit"};
        for (const auto ballot : yes.ballots)
            for (const auto* after : {"", "/record", "/void"})
                places.push_back("/ballots/" + std::to_string(ballot.value) + after);
        return places;
    }
    /// What that person sees in the one world and in the other.
    void compare(const std::function<const site::Viewer&(const LeakWorld&)>& who) {
        const auto first = yes.session(who(yes));
        const auto second = no.session(who(no));
        REQUIRE(first == second);
        const auto walked = walk(yes, first, places());
        check_alike(walked, walk(no, second, places()));
        CHECK(walked.size() > 60);
        CHECK(walked.at("/ballots/1").starts_with("200"));
        const auto called = call(yes, yes.token(who(yes)));
        check_alike(called, call(no, no.token(who(no))));
        CHECK(called.at("/api/v1/ballots/1").starts_with("200"));
    }
};

} // namespace

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open a voter sees the own vote and nothing of the others'") {
    compare([](const LeakWorld& world) -> const site::Viewer& { return world.hall.clerks[0]; });
    const auto own = yes.get("/ballots/2", yes.session(yes.hall.clerks[0]), "");
    CHECK(testing::shows(own, "Mine alone"));
}

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open whoever has not voted yet sees nothing of any vote") {
    compare([](const LeakWorld& world) -> const site::Viewer& { return world.hall.clerks.back(); });
}

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open its steward sees nothing of any vote") {
    compare([](const LeakWorld& world) -> const site::Viewer& { return world.hall.steward; });
}

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open an administrator sees nothing of any vote") {
    compare([](const LeakWorld& world) -> const site::Viewer& { return world.administrator; });
}

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open a visitor without an account sees nothing of any vote") {
    check_alike(walk(yes, "", places()), walk(no, "", places()));
    check_alike(call(yes, ""), call(no, ""));
}

TEST_CASE_METHOD(TwoWorlds, "while a ballot is open an export holds nothing of any vote") {
    app::export_all(yes.folder.path(), yes.folder.path() / "out");
    app::export_all(no.folder.path(), no.folder.path() / "out");
    check_alike(files_below(yes.folder.path() / "out"), files_below(no.folder.path() / "out"));
}

TEST_CASE_METHOD(TwoWorlds, "after the close the worlds differ, so the comparison would have seen it") {
    for (auto* world : {&yes, &no})
        world->now = world->opens + 24h;
    const auto first = yes.get("/ballots/1", yes.session(yes.hall.steward), "");
    const auto second = no.get("/ballots/1", no.session(no.hall.steward), "");
    CHECK(testing::shows(first, "Because of the zanzibar of 3"));
    CHECK(testing::shows(second, "Because of the a much longer quetzal feather of 3"));
    CHECK(first.headers.get("ETag") != second.headers.get("ETag"));
}
