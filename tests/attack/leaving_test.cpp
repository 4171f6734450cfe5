// What leaves the program or is looked up in it holds hostile texts unchanged: search, suggestions, the
// inbox, the public register with its feed and records, the export and what is imported from it again.
#include "app/commands.hpp"
#include "markup/render.hpp"
#include "revisions/revisions.hpp"
#include "tests/attack/lists.hpp"
#include "tests/attack/reading.hpp"
#include "tests/support/adopted_standard.hpp"
#include "tests/support/shared_data.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace {

using attack::Texts;
using testing::Scene;

template <class T> std::optional<T> taken(base::Result<T> result) {
    if (!result) return std::nullopt;
    return *std::move(result);
}

/// Words that only this thing has, so that a search finds it and nothing else.
std::string word(std::size_t number) {
    std::string out = "quarz";
    for (; number > 0; number /= 20)
        out += static_cast<char>('a' + number % 20);
    return out + "stein";
}

struct Writer {
    Scene scene{};
    base::MemberId author = scene.add_person("Noor Haddad");
    base::MemberId friendly = scene.add_person("Ines Marsh");
    testing::Browser browser = scene.sign_in(friendly);
    std::string token = scene.token(friendly);

    /// A question with that title and this body, where both are taken.
    std::optional<forum::Started> ask(const std::string& title, const std::string& body) {
        const auto text = taken(revisions::prepare(scene.reader(), revisions::TextKind::post, title, body));
        if (!text || text->title.empty() || base::length(text->title) > 200) return std::nullopt;
        forum::NewThread thread;
        thread.category = "poll-workers";
        thread.author = {author, "", scene.now(), ""};
        thread.text = *text;
        return taken(
            scene.database().write([&](store::Writer& db) { return forum::start_thread(db, thread); }));
    }
    std::optional<base::PageId> write_page(const std::string& title, const std::string& body) {
        const auto text = taken(revisions::prepare(scene.reader(), revisions::TextKind::page, title, body));
        if (!text || text->title.empty() || base::length(text->title) > 200) return std::nullopt;
        return taken(scene.database().write([&](store::Writer& db) {
            return wiki::create_page(db, {"", "poll-workers", author}, *text, {author, "", scene.now(), ""});
        }));
    }
};

/// Whether a text in the JSON is the one looked for.
bool holds(const server::Response& answer, const std::string& text) {
    for (const auto& [pointer, found] : attack::texts_in_json(answer.content()))
        if (found == text) return true;
    return false;
}

using Names = std::multiset<std::string>;

/// What stands under the keys in each line, "" for null.
Names values_of(const std::filesystem::path& file, const std::vector<const char*>& keys) {
    Names values;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto row = boost::json::parse(line).as_object();
        std::vector<std::string> texts;
        for (const auto* key : keys)
            texts.push_back(row.at(key).is_null() ? "" : shared_data::text(row, key));
        values.insert(base::join(texts, "\n\n"));
    }
    return values;
}

/// Every version of every post, title and body.
Names versions_of_posts(store::Reader& db) {
    Names all;
    db.each<std::string, "SELECT r.title || char(10, 10) || r.body FROM posts p "
                         "JOIN revisions r ON r.text_id = p.text_id /* whole table: test */">(
        [&](const std::string& words) { all.insert(words); });
    return all;
}

/// The newest version of every page, title and body; blanks at its very end are not kept by files.
Names pages_in(const std::filesystem::path& database) {
    store::Connection connection(database, store::Access::read);
    Names all;
    store::Reader(connection)
        .each<std::string, "SELECT p.title || char(10, 10) || rtrim(r.body, char(9, 10, 32)) FROM pages p "
                           "JOIN texts t ON t.id = p.text_id JOIN revisions r ON r.text_id = t.id "
                           "AND r.number = t.head /* whole table: test */">(
            [&](const std::string& words) { all.insert(words); });
    return all;
}

/// What of the one is not in the other.
Names missing(const Names& of, const Names& in) {
    Names left;
    std::ranges::set_difference(of, in, std::inserter(left, left.end()));
    return left;
}

Texts some(std::size_t step) {
    const auto naughty = attack::naughty_strings();
    const auto all = attack::all_texts();
    if (!naughty || !all) return {};
    if (attack::is_long()) return *all;
    auto texts = attack::dealt(*all, 1, step);
    texts.insert(texts.end(), naughty->begin(), naughty->end());
    return texts;
}

} // namespace

TEST_CASE("search, suggestions and mentions show a hostile title as it is") {
    const auto texts = some(50);
    if (texts.empty()) return;
    Writer writer;
    std::size_t number = 0;
    std::size_t found = 0;
    for (const auto& text : texts) {
        const auto own = word(++number);
        const auto title = base::clean_line(base::clean(text) + " " + own);
        const auto started =
            writer.ask(base::clean(text) + " " + own, "@ines-marsh " + own + " " + base::clean(text));
        if (!started) continue;
        ++found;
        INFO(title);
        const auto page = writer.scene.get(writer.browser, "/search?q=" + own);
        const auto read = attack::read_page(page.content());
        CHECK(read.fault == "");
        CHECK(read.text.find(base::clean_line(text)) != std::string::npos);
        CHECK(holds(writer.scene.call(writer.token, server::Method::get, "/api/v1/search?q=" + own), title));
        CHECK(holds(writer.scene.call(writer.token, server::Method::get, "/api/v1/suggest?q=" + own), title));
        CHECK(holds(writer.scene.call(writer.token, server::Method::get, "/api/v1/inbox?limit=1"), title));
        for (const auto* path : {"/inbox", "/suggest?q=", "/similar?q="})
            CHECK(
                writer.scene.get(writer.browser, path + (*path == '/' && path[1] == 'i' ? "" : own)).status ==
                200);
        const auto asked = writer.scene.get(writer.browser, "/search?q=" + server::percent_encode(text));
        CHECK((asked.status == 200 || asked.status == 400));
        CHECK(attack::read_page(asked.content()).fault == "");
    }
    CHECK(found > texts.size() / 2);
}

TEST_CASE("an export holds hostile texts unchanged, and gives them back") {
    const auto texts = some(20);
    if (texts.empty()) return;
    Writer writer;
    Names threads;
    for (const auto& text : texts)
        if (writer.ask(text, base::clean(text))) threads.insert(base::clean_line(text));
    for (const auto& text : texts)
        writer.write_page(text, base::clean(text));
    const auto file = writer.scene.database().file();
    const testing::TemporaryFolder folder;
    app::export_all(file.parent_path(), folder.path() / "out");
    CHECK(values_of(folder.path() / "out/forum/threads.ndjson", {"title"}) == threads);
    CHECK(values_of(folder.path() / "out/forum/revisions.ndjson", {"title", "body"}) ==
          versions_of_posts(writer.scene.reader()));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        CHECK(std::filesystem::weakly_canonical(entry.path()).string().starts_with(folder.path().string()));
    app::import_markdown(folder.path() / "again", "", folder.path() / "out/practices");
    const auto before = pages_in(file);
    CHECK(before.size() > texts.size() / 2);
    const auto after = pages_in(folder.path() / "again/cohort.db");
    CHECK(missing(before, after) == Names{});
    CHECK(missing(after, before) == Names{});
}

TEST_CASE("the public register, its feed and its records hold hostile titles unchanged") {
    const auto texts = some(attack::is_long() ? 1 : 1'000);
    if (texts.empty()) return;
    Scene scene;
    testing::AdoptedStandard adopted(scene);
    const auto& clerk = adopted.clerks[0];
    for (const auto& text : attack::dealt(texts, 0, attack::is_long() ? 50 : 9)) {
        const auto title = base::clean_line(text);
        const auto proposed = scene.database().write([&](store::Writer& db) {
            return standards::propose(
                db, clerk,
                {.title = title,
                 .body = "A Center says:\n\n## Clauses\n\n### The rule\n\n" + base::clean(text)},
                scene.now());
        });
        if (!proposed) continue;
        scene.database().write([&](store::Writer& db) {
            for (std::size_t i = 0; i < 3; ++i)
                if (!standards::endorse(db, adopted.clerks[i], *proposed, scene.now()))
                    throw std::runtime_error("no endorsement");
            return standards::change_stage(db, adopted.stewards[0], *proposed,
                                           {standards::Stage::draft, title}, scene.now());
        });
        const auto ballot = std::to_string(adopted.adopt(scene, *proposed).value);
        INFO(title);
        for (const auto& path : {"/api/v1/ballots/" + ballot + "/record", "/ballots/" + ballot + "/record"}) {
            const auto record = scene.get({}, path);
            CHECK(record.status == 200);
            CHECK(holds(record, title));
        }
        const auto feed = scene.get({}, "/standards/feed.atom");
        CHECK(attack::is_xml(feed.content()));
        const auto listed = attack::read_page(scene.get({}, "/standards").content());
        CHECK(listed.fault == "");
        CHECK(listed.text.find(title) != std::string::npos);
        CHECK(holds(scene.get({}, "/api/v1/standards"), title));
        for (const auto& standard : standards::list_standards(scene.reader())) {
            if (standard.proposal != *proposed) continue;
            const auto shown = attack::read_page(scene.get({}, "/standards/" + standard.number).content());
            CHECK(shown.fault == "");
            CHECK(shown.text.find(title) != std::string::npos);
        }
    }
}
