// Git's objects held so that they are freed whatever happens, and its failures as one plain sentence: for the
// import of a repository and for the export into one.
#pragma once

#include <git2.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

namespace app::git {

template <auto free> struct Free {
    template <class T> void operator()(T* handle) const { free(handle); }
};
template <class T, auto free> using Handle = std::unique_ptr<T, Free<free>>;

using Repository = Handle<git_repository, git_repository_free>;
using Commit = Handle<git_commit, git_commit_free>;
using Tree = Handle<git_tree, git_tree_free>;
using Blob = Handle<git_blob, git_blob_free>;
using Diff = Handle<git_diff, git_diff_free>;
using Walk = Handle<git_revwalk, git_revwalk_free>;
using Index = Handle<git_index, git_index_free>;
using Signature = Handle<git_signature, git_signature_free>;

/// Throws std::runtime_error with Git's reason where the answer is a failure.
inline void check(int answer, const std::string& what) {
    if (answer >= 0) return;
    const git_error* error = git_error_last();
    throw std::runtime_error(what + ": " + (error == nullptr ? "Git gives no reason" : error->message));
}

/// To be called before anything else. Only objects are read and written here and nothing that a repository
/// configures is ever run, so that it may belong to somebody else on this machine.
inline void start_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        git_libgit2_init();
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    });
}

inline std::string text_of(const git_oid& id) {
    std::string hex(GIT_OID_HEXSZ, '0');
    git_oid_fmt(hex.data(), &id);
    return hex;
}

} // namespace app::git
