#include "app/export/page_repository.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace app {
namespace {

/// A name and address as Git allows them. Nobody's e-mail address leaves the program: this one leads nowhere
/// by design (RFC 2606), and tells two people of one name apart.
git::Signature signature(const PageRepository::Author& author) {
    std::string name = author.name;
    std::erase_if(name, [](char c) { return c == '<' || c == '>' || c == '\n'; });
    name = base::trim(name);
    if (name.empty()) name = "Cohort";
    const auto address = (author.handle.empty() ? "imported" : author.handle) + "@cohort.invalid";
    git_signature* raw = nullptr;
    git::check(
        git_signature_new(&raw, name.c_str(), address.c_str(), author.at.time_since_epoch().count(), 0),
        "the author " + name + " cannot be written");
    return git::Signature(raw);
}

} // namespace

PageRepository::PageRepository(const std::filesystem::path& folder) : folder_(folder) {
    git::start_library();
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_NO_REINIT;
    options.initial_head = "main";
    git_repository* repository = nullptr;
    git::check(git_repository_init_ext(&repository, folder.c_str(), &options),
               folder.string() + " cannot be made a Git repository");
    repository_.reset(repository);
    git_index* index = nullptr;
    git::check(git_index_new(&index), "the export cannot be prepared");
    index_.reset(index);
}

void PageRepository::put(const std::string& path, const std::string& content, const Author& author,
                         const std::string& message) {
    git_index_entry entry{};
    entry.mode = GIT_FILEMODE_BLOB;
    entry.path = path.c_str();
    git::check(git_blob_create_from_buffer(&entry.id, repository_.get(), content.data(), content.size()),
               path + " cannot be written");
    const auto* before = git_index_get_bypath(index_.get(), path.c_str(), 0);
    if (before != nullptr && git_oid_equal(&before->id, &entry.id) != 0) return;
    git::check(git_index_add(index_.get(), &entry), path + " cannot be written");
    commit(author, message);
}

void PageRepository::remove(const std::string& path, const Author& author, const std::string& message) {
    git::check(git_index_remove(index_.get(), path.c_str(), 0), path + " cannot be removed");
    commit(author, message);
}

void PageRepository::commit(const Author& author, const std::string& message) {
    git_oid tree_id;
    git::check(git_index_write_tree_to(&tree_id, index_.get(), repository_.get()),
               "a commit cannot be written");
    git_tree* tree = nullptr;
    git::check(git_tree_lookup(&tree, repository_.get(), &tree_id), "a commit cannot be written");
    const git::Tree held(tree);
    const auto who = signature(author);
    const git_commit* parent = last_.get();
    git_oid id;
    git::check(git_commit_create(&id, repository_.get(), nullptr, who.get(), who.get(), "UTF-8",
                                 message.c_str(), tree, parent == nullptr ? 0 : 1, &parent),
               "a commit cannot be written");
    git_commit* made = nullptr;
    git::check(git_commit_lookup(&made, repository_.get(), &id), "a commit cannot be written");
    last_.reset(made);
    ++commits_;
}

void PageRepository::finish() {
    if (!last_) return;
    git_reference* main = nullptr;
    git::check(git_reference_create(&main, repository_.get(), "refs/heads/main", git_commit_id(last_.get()),
                                    0, "export"),
               "the export's branch cannot be named");
    git_reference_free(main);
    git_checkout_options options = GIT_CHECKOUT_OPTIONS_INIT;
    options.checkout_strategy = GIT_CHECKOUT_FORCE;
    git::check(git_checkout_head(repository_.get(), &options), folder_.string() + " cannot be filled");
}

} // namespace app
