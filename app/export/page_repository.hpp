// The folder of pages that an export writes, which is a Git repository as well: each version of each page is
// a commit by its author at its time.
#pragma once

#include "app/git_handle.hpp"
#include "base/clock.hpp"

#include <filesystem>
#include <string>

namespace app {

class PageRepository {
  public:
    /// Makes the folder and the repository in it. Throws std::runtime_error, as all that follows does.
    explicit PageRepository(const std::filesystem::path& folder);

    struct Author {
        std::string handle; // "" without an account
        std::string name;
        base::Time at;
    };
    /// Commits the file's new content; nothing where it is what it was.
    void put(const std::string& path, const std::string& content, const Author& author,
             const std::string& message);
    void remove(const std::string& path, const Author& author, const std::string& message);
    /// Names the last commit "main" and writes its files into the folder.
    void finish();

    [[nodiscard]] std::size_t commits() const { return commits_; }

  private:
    void commit(const Author& author, const std::string& message);

    std::filesystem::path folder_;
    git::Repository repository_;
    git::Index index_;
    git::Commit last_;
    std::size_t commits_ = 0;
};

} // namespace app
