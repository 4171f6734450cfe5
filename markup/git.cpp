#include "markup/git.hpp"

#include <git2.h>

#include <memory>
#include <mutex>
#include <stdexcept>

namespace markup {
namespace {

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { git_libgit2_init(); });
}

void check(int answer) {
    if (answer >= 0) return;
    const git_error* error = git_error_last();
    throw std::runtime_error(std::string("libgit2: ") +
                             (error != nullptr ? error->message : "no reason given"));
}

/// Adds one hunk, whose lines are only removed and added ones because no context was asked for.
void add_change(git_patch* patch, std::size_t index, std::vector<Change>& changes) {
    const git_diff_hunk* hunk = nullptr;
    check(git_patch_get_hunk(&hunk, nullptr, patch, index));
    // A side without lines is numbered by the line before it (POSIX diff -u).
    const auto begin = [](int start, int lines) {
        return static_cast<std::size_t>(lines == 0 ? start : start - 1);
    };
    const std::size_t old_begin = begin(hunk->old_start, hunk->old_lines);
    const std::size_t new_begin = begin(hunk->new_start, hunk->new_lines);
    changes.push_back({old_begin, old_begin + static_cast<std::size_t>(hunk->old_lines), new_begin,
                       new_begin + static_cast<std::size_t>(hunk->new_lines)});
}

git_merge_file_input input(const std::string& text) {
    git_merge_file_input in = GIT_MERGE_FILE_INPUT_INIT;
    in.ptr = text.data();
    in.size = text.size();
    return in;
}

} // namespace

std::vector<Change> line_changes(const std::string& old_text, const std::string& new_text) {
    start_library();
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
    options.context_lines = 0;
    git_patch* raw = nullptr;
    check(git_patch_from_buffers(&raw, old_text.data(), old_text.size(), nullptr, new_text.data(),
                                 new_text.size(), nullptr, &options));
    const std::unique_ptr<git_patch, void (*)(git_patch*)> patch(raw, git_patch_free);
    std::vector<Change> changes;
    const std::size_t count = git_patch_num_hunks(patch.get());
    for (std::size_t i = 0; i < count; ++i)
        add_change(patch.get(), i, changes);
    return changes;
}

std::string merge_lines(const std::string& base, const std::string& mine, const std::string& theirs) {
    start_library();
    git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;
    options.ancestor_label = options.our_label = options.their_label = "";
    options.flags = GIT_MERGE_FILE_STYLE_ZDIFF3;
    const auto ancestor = input(base);
    const auto ours = input(mine);
    const auto other = input(theirs);
    git_merge_file_result result{};
    check(git_merge_file(&result, &ancestor, &ours, &other, &options));
    std::string merged(result.ptr == nullptr ? "" : result.ptr, result.len);
    git_merge_file_result_free(&result);
    return merged;
}

} // namespace markup
