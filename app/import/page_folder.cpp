#include "app/blocks.hpp"
#include "app/import/page_source.hpp"
#include "base/text.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;

base::Time changed_at(const fs::path& file, base::Time now) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return now;
    return std::min(base::Time(std::chrono::seconds(status.st_mtime)), now);
}

bool is_repository(const fs::path& folder) {
    return fs::exists(folder / ".git") ||
           (fs::exists(folder / "HEAD") && fs::is_directory(folder / "objects"));
}

std::string read_page(const fs::path& folder, const std::string& path) {
    if (fs::file_size(folder / path) > longest_file) throw std::runtime_error("the file is longer than 4 MB");
    return read_file(folder / path);
}

} // namespace

bool is_markdown(const std::string& path) {
    const auto small = base::ascii_lower(path);
    return small.ends_with(".md") || small.ends_with(".markdown");
}

PageSource open_page_folder(const fs::path& folder, base::Time now) {
    PageSource source{fs::absolute(folder / "x").parent_path().filename().string(), {}, {}};
    try {
        for (fs::recursive_directory_iterator at(folder), end; at != end; ++at) {
            const bool hidden = at->path().filename().string().starts_with('.');
            if (hidden && at->is_directory()) at.disable_recursion_pending();
            if (hidden || at->is_symlink() || !at->is_regular_file()) continue;
            const auto path = at->path().lexically_relative(folder).generic_string();
            if (!is_markdown(path)) continue;
            PageVersion version{path, "Import", changed_at(at->path(), now), "Imported from " + path, path};
            source.files.push_back({path, {std::move(version)}});
        }
    } catch (const fs::filesystem_error& error) {
        const auto& place = error.path1().empty() ? folder : error.path1();
        throw std::runtime_error(place.string() + " cannot be read: " + error.code().message());
    }
    std::ranges::sort(source.files, {}, &PageFile::path);
    source.read = [folder](const PageVersion& version) { return read_page(folder, version.content); };
    return source;
}

PageSource open_page_source(const fs::path& from, base::Time now) {
    std::error_code error;
    const auto status = fs::status(from, error);
    if (!fs::exists(status)) throw std::runtime_error(from.string() + " does not exist");
    if (!fs::is_directory(status)) throw std::runtime_error(from.string() + " is no folder");
    auto source = is_repository(from) ? open_page_repository(from) : open_page_folder(from, now);
    if (source.files.empty()) throw std::runtime_error("there is no Markdown file in " + from.string());
    return source;
}

} // namespace app
