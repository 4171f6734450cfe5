#include "revisions/drafts.hpp"
#include "tests/bench/ground.hpp"
#include "wiki/wiki.hpp"

namespace bench {
namespace {

using wiki::PageId;

constexpr int pages_a_job = 20;
constexpr int most_edits = 7;
constexpr std::array areas{
    "mail-and-absentee-voting", "in-person-voting",   "accessibility-and-language", "poll-workers",
    "ballots-and-equipment",    "results-and-audits", "security-and-continuity",    "voters-and-records",
    "office-management"};

class Practices {
  public:
    explicit Practices(Ground& ground) : ground_(ground) {}

    /// The page that is measured: six parts, like any that is well kept.
    void add_bench_page(store::Writer& db) {
        std::string body;
        for (int part = 1; part <= 6; ++part)
            body += "## Part " + std::to_string(part) + "\n\n" + words_(120) + "\n\n- " + words_(8) + "\n- " +
                    words_(8) + "\n\n";
        add(db, {"bench-page", "poll-workers", ground_.people[0].id}, "Bench page", body);
    }

    /// The page that is edited most.
    void add_edited_page(store::Writer& db) {
        const auto page = add(db, {"edited-page", "poll-workers"}, "Edited page", words_(60));
        for (int number = 1; number < ground_.sizes.long_history; ++number)
            save(db, page, number, "Edited page", words_(60));
    }

    void add_page(store::Writer& db, int number) {
        wiki::NewPage page{"page-" + std::to_string(number),
                           areas[static_cast<std::size_t>(ground_.below(static_cast<int>(areas.size())))]};
        page.owner = person().id;
        page.review_by = ground_.now + std::chrono::days(ground_.below(360) - 60);
        const auto title = words_(4) + " " + std::to_string(number);
        const auto id = add(db, page, title, body(number));
        for (int edit = 1; edit <= ground_.below(most_edits); ++edit)
            save(db, id, edit, title, body(number));
        if (ground_.chance(20))
            must(wiki::rename_page(db, ground_.steward, id, page.slug + "-moved", next_time()));
        if (ground_.chance(10))
            must(wiki::withdraw_page(db, ground_.steward, id, "It was written twice.", next_time()));
    }

    void add_drafts(store::Writer& db) {
        for (const auto& person : ground_.people)
            revisions::keep_draft(db, person.id, {"/practices/new", words_(4), words_(40), ground_.now});
        for (int i = 0; i < 12; ++i)
            revisions::keep_draft(
                db, ground_.people[0].id,
                {"/forum/threads/" + std::to_string(i + 1) + "#reply", "", words_(40), ground_.now});
    }

  private:
    site::Viewer& person() { return ground_.people[static_cast<std::size_t>(who_(ground_.source))]; }
    base::Time next_time() { return at_ += step_; }

    std::string body(int number) {
        // Newer pages link older ones, some of which everybody links.
        std::string links;
        for (int i = 0; i < 2 && number > 0; ++i)
            links += "See [[page-" + std::to_string(Zipf(number)(ground_.source)) + "]]. ";
        if (ground_.chance(300)) links += "See [[bench-page]]. ";
        return "## " + words_(3) + "\n\n" + words_(120) + "\n\n" + links + "\n\n## " + words_(3) + "\n\n" +
               words_(120);
    }

    PageId add(store::Writer& db, const wiki::NewPage& page, const std::string& title,
               const std::string& body) {
        const auto text = must(revisions::prepare(db, revisions::TextKind::page, title, body));
        return must(wiki::create_page(db, page, text, {person().id, "", next_time(), ""}));
    }
    void save(store::Writer& db, PageId page, int base, const std::string& title, const std::string& body) {
        const auto text = must(revisions::prepare(db, revisions::TextKind::page, title, body));
        must(wiki::save_page(db, page, base, text, {person().id, "", next_time(), words_(5)}));
    }

    Ground& ground_;
    Words words_{4};
    Zipf who_{ground_.sizes.members, 10};
    base::Time at_ = ground_.begun;
    std::chrono::seconds step_{std::chrono::seconds(std::chrono::days(299)) /
                               (ground_.sizes.pages * (most_edits + 2) + ground_.sizes.long_history)};
};

} // namespace

void add_practices(Ground& ground) {
    Practices practices(ground);
    ground.database.write([&](store::Writer& db) {
        practices.add_bench_page(db);
        practices.add_edited_page(db);
        practices.add_drafts(db);
    });
    for (int from = 0; from < ground.sizes.pages; from += pages_a_job)
        ground.database.write([&](store::Writer& db) {
            for (int i = from; i < std::min(ground.sizes.pages, from + pages_a_job); ++i)
                practices.add_page(db, i);
        });
}

} // namespace bench
