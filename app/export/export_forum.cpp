#include "app/export/export_forum.hpp"

#include "app/export/export_store.hpp"
#include "app/export/ndjson_file.hpp"
#include "app/import/progress.hpp"

namespace app {
namespace {

std::size_t export_threads(store::Reader& db, const std::filesystem::path& file) {
    NdjsonFile out(file);
    exported::each_thread(db, [&](exported::Thread&& thread) {
        out.add({{"id", thread.id},
                 {"kind", thread.kind},
                 {"category", thread.category},
                 {"title", text_value(thread.title)},
                 {"tags", list_value(thread.tags)},
                 {"author", text_value(thread.author)},
                 {"author_name", text_value(thread.author_name)},
                 {"unnamed", thread.unnamed},
                 {"created_at", time_value(thread.created_at)},
                 {"needed_by", time_value(thread.needed_by)},
                 {"pinned", thread.pinned},
                 {"locked", thread.locked},
                 {"withdrawn_at", time_value(thread.withdrawn_at)},
                 {"withdrawn_reason", text_value(thread.withdrawn_reason)}});
    });
    out.close();
    return out.rows();
}

std::size_t export_posts(store::Reader& db, const std::filesystem::path& file) {
    NdjsonFile out(file);
    Progress progress("posts", 0);
    exported::each_post(db, [&](exported::Post&& post) {
        out.add({{"id", post.id},
                 {"thread", post.thread},
                 {"number", post.number},
                 {"under", post.under ? boost::json::value(*post.under) : boost::json::value(nullptr)},
                 {"author", text_value(post.author)},
                 {"author_name", text_value(post.author_name)},
                 {"at", time_value(post.at)},
                 {"edited_at", time_value(post.edited_at)},
                 {"revision", post.revision},
                 {"body", text_value(post.body)},
                 {"votes", post.votes},
                 {"accepted", post.accepted_states.has_value()},
                 {"accepted_states", list_value(post.accepted_states.value_or(""))},
                 {"withdrawn_at", time_value(post.withdrawn_at)},
                 {"withdrawn_reason", text_value(post.withdrawn_reason)}});
        progress.advance();
    });
    out.close();
    return out.rows();
}

void export_revisions(store::Reader& db, const std::filesystem::path& file) {
    NdjsonFile out(file);
    Progress progress("versions of posts", 0);
    exported::each_revision(db, [&](exported::Revision&& revision) {
        out.add({{"post", revision.post},
                 {"number", revision.number},
                 {"title", text_value(revision.title)},
                 {"body", text_value(revision.body)},
                 {"summary", text_value(revision.summary)},
                 {"author", text_value(revision.author)},
                 {"author_name", text_value(revision.author_name)},
                 {"at", time_value(revision.at)},
                 {"sha256", revision.sha256},
                 {"restores",
                  revision.restores ? boost::json::value(*revision.restores) : boost::json::value(nullptr)},
                 {"redacted_at", time_value(revision.redacted_at)},
                 {"withdrawn", revision.withdrawn}});
        progress.advance();
    });
    out.close();
}

void export_votes(store::Reader& db, const std::filesystem::path& file) {
    NdjsonFile out(file);
    exported::each_vote(db, [&](exported::Vote&& vote) {
        out.add({{"post", vote.post}, {"member", vote.member}, {"at", time_value(vote.at)}});
    });
    out.close();
}

} // namespace

ExportedForum export_forum(store::Reader& db, const std::filesystem::path& folder) {
    ExportedForum exported;
    exported.threads = export_threads(db, folder / "threads.ndjson");
    exported.posts = export_posts(db, folder / "posts.ndjson");
    export_revisions(db, folder / "revisions.ndjson");
    export_votes(db, folder / "votes.ndjson");
    return exported;
}

} // namespace app
