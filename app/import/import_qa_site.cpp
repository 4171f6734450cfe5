#include "app/import/import_qa_site.hpp"

#include "app/import/progress.hpp"
#include "app/import/qa_attribution.hpp"
#include "app/import/ready_text.hpp"
#include "base/text.hpp"
#include "forum/forum.hpp"

#include <algorithm>
#include <unordered_map>

namespace app {
namespace {

struct ReadyPost {
    std::int64_t id = 0;
    base::Time at{};
    std::int64_t under = 0;          // of a comment: the question or answer
    std::vector<ReadyText> versions; // none: it was refused
};

struct ReadyThread {
    const QaQuestion* question;
    ReadyPost opening;
    std::vector<ReadyPost> posts; // answers and comments by time
};

class Importer {
  public:
    Importer(store::Database& database, const QaSite& site)
        : database_(database), site_(site), connection_(database.open_reader()), reader_(*connection_),
          progress_("questions", site.questions.size()) {
        for (const auto& question : site.questions)
            titles_[question.post.id] = question.post.versions.back().title;
    }

    ImportedSite run() {
        std::vector<ReadyThread> batch;
        std::size_t texts = 0;
        for (const auto& question : site_.questions) {
            batch.push_back(prepare(question));
            texts += 1 + batch.back().posts.size();
            if (texts < posts_a_job) continue;
            write(batch);
            batch.clear();
            texts = 0;
        }
        write(batch);
        result_.left_out = progress_.skipped();
        return result_;
    }

  private:
    ReadyThread prepare(const QaQuestion& question) {
        const auto below = attribution(site_, question, [&](std::int64_t id) { return find(id); });
        ReadyThread thread{&question, prepare(question.post, below), {}};
        add_comments(thread, question.post);
        for (const auto& answer : question.answers) {
            thread.posts.push_back(prepare(answer, ""));
            add_comments(thread, answer);
        }
        std::ranges::stable_sort(thread.posts, {}, &ReadyPost::at);
        return thread;
    }

    ReadyPost prepare(const QaPost& post, const std::string& below) {
        ReadyPost ready{post.id, post.at, 0, {}};
        for (const auto& version : post.versions) {
            const auto body = below.empty() ? version.body : version.body + "\n\n" + below;
            const auto title = std::string(base::truncate(version.title, forum::longest_title));
            add_version(ready, title, body, {std::nullopt, version.author, version.at, version.summary});
        }
        return ready;
    }

    void add_comments(ReadyThread& thread, const QaPost& post) {
        for (const auto& comment : post.comments) {
            ReadyPost ready{comment.id, comment.at, post.id, {}};
            add_version(ready, "", comment.body, {std::nullopt, comment.author, comment.at, ""});
            thread.posts.push_back(std::move(ready));
        }
    }

    void add_version(ReadyPost& post, std::string title, std::string body, revisions::Author author) {
        author.summary = short_summary(author.summary);
        auto text = revisions::prepare(reader_, revisions::TextKind::post, std::move(title), std::move(body));
        if (!text)
            return progress_.skip(site_.name + (post.under == 0 ? ", post " : ", comment ") +
                                      std::to_string(post.id),
                                  text.error().detail);
        text->rendered.mentions.clear(); // @sam was somebody else over there
        post.versions.push_back({*std::move(text), std::move(author)});
    }

    std::optional<QaPlace> find(std::int64_t id) const {
        const auto title = titles_.find(id);
        if (title == titles_.end()) return std::nullopt;
        const auto thread = threads_.find(id);
        return QaPlace{title->second, thread == threads_.end()
                                          ? ""
                                          : "/forum/threads/" + std::to_string(thread->second.value)};
    }

    void write(const std::vector<ReadyThread>& batch) {
        database_.write([&](store::Writer& db) {
            for (const auto& thread : batch)
                write(db, thread);
        });
        progress_.advance(batch.size());
    }

    void write(store::Writer& db, const ReadyThread& thread) {
        if (thread.opening.versions.empty()) return;
        const auto& question = *thread.question;
        forum::NewThread opening{.category = std::string(category_of_imports),
                                 .tags = tags_of(question),
                                 .author = thread.opening.versions.front().author,
                                 .text = thread.opening.versions.front().text,
                                 .tell = forum::Tell::nobody};
        const auto started = forum::start_thread(db, opening);
        if (!started)
            return progress_.skip(site_.name + ", question " + std::to_string(question.post.id),
                                  started.error().detail);
        threads_[question.post.id] = started->thread;
        ++result_.threads;
        write_edits(db, started->post, thread.opening);
        std::unordered_map<std::int64_t, base::PostId> posts{{question.post.id, started->post}};
        for (const auto& post : thread.posts)
            write_post(db, started->thread, post, posts);
        accept(db, question, posts);
        if (question.closed)
            must(forum::tend_thread(db, started->thread, forum::Tending::lock, base::MemberId{},
                                    *question.closed),
                 question.post.id);
    }

    void write_post(store::Writer& db, base::ThreadId thread, const ReadyPost& post,
                    std::unordered_map<std::int64_t, base::PostId>& posts) {
        if (post.versions.empty()) return;
        forum::NewPost made{.thread = thread,
                            .author = post.versions.front().author,
                            .text = post.versions.front().text,
                            .tell = forum::Tell::nobody};
        if (post.under != 0) {
            const auto above = posts.find(post.under);
            if (above == posts.end()) return; // it comments on what was refused
            made.under = above->second;
        }
        const auto added = forum::add_post(db, made);
        if (!must(added, post.id)) return;
        ++(post.under == 0 ? result_.answers : result_.comments);
        if (post.under != 0) return;
        posts[post.id] = *added;
        write_edits(db, *added, post);
    }

    void write_edits(store::Writer& db, base::PostId id, const ReadyPost& post) {
        int newest = 1;
        ++result_.versions;
        for (std::size_t i = 1; i < post.versions.size(); ++i) {
            const auto saved =
                forum::edit_post(db, {id, newest, post.versions[i].text, post.versions[i].author});
            if (!must(saved, post.id)) continue;
            result_.versions += saved->how == revisions::Saving::saved ? 1 : 0;
            newest = saved->number;
        }
    }

    void accept(store::Writer& db, const QaQuestion& question,
                const std::unordered_map<std::int64_t, base::PostId>& posts) {
        const auto accepted = std::ranges::find(question.answers, question.accepted, &QaPost::id);
        if (accepted == question.answers.end() || !posts.contains(accepted->id)) return;
        if (must(forum::set_acceptance(db, posts.at(accepted->id), std::nullopt, {}, accepted->at),
                 accepted->id))
            ++result_.accepted;
    }

    static std::vector<std::string> tags_of(const QaQuestion& question) {
        std::vector<std::string> tags;
        for (const auto& tag : question.tags)
            if (auto slug = base::slug(tag); std::ranges::find(tags, slug) == tags.end())
                tags.push_back(std::move(slug));
        if (tags.size() > forum::most_tags) tags.resize(forum::most_tags);
        return tags;
    }

    template <class T> bool must(const base::Result<T>& result, std::int64_t id) {
        if (!result) progress_.skip(site_.name + ", post " + std::to_string(id), result.error().detail);
        return result.has_value();
    }

    store::Database& database_;
    const QaSite& site_;
    std::unique_ptr<store::Connection> connection_;
    store::Reader reader_;
    Progress progress_;
    std::unordered_map<std::int64_t, std::string> titles_;
    std::unordered_map<std::int64_t, base::ThreadId> threads_; // those that are here already
    ImportedSite result_;
};

} // namespace

ImportedSite import_qa_site(store::Database& database, const QaSite& site) {
    return Importer(database, site).run();
}

} // namespace app
