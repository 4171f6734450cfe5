#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "forum/forum.hpp"
#include "members/members.hpp"
#include "tests/import/git_folder.hpp"
#include "tests/support/must.hpp"
#include "tests/support/shared_data.hpp"
#include "wiki/wiki.hpp"

#include <algorithm>
#include <fstream>

namespace {

using testing::must;

const base::Time then = base::parse_iso_time("2027-03-01T12:00:00Z").value();

std::string file_text(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<boost::json::object> rows_of(const std::filesystem::path& file) {
    std::vector<boost::json::object> rows;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        rows.push_back(boost::json::parse(line).as_object());
    return rows;
}

struct Text {
    std::string slug, area, title, body, summary, author;
    base::Time at;
    auto operator<=>(const Text&) const = default;
};

/// Every version of every page of a data folder.
std::vector<Text> texts_in(const std::filesystem::path& data) {
    const auto database = app::open_data(data);
    const auto connection = database->open_reader();
    return store::Reader(*connection)
        .all<Text, "SELECT p.slug, a.slug, r.title, r.body, r.summary, coalesce(m.name, r.author_name), r.at "
                   "FROM pages p JOIN areas a ON a.id = p.area_id JOIN revisions r ON r.text_id = p.text_id "
                   "LEFT JOIN members m ON m.id = r.author_id ORDER BY p.slug, r.number">();
}

struct Folders {
    testing::TemporaryFolder root;
    std::filesystem::path data = root.path() / "data";
    std::filesystem::path out = root.path() / "out";
    std::filesystem::path again = root.path() / "again";

    /// Noor asks without being named and gets an answer of Theo's, who takes another one back.
    void fill_forum() const {
        const auto database = app::open_or_make_data(data);
        const auto connection = database->open_reader();
        store::Reader reader(*connection);
        const auto text = [&](const std::string& title, const std::string& body) {
            return must(revisions::prepare(reader, revisions::TextKind::post, title, body));
        };
        const auto question = text("Who seals the bags?", "We are *two* people.");
        const auto answer = text("", "Two people, always.");
        const auto wrong = text("", "Nobody needs to.");
        database->write([&](store::Writer& db) {
            const auto center = must(
                members::add_center(db, {"alder-county", "Alder County", "county", "OH", 4'100, ""}, then));
            const auto add = [&](const std::string& name) {
                members::NewMember person;
                person.name = name;
                person.email = name.substr(0, 4) + "@example.org";
                std::ranges::transform(person.email, person.email.begin(), [](char c) {
                    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
                });
                person.center = center;
                person.password_hash = "a secret hash";
                return must(members::add_member(db, person, then));
            };
            const auto noor = add("Noor Haddad");
            const auto theo = add("Theo Lind");
            must(members::set_delegates(db, center, {theo, noor}));
            forum::NewThread thread;
            thread.category = "poll-workers";
            thread.tags = {"seals", "bags"};
            thread.attribution = forum::Attribution::unnamed;
            thread.author = {noor, "", then, ""};
            thread.text = question;
            const auto started = must(forum::start_thread(db, thread));
            const auto good =
                must(forum::add_post(db, {started.thread, std::nullopt, {theo, "", then, ""}, answer}));
            const auto bad =
                must(forum::add_post(db, {started.thread, std::nullopt, {theo, "", then, ""}, wrong}));
            must(forum::withdraw_post(db, bad, theo, "mistaken", then));
            must(forum::set_vote(db, good, noor, forum::Helpful::yes, then));
            must(forum::set_acceptance(db, good, noor, {"OH"}, then));
        });
    }
};

} // namespace

TEST_CASE_METHOD(Folders, "what was exported can be imported, with every version") {
    testing::GitFolder git;
    const testing::GitFolder::Files first{{"mail/seals.md",
                                           "---\ntitle: \"Seals: \\\"new\\\"\"\nkeywords: bags\n---\n\n"
                                           "    code first\n\nSee [bags](bags.md#how).\n"},
                                          {"mail/bags.md", "# Bags\n\nHow.\n"},
                                          {"people/thanks.md", "Thank them.\n"}};
    auto second = first;
    second["mail/bags.md"] = "# Bags and boxes\n\nHow, and ---\n\n---\ntitle: not front matter\n---\n";
    auto third = second;
    third.erase("people/thanks.md");
    git.commit(first, "Ann", 1'600'000'000, "Begin", {});
    git.commit(second, "Bea", 1'500'000'000, "An older clock", {0});
    git.commit(third, "Cleo", 1'700'000'000, "Not needed", {1});
    app::import_markdown(data, "", git.path());
    const auto before = texts_in(data);
    REQUIRE(before.size() == 4);
    CHECK(before[0].title == "Bags");
    CHECK(before[1].title == "Bags and boxes");
    CHECK(before[2].body ==
          "    code first\n\nSee [bags](/practices/bags#how).\n\n```yaml\nkeywords: bags\n```");

    app::export_all(data, out);
    CHECK(std::filesystem::exists(out / "practices/mail/bags.md"));
    CHECK_FALSE(std::filesystem::exists(out / "practices/people/thanks.md"));
    CHECK(file_text(out / "practices/mail/seals.md")
              .starts_with("---\ntitle: \"Seals: \\\"new\\\"\"\narea: \"mail\"\n"));

    app::import_markdown(again, "", out / "practices");
    CHECK(texts_in(again) == before);
}

TEST_CASE_METHOD(Folders, "an export leaves out what is nobody's business") {
    fill_forum();
    app::export_all(data, out);
    const auto threads = rows_of(out / "forum/threads.ndjson");
    REQUIRE(threads.size() == 1);
    CHECK(threads[0].at("title") == "Who seals the bags?");
    CHECK(threads[0].at("tags") == boost::json::array{"seals", "bags"});
    CHECK(threads[0].at("author").is_null());
    CHECK(threads[0].at("author_name").is_null());
    CHECK(threads[0].at("unnamed") == true);

    const auto posts = rows_of(out / "forum/posts.ndjson");
    REQUIRE(posts.size() == 3);
    CHECK(posts[0].at("author").is_null());
    CHECK(posts[0].at("body") == "We are *two* people.");
    CHECK(posts[1].at("author") == "theo-lind");
    CHECK(posts[1].at("votes") == 1);
    CHECK(posts[1].at("accepted_states") == boost::json::array{"OH"});
    CHECK(posts[2].at("body").is_null());
    CHECK(posts[2].at("withdrawn_reason") == "mistaken");

    const auto revisions = rows_of(out / "forum/revisions.ndjson");
    REQUIRE(revisions.size() == 3);
    CHECK(revisions[0].at("author").is_null());
    CHECK(revisions[2].at("body").is_null());
    CHECK(rows_of(out / "forum/votes.ndjson").at(0).at("member") == "noor-haddad");
    CHECK(rows_of(out / "members.ndjson").size() == 2);
    CHECK(rows_of(out / "centers.ndjson").at(0).at("delegates") ==
          boost::json::array{"theo-lind", "noor-haddad"});
    CHECK(rows_of(out / "forum/categories.ndjson").size() == 12);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(out)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path());
        const auto text = file_text(entry.path());
        CHECK(text.find("@example.org") == std::string::npos);
        CHECK(text.find("secret hash") == std::string::npos);
        CHECK(text.find("Nobody needs to") == std::string::npos);
    }
}

TEST_CASE_METHOD(Folders, "what cannot be done is said in one sentence") {
    CHECK_THROWS_WITH(app::export_all(data, out), Catch::Contains("there is no data in"));
    CHECK_THROWS_WITH(app::import_markdown(data, "", root.path() / "gone"),
                      Catch::EndsWith("does not exist"));
    CHECK_THROWS_WITH(app::import_stackexchange(data, root.path() / "gone"),
                      Catch::EndsWith("is no folder with the files of a data dump"));
    std::filesystem::create_directory(out);
    app::open_or_make_data(data);
    CHECK_THROWS_WITH(app::export_all(data, out), Catch::Contains("exists already"));
    std::ofstream(out / "huge.md") << std::string(300 * 1024, 'x');
    CHECK_THROWS_WITH(app::import_markdown(data, "", out), Catch::EndsWith("could be imported"));
    std::ofstream(out / "small.md") << "Words.";
    CHECK_NOTHROW(app::import_markdown(data, "", out));
    CHECK(texts_in(data).size() == 1);
}
