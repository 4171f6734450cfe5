// A small Git repository for a test, made commit by commit.
#pragma once

#include "app/git_handle.hpp"
#include "tests/support/temporary_folder.hpp"

#include <map>
#include <string>
#include <vector>

namespace testing {

class GitFolder {
  public:
    using Files = std::map<std::string, std::string>; // text by path: all there are in a commit

    GitFolder() {
        app::git::start_library();
        git_repository* raw = nullptr;
        app::git::check(git_repository_init(&raw, folder_.path().c_str(), 1), "init");
        repository_.reset(raw);
    }

    /// Commits on top of the parents and makes it the newest; gives its number, counted from 0.
    std::size_t commit(const Files& files, const std::string& author, long long at,
                       const std::string& message, const std::vector<std::size_t>& parents) {
        git_index* index = nullptr;
        app::git::check(git_index_new(&index), "index");
        const app::git::Index held(index);
        for (const auto& [path, text] : files) {
            git_index_entry entry{};
            entry.mode = GIT_FILEMODE_BLOB;
            entry.path = path.c_str();
            app::git::check(
                git_blob_create_from_buffer(&entry.id, repository_.get(), text.data(), text.size()), "blob");
            app::git::check(git_index_add(index, &entry), "add");
        }
        git_oid tree_id;
        app::git::check(git_index_write_tree_to(&tree_id, index, repository_.get()), "tree");
        git_tree* tree = nullptr;
        app::git::check(git_tree_lookup(&tree, repository_.get(), &tree_id), "tree");
        const app::git::Tree held_tree(tree);
        git_signature* who = nullptr;
        app::git::check(git_signature_new(&who, author.c_str(), "who@example.org", at, 0), "signature");
        const app::git::Signature held_who(who);
        std::vector<const git_commit*> above;
        for (const auto parent : parents)
            above.push_back(commits_.at(parent).get());
        git_oid id;
        app::git::check(git_commit_create(&id, repository_.get(), nullptr, who, who, nullptr, message.c_str(),
                                          tree, above.size(), above.data()),
                        "commit");
        app::git::check(git_repository_set_head_detached(repository_.get(), &id), "head");
        git_commit* made = nullptr;
        app::git::check(git_commit_lookup(&made, repository_.get(), &id), "lookup");
        commits_.emplace_back(made);
        return commits_.size() - 1;
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
    app::git::Repository repository_;
    std::vector<app::git::Commit> commits_;
};

} // namespace testing
