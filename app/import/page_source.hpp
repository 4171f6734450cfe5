// Where imported pages come from: a folder of Markdown files (each with one version) or a Git repository
// (each with all versions that it ever had). Texts are read one at a time, when they are wanted.
#pragma once

#include "base/clock.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct PageVersion {
    std::string path; // of the file then, from the root, with "/"
    std::string author;
    base::Time at;
    std::string summary;
    std::string content; // what `read` finds the text by
};

struct PageFile {
    std::string path;                     // today's, or the last it had
    std::vector<PageVersion> versions{};  // the oldest first, at least one
    std::optional<PageVersion> deleted{}; // who deleted the file, when and why
};

struct PageSource {
    std::string name; // of the folder
    std::vector<PageFile> files;
    /// The bytes of a version. Throws std::runtime_error with one plain sentence.
    std::function<std::string(const PageVersion&)> read;
};

/// A longer file is not even read: nothing that people write is.
constexpr std::uintmax_t longest_file = 4 * 1024 * 1024;

/// "guide.md", "GUIDE.MD", "guide.markdown"
bool is_markdown(const std::string& path);

/// Opens whichever of the two it is. Throws std::runtime_error where it cannot be read or holds no Markdown.
PageSource open_page_source(const std::filesystem::path& from, base::Time now);

/// The files of a folder, those in hidden folders and behind symbolic links left out, in order of their
/// paths.
PageSource open_page_folder(const std::filesystem::path& folder, base::Time now);

/// Every file that is or was reachable from HEAD, with its versions as `git log` tells them: each commit that
/// changed it, through renames; a merge only where it made a text that neither side had.
PageSource open_page_repository(const std::filesystem::path& folder);

} // namespace app
