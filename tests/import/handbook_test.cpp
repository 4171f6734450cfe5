// A real handbook, and the real history of twenty of its pages, brought into the wiki.
#include "app/import/front_matter.hpp"
#include "app/import/import_pages.hpp"
#include "base/text.hpp"
#include "tests/import/lost_words.hpp"
#include "tests/import/timer.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/shared_data.hpp"

#include <filesystem>

namespace {

using testing::lost_words;
using testing::Timer;

struct MadePage {
    std::string slug;
    std::string title;
    base::TextId text;
    int revisions;
};

std::vector<MadePage> made_pages(store::Reader& db) {
    return db.all<MadePage, "SELECT p.slug, p.title, p.text_id, t.head FROM pages p "
                            "JOIN texts t ON t.id = p.text_id ORDER BY p.id">();
}

/// The whole file but for the name of the field that became the title.
std::string words_of(const std::string& file) {
    const auto clean = base::clean(file);
    const auto front = app::read_front_matter(clean);
    std::string words = front.text("title") + "\n" + front.body + "\n";
    for (const auto& field : front.fields)
        if (field.name != "title") words += field.source;
    return words;
}

std::string as_html(std::string text) {
    for (auto at = text.find('<'); at != std::string::npos; at = text.find('<'))
        text.replace(at, 1, "&lt;");
    return text;
}

/// The history's rows as a source of pages, in the order in which they stand.
app::PageSource source_of(const std::vector<boost::json::object>& rows) {
    app::PageSource source{"history", {}, {}};
    std::string page;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto path = shared_data::text(rows[i], "path");
        if (shared_data::text(rows[i], "page") != page) source.files.push_back({path});
        page = shared_data::text(rows[i], "page");
        source.files.back().path = path;
        source.files.back().versions.push_back(
            {path, shared_data::text(rows[i], "author"),
             base::Time(std::chrono::seconds(rows[i].at("at").to_number<std::int64_t>())),
             shared_data::text(rows[i], "summary"), std::to_string(i)});
    }
    source.read = [&rows](const app::PageVersion& version) {
        return shared_data::text(rows[std::stoul(version.content)], "text");
    };
    return source;
}

} // namespace

TEST_CASE("a real handbook of 246 pages comes in whole") {
    const auto folder = shared_data::path_of("handbook-18f/pages");
    if (!std::filesystem::exists(folder)) {
        testing::skip("handbook-18f");
        return;
    }
    testing::Scene scene;
    const auto viewer = scene.sign_in(scene.add_person("Noor Haddad"));
    const auto source = app::open_page_source(folder, scene.now());
    app::ImportedPages imported;
    {
        const Timer timer("246 pages imported");
        imported = app::import_pages(scene.database(), source, "", scene.now());
    }
    CHECK(imported.pages == 246);
    CHECK(imported.versions == 246);
    CHECK(imported.left_out == 0);

    const Timer timer("246 pages read and compared");
    const auto pages = made_pages(scene.reader());
    REQUIRE(pages.size() == source.files.size());
    int links = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        INFO(source.files[i].path << " is /practices/" << pages[i].slug);
        const auto words = words_of(source.read(source.files[i].versions.front()));
        const auto html = revisions::rendered(scene.reader(), pages[i].text).html;
        const auto lost = lost_words(words, as_html(pages[i].title) + html);
        INFO(base::join(lost, " "));
        CHECK(lost.empty());
        const auto address = server::link<"/practices/{}">(pages[i].slug).text();
        const auto page = scene.get(viewer, address);
        CHECK(page.status == 200);
        CHECK(page.content().find(html) != std::string::npos);
        CHECK(scene.get(viewer, address + "/history").status == 200);
        for (std::size_t at = 0; (at = html.find("href=\"/practices/", at)) != std::string::npos; ++at)
            ++links;
    }
    CHECK(links > 600); // of the 672 between its pages; the others lead to pages that are not there
    CHECK(wiki::check(scene.reader()).empty());
    CHECK(revisions::check(scene.reader()).empty());
}

TEST_CASE("740 real versions of twenty pages come in with authors, times and reasons") {
    const auto rows = shared_data::read_ndjson("handbook-18f-history/revisions.ndjson.gz");
    if (!rows) return;
    testing::Scene scene;
    const auto viewer = scene.sign_in(scene.add_person("Noor Haddad"));
    const auto source = source_of(*rows);
    app::ImportedPages imported;
    {
        const Timer timer("740 versions imported");
        imported = app::import_pages(scene.database(), source, "Office management", scene.now());
    }
    CHECK(imported.pages == 20);
    CHECK(imported.versions == 740);
    CHECK(imported.left_out == 0);

    const Timer timer("740 versions read, every fifth shown and compared");
    const auto pages = made_pages(scene.reader());
    REQUIRE(pages.size() == 20);
    int most = 0;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& versions = source.files[i].versions;
        const auto address = server::link<"/practices/{}">(pages[i].slug).text();
        REQUIRE(pages[i].revisions == static_cast<int>(versions.size()));
        most = std::max(most, pages[i].revisions);
        CHECK(scene.get(viewer, address).status == 200);
        CHECK(scene.get(viewer, address + "/history").status == 200);
        CHECK(scene.get(viewer, address + "/compare?from=1&to=" + std::to_string(versions.size())).status ==
              200);
        for (int number = 1; number <= pages[i].revisions; ++number) {
            INFO(address << " revision " << number);
            const auto& version = versions[static_cast<std::size_t>(number - 1)];
            const auto revision = revisions::find_revision(scene.reader(), pages[i].text, number).value();
            CHECK(revision.author_name == version.author);
            CHECK(revision.at == version.at);
            CHECK(revision.summary == base::clean_line(version.summary));
            const auto text =
                revisions::prepare(scene.reader(), revisions::TextKind::page, revision.title, revision.body);
            const auto lost = lost_words(words_of(source.read(version)),
                                         as_html(revision.title) + text.value().rendered.html);
            INFO(base::join(lost, " "));
            CHECK(lost.empty());
            if (number % 5 != 0) continue;
            CHECK(scene.get(viewer, address + "/revisions/" + std::to_string(number)).status == 200);
            CHECK(scene
                      .get(viewer, address + "/compare?from=" + std::to_string(number - 1) +
                                       "&to=" + std::to_string(number))
                      .status == 200);
        }
    }
    CHECK(most == 222);
    CHECK(wiki::check(scene.reader()).empty());
    CHECK(revisions::check(scene.reader()).empty());
}
