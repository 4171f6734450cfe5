#include "app/import/git_history.hpp"

#include "app/import/progress.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

git::Tree tree_of(git_commit* commit) {
    git_tree* raw = nullptr;
    git::check(git_commit_tree(&raw, commit), "a commit cannot be read");
    return git::Tree(raw);
}

PageVersion version_of(git_commit* commit, const std::string& path, const std::string& blob) {
    const auto* author = git_commit_author(commit);
    const auto name = base::clean_line(author->name == nullptr ? "" : author->name);
    const char* summary = git_commit_summary(commit);
    return {path, name.empty() ? "unknown author" : name, base::Time(std::chrono::seconds(author->when.time)),
            base::clean_line(summary == nullptr ? "" : summary), blob};
}

} // namespace

std::vector<PageFile> GitHistory::read() {
    git_oid head;
    git::check(git_reference_name_to_id(&head, repository_, "HEAD"), "the repository has no commits");
    start_at(head);
    git_revwalk* raw = nullptr;
    git::check(git_revwalk_new(&raw, repository_), "the history cannot be read");
    const git::Walk walk(raw);
    git_revwalk_sorting(raw, GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    git::check(git_revwalk_push(raw, &head), "the history cannot be read");
    Progress progress("commits read", 0);
    git_oid id;
    int answer = 0;
    for (; (answer = git_revwalk_next(&id, raw)) == 0; progress.advance())
        visit(id);
    if (answer != GIT_ITEROVER) git::check(answer, "the history cannot be read");
    std::erase_if(files_, [](const PageFile& file) { return file.versions.empty(); });
    for (auto& file : files_)
        std::ranges::reverse(file.versions);
    return std::move(files_);
}

void GitHistory::start_at(const git_oid& head) {
    git_commit* raw = nullptr;
    git::check(git_commit_lookup(&raw, repository_, &head), "the newest commit cannot be read");
    const git::Commit commit(raw);
    auto& paths = waiting_[git::text_of(head)];
    for (const auto& [path, change] : changes(raw, nullptr, tree_of(raw).get())) {
        paths.emplace(path, files_.size());
        files_.push_back({path});
    }
}

void GitHistory::visit(const git_oid& id) {
    auto here = waiting_.extract(git::text_of(id));
    const Paths paths = here ? std::move(here.mapped()) : Paths{};
    git_commit* raw = nullptr;
    git::check(git_commit_lookup(&raw, repository_, &id), "a commit cannot be read");
    const git::Commit commit(raw);
    const auto after = tree_of(raw);
    std::vector<Changes> by_parent;
    for (unsigned i = 0; i < git_commit_parentcount(raw); ++i) {
        git_commit* parent = nullptr;
        git::check(git_commit_parent(&parent, raw, i), "a commit cannot be read");
        by_parent.push_back(changes(raw, tree_of(git::Commit(parent).get()).get(), after.get()));
    }
    if (by_parent.empty()) by_parent.push_back(changes(raw, nullptr, after.get()));
    follow(raw, paths, by_parent);
    if (git_commit_parentcount(raw) > 0) find_deleted(raw, by_parent);
}

/// Hands each file on to the first parent that has it just so, or notes a version and follows the parent that
/// had it in another form.
void GitHistory::follow(git_commit* commit, const Paths& paths, const std::vector<Changes>& by_parent) {
    const auto hand_on = [&](std::size_t parent, const std::string& path, std::size_t file) {
        const auto* id = git_commit_parent_id(commit, static_cast<unsigned>(parent));
        if (id != nullptr) waiting_[git::text_of(*id)].emplace(path, file);
    };
    for (const auto& [path, file] : paths) {
        const auto same =
            std::ranges::find_if(by_parent, [&](const Changes& c) { return !c.contains(path); });
        if (same != by_parent.end()) {
            hand_on(static_cast<std::size_t>(same - by_parent.begin()), path, file);
            continue;
        }
        const auto had_it = std::ranges::find_if(
            by_parent, [&](const Changes& c) { return c.at(path).kind != Change::Kind::added; });
        const auto& change = (had_it == by_parent.end() ? by_parent.front() : *had_it).at(path);
        if (!change.blob.empty()) note(commit, file, path, change.blob);
        if (had_it == by_parent.end())
            ended_[path] = file;
        else
            hand_on(static_cast<std::size_t>(had_it - by_parent.begin()), change.before, file);
    }
}

/// What all parents had and this commit has not. A file that came back later is the same page.
void GitHistory::find_deleted(git_commit* commit, const std::vector<Changes>& by_parent) {
    for (const auto& [path, change] : by_parent.front()) {
        const auto deletes = [&](const Changes& c) {
            const auto found = c.find(path);
            return found != c.end() && found->second.kind == Change::Kind::deleted;
        };
        if (!std::ranges::all_of(by_parent, deletes)) continue;
        auto& paths = waiting_[git::text_of(*git_commit_parent_id(commit, 0))];
        if (const auto ended = ended_.extract(path)) {
            paths.emplace(path, ended.mapped());
        } else if (paths.emplace(path, files_.size()).second) {
            files_.push_back({path, {}, version_of(commit, path, "")});
        }
    }
}

GitHistory::Changes GitHistory::changes(git_commit* commit, git_tree* before, git_tree* after) const {
    std::array<char*, 2> patterns{const_cast<char*>("*.md"), const_cast<char*>("*.markdown")};
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.pathspec = {patterns.data(), patterns.size()};
    options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_IGNORE_SUBMODULES;
    git_diff* raw = nullptr;
    const auto where = "commit " + git::text_of(*git_commit_id(commit)).substr(0, 10) + " cannot be read";
    git::check(git_diff_tree_to_tree(&raw, repository_, before, after, &options), where);
    const git::Diff diff(raw);
    const bool may_move = git_diff_num_deltas_of_type(raw, GIT_DELTA_DELETED) > 0 &&
                          git_diff_num_deltas_of_type(raw, GIT_DELTA_ADDED) > 0;
    git_diff_find_options find = GIT_DIFF_FIND_OPTIONS_INIT;
    find.flags = GIT_DIFF_FIND_RENAMES;
    if (may_move) git::check(git_diff_find_similar(raw, &find), where);
    Changes changes;
    for (std::size_t i = 0; i < git_diff_num_deltas(raw); ++i) {
        const auto& delta = *git_diff_get_delta(raw, i);
        const auto is_file = [](const git_diff_file& side) {
            return side.mode == GIT_FILEMODE_BLOB || side.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
        };
        const bool was = is_file(delta.old_file);
        const bool is = is_file(delta.new_file);
        const bool same = was && is && git_oid_equal(&delta.old_file.id, &delta.new_file.id) != 0;
        const auto blob = same || !is ? "" : git::text_of(delta.new_file.id);
        if (is && !was)
            changes[delta.new_file.path] = {Change::Kind::added, "", blob};
        else if (is && delta.status == GIT_DELTA_RENAMED)
            changes[delta.new_file.path] = {Change::Kind::moved, delta.old_file.path, blob};
        else if (is)
            changes[delta.new_file.path] = {Change::Kind::changed, delta.new_file.path, blob};
        else if (was)
            changes.try_emplace(delta.old_file.path, Change{Change::Kind::deleted, delta.old_file.path, ""});
    }
    return changes;
}

void GitHistory::note(git_commit* commit, std::size_t file, const std::string& path,
                      const std::string& blob) {
    files_[file].versions.push_back(version_of(commit, path, blob));
}

} // namespace app
