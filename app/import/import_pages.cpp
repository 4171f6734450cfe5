#include "app/import/import_pages.hpp"

#include "app/import/page_plan.hpp"
#include "app/import/page_text.hpp"
#include "app/import/progress.hpp"
#include "app/import/ready_text.hpp"
#include "base/text.hpp"
#include "members/members.hpp"
#include "wiki/wiki.hpp"

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

class Importer {
  public:
    Importer(store::Database& database, const PageSource& source, const std::string& area, base::Time now)
        : database_(database), source_(source), now_(now), connection_(database.open_reader()),
          reader_(*connection_), plan_(plan_pages(reader_, source, area)),
          progress_("pages", plan_.pages.size()) {}

    ImportedPages run() {
        for (const auto& page : plan_.pages) {
            import(page);
            progress_.advance();
        }
        result_.left_out = progress_.skipped();
        return result_;
    }

  private:
    void import(const PlannedPage& page) {
        page_ = {};
        const auto& versions = page.file->versions;
        for (std::size_t at = 0; at < versions.size(); at += page_versions_a_job) {
            const auto end = std::min(at + page_versions_a_job, versions.size());
            std::vector<ReadyText> ready;
            for (std::size_t i = at; i < end; ++i)
                if (auto version = prepare(versions[i])) ready.push_back(*std::move(version));
            if (!ready.empty()) write(page, ready);
        }
        if (!page_) return;
        ++result_.pages;
        if (page.file->deleted) withdraw(*page.file->deleted);
    }

    std::optional<ReadyText> prepare(const PageVersion& version) {
        try {
            auto text = page_text(read_front_matter(base::clean(source_.read(version))), version.path);
            auto prepared = revisions::prepare(reader_, revisions::TextKind::page, std::move(text.title),
                                               plan_.links.rewrite(text.body, version.path));
            if (prepared)
                return ReadyText{*std::move(prepared),
                                 {std::nullopt, version.author, version.at, short_summary(version.summary)}};
            left_out(version, prepared.error().detail);
        } catch (const std::runtime_error& error) {
            left_out(version, error.what());
        }
        return std::nullopt;
    }

    void write(const PlannedPage& planned, const std::vector<ReadyText>& versions) {
        database_.write([&](store::Writer& db) {
            for (const auto& version : versions)
                if (page_)
                    save(db, planned, version);
                else
                    create(db, planned, version);
        });
    }

    void create(store::Writer& db, const PlannedPage& planned, const ReadyText& version) {
        wiki::NewPage page{planned.slug, wiki::find_or_add_area(db, planned.area)};
        if (!planned.owner.empty()) page.owner = members::find_by_handle(db, planned.owner);
        page.review_by = wiki::parse_day(planned.review_by);
        const auto made = wiki::create_page(db, page, version.text, version.author, wiki::Tell::nobody);
        if (!made) return progress_.skip(planned.file->path, made.error().detail);
        page_ = *made;
        newest_ = 1;
        ++result_.versions;
    }

    void save(store::Writer& db, const PlannedPage& planned, const ReadyText& version) {
        const auto saved =
            wiki::save_page(db, page_, newest_, version.text, version.author, wiki::Tell::nobody);
        if (!saved) return progress_.skip(planned.file->path, saved.error().detail);
        result_.versions += saved->how == revisions::Saving::saved ? 1 : 0;
        newest_ = saved->number;
    }

    void withdraw(const PageVersion& deleted) {
        site::Viewer program;
        program.role = site::Role::administrator;
        const auto reason = "Deleted by " + deleted.author + ": " + deleted.summary;
        const auto done = database_.write([&](store::Writer& db) {
            return wiki::withdraw_page(db, program, page_, reason, std::min(deleted.at, now_));
        });
        if (!done) progress_.skip(deleted.path, done.error().detail);
    }

    void left_out(const PageVersion& version, const std::string& why) {
        progress_.skip(version.path + " of " + base::iso_time(version.at).substr(0, 10), why);
    }

    store::Database& database_;
    const PageSource& source_;
    base::Time now_;
    std::unique_ptr<store::Connection> connection_;
    store::Reader reader_;
    PagePlan plan_;
    Progress progress_;
    ImportedPages result_;
    base::PageId page_{}; // the one at work; 0 until it has a first version
    int newest_ = 0;
};

} // namespace

ImportedPages import_pages(store::Database& database, const PageSource& source, const std::string& area,
                           base::Time now) {
    return Importer(database, source, area, now).run();
}

} // namespace app
