#include "app/import/page_plan.hpp"

#include "app/import/page_text.hpp"
#include "base/text.hpp"
#include "wiki/wiki.hpp"

#include <algorithm>
#include <set>

namespace app {
namespace {

std::string folder_of(std::string_view path) {
    const auto end = path.rfind('/');
    return std::string(path.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

/// "pages/" where every file lies below it.
std::string shared_folder(const std::vector<PageFile>& files) {
    std::optional<std::string> shared;
    for (const auto& file : files) {
        if (file.deleted) continue;
        const auto folder = folder_of(file.path);
        if (!shared) shared = folder;
        while (!folder.starts_with(*shared))
            shared = folder_of(std::string_view(*shared).substr(0, shared->size() - 1));
    }
    return shared.value_or("");
}

class Planner {
  public:
    Planner(store::Reader& db, const PageSource& source, const std::string& area)
        : db_(db), source_(source), area_(area), shared_(shared_folder(source.files)) {}

    PagePlan plan() {
        for (const auto& file : source_.files)
            add(file);
        // Addresses that a file has today come before those that another had once.
        for (const auto& page : plan_.pages)
            for (const auto& version : page.file->versions)
                plan_.links.add(version.path, page.slug);
        for (const auto& [address, slug] : other_addresses_)
            plan_.links.add(address, slug);
        return std::move(plan_);
    }

  private:
    void add(const PageFile& file) {
        const auto front = newest_front_matter(file);
        PlannedPage page{&file, slug_for(file.path), area_for(file.path), "", ""};
        if (is_exported(front)) {
            if (area_.empty()) page.area = words_of_path(front.text("area"));
            page.owner = front.text("owner");
            page.review_by = front.text("review_by");
        }
        plan_.links.add(file.path, page.slug);
        plan_.links.add(below_shared(file.path), page.slug);
        for (const auto* name : {"permalink", "redirect_from"})
            if (const auto* field = front.find(name)) {
                if (!field->text.empty()) other_addresses_.emplace_back(field->text, page.slug);
                for (const auto& address : field->list)
                    other_addresses_.emplace_back(address, page.slug);
            }
        plan_.pages.push_back(std::move(page));
    }

    FrontMatter newest_front_matter(const PageFile& file) const {
        try {
            return read_front_matter(base::clean(source_.read(file.versions.back())));
        } catch (const std::runtime_error&) {
            return {}; // said, with the reason, when its turn comes
        }
    }

    std::string below_shared(const std::string& path) const {
        return path.starts_with(shared_) ? path.substr(shared_.size()) : path;
    }

    std::string slug_for(const std::string& path) {
        const auto name = base::slug(words_of_path(path));
        auto slug = wiki::free_slug(db_, name);
        if (taken_.contains(slug) && path.find('/') != std::string::npos)
            slug = wiki::free_slug(db_, words_of_path(folder_of(path) + "index") + " " + name);
        for (int number = 2; taken_.contains(slug); ++number)
            slug = wiki::free_slug(db_, name.substr(0, 70) + "-" + std::to_string(number));
        taken_.insert(slug);
        return slug;
    }

    std::string area_for(const std::string& path) const {
        if (!area_.empty()) return area_;
        const auto below = below_shared(path);
        const auto end = below.find('/');
        if (end != std::string::npos) return words_of_path(below.substr(0, end));
        return words_of_path(shared_.empty() ? source_.name : shared_ + "index");
    }

    store::Reader& db_;
    const PageSource& source_;
    const std::string& area_;
    std::string shared_;
    std::set<std::string> taken_;
    std::vector<std::pair<std::string, std::string>> other_addresses_; // and their slugs
    PagePlan plan_;
};

} // namespace

PagePlan plan_pages(store::Reader& db, const PageSource& source, const std::string& area) {
    return Planner(db, source, area).plan();
}

} // namespace app
