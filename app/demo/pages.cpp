#include "app/demo/pages.hpp"

#include "app/blocks.hpp"
#include "app/demo/days.hpp"
#include "app/toml_table.hpp"
#include "wiki/wiki.hpp"

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

template <class T> T must(base::Result<T> result, const TomlTable& from) {
    if (!result) from.refuse(result.error().detail);
    return *std::move(result);
}

/// Loads the folder of one page: its first revision makes it, the others are saved on top, one by one.
class PageFolder {
  public:
    PageFolder(store::Writer& db, const People& people, base::Time now)
        : db_(db), people_(people), now_(now) {}

    void load(const std::filesystem::path& folder) {
        for (int number = 1; std::filesystem::exists(file_of(folder, number)); ++number) {
            const auto file = file_of(folder, number);
            const auto blocks = read_blocks(read_file(file));
            if (blocks.size() != 1)
                throw std::runtime_error(file.string() + ": a revision has one header and one text");
            const TomlTable header(blocks.front().header, file.string());
            title_ = header.text_or("title", title_);
            const auto text =
                must(revisions::prepare(db_, revisions::TextKind::page, title_, blocks.front().text), header);
            if (number == 1)
                create(header, folder.filename().string(), text);
            else
                must(wiki::save_page(db_, page_, number - 1, text, author(header), wiki::Tell::nobody),
                     header);
        }
    }

  private:
    static std::filesystem::path file_of(const std::filesystem::path& folder, int number) {
        return folder / (std::to_string(number) + ".md");
    }

    revisions::Author author(const TomlTable& header) const {
        return {people_.at(header.text("author")), "", days_before(now_, header.number("days_ago")),
                header.text("summary")};
    }

    void create(const TomlTable& header, const std::string& slug, const revisions::Prepared& text) {
        wiki::NewPage page{slug, header.text("area"), people_.at(header.text("owner"))};
        // A review date is a day, kept as its noon.
        const auto day = days_before(now_, -header.number("review_by_days"));
        page.review_by = wiki::parse_day(base::iso_time(day).substr(0, 10));
        page_ = must(wiki::create_page(db_, page, text, author(header), wiki::Tell::nobody), header);
    }

    store::Writer& db_;
    const People& people_;
    base::Time now_;
    base::PageId page_{};
    std::string title_;
};

} // namespace

void load_pages(store::Writer& db, const std::filesystem::path& content, const People& people,
                base::Time now) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(content / "pages"))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::ranges::sort(folders);
    for (const auto& folder : folders)
        PageFolder(db, people, now).load(folder);
}

} // namespace app
