#include "app/export/export_pages.hpp"

#include "app/export/export_store.hpp"
#include "app/export/page_repository.hpp"
#include "app/import/front_matter.hpp"
#include "app/import/progress.hpp"
#include "base/text.hpp"
#include "wiki/wiki.hpp"

namespace app {
namespace {

std::string list_text(const std::string& joined) {
    std::string text;
    for (const auto part : base::split(joined, ','))
        text += (text.empty() ? "" : ", ") + in_quotes(part);
    return "[" + text + "]";
}

/// Front matter that every tool for such files reads, and the text.
std::string file_text(const exported::PageVersion& version, std::int64_t number) {
    std::string text =
        "---\ntitle: " + in_quotes(version.title) + "\narea: " + in_quotes(version.area) + "\n";
    if (!version.owner.empty()) text += "owner: " + in_quotes(version.owner) + "\n";
    if (version.review_by) text += "review_by: " + wiki::day_text(*version.review_by) + "\n";
    if (!version.formerly.empty()) text += "formerly: " + list_text(version.formerly) + "\n";
    text += "revision: " + std::to_string(number) + "\nupdated: " + base::iso_time(version.at) + "\n---\n\n";
    text += version.body;
    if (!text.ends_with('\n')) text += '\n';
    return text;
}

std::string message(const exported::PageVersion& version, std::int64_t number) {
    const auto first = version.summary.empty() ? "Change " + version.title : version.summary;
    return first + "\n\n" + version.slug + ", revision " + std::to_string(number) + "\n";
}

} // namespace

std::size_t export_pages(store::Reader& db, const std::filesystem::path& folder) {
    PageRepository repository(folder);
    const auto steps = exported::page_steps(db);
    Progress progress("versions of pages", steps.size());
    for (const auto& step : steps) {
        const auto version = exported::page_version(db, step);
        repository.put(version.area + "/" + version.slug + ".md", file_text(version, step.number),
                       {version.author, version.author_name, version.at}, message(version, step.number));
        progress.advance();
    }
    for (const auto& page : exported::withdrawn_pages(db))
        repository.remove(page.area + "/" + page.slug + ".md", {page.by, page.by_name, page.at},
                          "Withdraw " + page.slug + "\n\n" + page.reason + "\n");
    repository.finish();
    return repository.commits();
}

} // namespace app
