#include "search/index.hpp"
#include "wiki/page_index.hpp"
#include "wiki/page_store.hpp"

namespace wiki {
namespace {

struct Stale {
    std::string slug;
    std::string title;
};

} // namespace

std::vector<std::string> check(store::Reader& db) {
    std::vector<std::string> faults;
    db.each<Stale,
            "/* whole table: check */ SELECT p.slug, p.title FROM pages p JOIN texts t ON t.id = p.text_id "
            "JOIN revisions r ON r.text_id = t.id AND r.number = t.head "
            "WHERE t.kind <> 'page' OR (r.title <> p.title COLLATE BINARY AND r.redacted_at IS NULL) "
            "OR r.at <> p.changed_at">([&](Stale&& page) {
        faults.push_back("The page /practices/" + page.slug + " (" + page.title +
                         ") does not agree with its newest revision.");
    });
    db.each<std::string,
            "/* whole table: check */ SELECT d.slug FROM page_redirects d JOIN pages p ON p.slug = d.slug">(
        [&](std::string&& slug) {
            faults.push_back("/practices/" + slug + " is a page and an old address at once.");
        });
    db.each<std::string,
            "/* whole table: check */ SELECT p.slug FROM pages p LEFT JOIN page_names n ON n.slug = p.slug "
            "WHERE p.withdrawn_at IS NULL AND n.title IS NOT p.title">([&](std::string&& slug) {
        faults.push_back("Links to /practices/" + slug +
                         " do not know its title; `cohort rebuild` tells them.");
    });
    db.each<std::string, "/* whole table: check */ SELECT p.slug FROM pages p "
                         "LEFT JOIN search_documents d ON d.family = 'page' AND d.ref = p.id "
                         "WHERE p.withdrawn_at IS NULL AND d.id IS NULL">([&](std::string&& slug) {
        faults.push_back("Search does not know /practices/" + slug + "; `cohort rebuild` tells it.");
    });
    db.each<base::TextId,
            "/* whole table: check */ SELECT x.id FROM texts x LEFT JOIN pages p ON p.text_id = x.id "
            "WHERE x.kind = 'page' AND p.id IS NULL">([&](base::TextId text) {
        faults.push_back("Text " + std::to_string(text.value) + " belongs to no page.");
    });
    db.each<std::string, "SELECT slug FROM areas a WHERE pages <> (SELECT count(*) FROM pages p "
                         "WHERE p.area_id = a.id AND p.withdrawn_at IS NULL)">([&](std::string&& slug) {
        faults.push_back("The area " + slug + " does not know how many pages it has.");
    });
    return faults;
}

void rebuild(store::Writer& db) {
    db.run<"UPDATE areas SET pages = (SELECT count(*) FROM pages p "
           "WHERE p.area_id = areas.id AND p.withdrawn_at IS NULL)">();
    db.run<"/* whole table: rebuild */ UPDATE pages SET title = "
           "(SELECT iif(r.redacted_at IS NULL, r.title, pages.title) FROM texts t "
           "JOIN revisions r ON r.text_id = t.id "
           "AND r.number = t.head WHERE t.id = pages.text_id), changed_at = (SELECT r.at FROM texts t "
           "JOIN revisions r ON r.text_id = t.id AND r.number = t.head WHERE t.id = pages.text_id)">();
    for (const auto id :
         db.all<PageId,
                "/* whole table: rebuild */ SELECT id FROM pages WHERE withdrawn_at IS NULL ORDER BY id">()) {
        const auto page = find_page(db, id).value();
        tell_names(db, page);
        const auto newest = revisions::newest(db, page.text);
        const auto text = revisions::prepare(db, revisions::TextKind::page, newest.title, newest.body);
        if (text) index_page(db, page, text->rendered);
    }
}

} // namespace wiki
