// Follows every Markdown file of a repository back through its commits.
#pragma once

#include "app/git_handle.hpp"
#include "app/import/page_source.hpp"

#include <map>
#include <string>
#include <vector>

namespace app {

class GitHistory {
  public:
    explicit GitHistory(git_repository* repository) : repository_(repository) {}

    /// All files, in order of their paths; those deleted since behind the others.
    std::vector<PageFile> read();

  private:
    /// At some commit: which file's history each path belongs to.
    using Paths = std::map<std::string, std::size_t>;

    struct Change {
        enum class Kind { added, changed, moved, deleted } kind;
        std::string before; // path
        std::string blob;   // "" where the text stayed the same
    };
    using Changes = std::map<std::string, Change>; // by the path after it, or before it where it was deleted

    void start_at(const git_oid& head);
    void visit(const git_oid& id);
    void follow(git_commit* commit, const Paths& paths, const std::vector<Changes>& by_parent);
    void find_deleted(git_commit* commit, const std::vector<Changes>& by_parent);
    Changes changes(git_commit* commit, git_tree* before, git_tree* after) const;
    void note(git_commit* commit, std::size_t file, const std::string& path, const std::string& blob);

    git_repository* repository_;
    std::vector<PageFile> files_;          // versions the newest first until the end
    std::map<std::string, Paths> waiting_; // by commit: what its visit will go on with
    std::map<std::string, std::size_t>
        ended_; // files whose path was new in some commit: an older file may have had it
};

} // namespace app
