// Three real question-and-answer sites brought into the forum.
#include "app/import/import_qa_site.hpp"
#include "base/text.hpp"
#include "tests/import/lost_words.hpp"
#include "tests/import/qa_ndjson.hpp"
#include "tests/import/timer.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/test.hpp"

#include <algorithm>

namespace {

using testing::Timer;

struct Expected {
    const char* folder;
    const char* host;
    std::size_t questions, answers, accepted, comments, bodies; // bodies: rows, the first included
    std::size_t closed;
};

struct MadePost {
    base::PostId id;
    base::TextId text;
    std::string author;
    base::Time at;
    bool accepted;
};

struct MadeThread {
    base::ThreadId id;
    std::string title, slug;
    bool locked;
};

/// A text of the site, whatever it is there.
struct Source {
    std::string author;
    base::Time at;
    std::string body; // the newest
    bool accepted = false;
};

std::vector<Source> texts_of(const app::QaQuestion& question) {
    std::vector<Source> texts;
    const auto add_comments = [&](const app::QaPost& post) {
        for (const auto& comment : post.comments)
            texts.push_back({comment.author, comment.at, comment.body});
    };
    add_comments(question.post);
    for (const auto& answer : question.answers) {
        texts.push_back({answer.versions.front().author, answer.versions.front().at,
                         answer.versions.back().body, answer.id == question.accepted});
        add_comments(answer);
    }
    std::ranges::stable_sort(texts, {}, &Source::at);
    const auto& versions = question.post.versions;
    texts.insert(texts.begin(), {versions.front().author, versions.front().at, versions.back().body});
    return texts;
}

std::vector<MadePost> posts_of(store::Reader& db, base::ThreadId thread) {
    return db.all<MadePost, "SELECT id, text_id, author_name, at, accepted FROM posts WHERE thread_id = ? "
                            "ORDER BY number">(thread);
}

void check_thread(testing::Scene& scene, const app::QaQuestion& question, const MadeThread& thread) {
    CHECK(thread.title == base::clean_line(question.post.versions.back().title));
    CHECK(thread.locked == question.closed.has_value());
    const auto posts = posts_of(scene.reader(), thread.id);
    const auto texts = texts_of(question);
    REQUIRE(posts.size() == texts.size());
    for (std::size_t i = 0; i < posts.size(); ++i) {
        INFO("post " << i + 1);
        CHECK(posts[i].author == texts[i].author);
        CHECK(posts[i].at == texts[i].at);
        CHECK(posts[i].accepted == texts[i].accepted);
        const auto html = revisions::rendered(scene.reader(), posts[i].text).html;
        const auto lost = testing::lost_words(base::clean(texts[i].body), html);
        INFO(base::join(lost, " "));
        CHECK(lost.empty());
    }
}

} // namespace

TEST_CASE("three real sites come in with every text, author, time and version") {
    const auto site_of =
        GENERATE(Expected{"ai", "ai.stackexchange.com", 421, 749, 212, 1165, 1899, 50},
                 Expected{"bicycles-meta", "bicycles.meta.stackexchange.com", 453, 971, 157, 2448, 2518, 15},
                 Expected{"french-meta", "french.meta.stackexchange.com", 274, 487, 86, 1305, 1808, 7});
    const auto site = testing::read_qa_site(site_of.folder, site_of.host);
    if (!site) return;
    testing::Scene scene;
    const auto viewer = scene.sign_in(scene.add_person("Noor Haddad"));
    app::ImportedSite imported;
    {
        const Timer timer(std::string(site_of.host) + " imported");
        imported = app::import_qa_site(scene.database(), *site);
    }
    CHECK(imported.threads == site_of.questions);
    CHECK(imported.answers == site_of.answers);
    CHECK(imported.comments == site_of.comments);
    CHECK(imported.accepted == site_of.accepted);
    CHECK(imported.left_out == 0);
    // Titles have versions of their own; a rollback to the text before it can make none.
    CHECK(imported.versions >= site_of.bodies);
    std::size_t versions = 0;
    for (const auto& question : site->questions) {
        versions += question.post.versions.size();
        for (const auto& answer : question.answers)
            versions += answer.versions.size();
    }
    CHECK(imported.versions <= versions);
    CHECK(versions - imported.versions < 10);

    const Timer timer(std::string(site_of.host) + " read, every thread and every tenth post's history shown");
    const auto threads =
        scene.reader().all<MadeThread, "SELECT id, title, slug, locked FROM threads ORDER BY id">();
    REQUIRE(threads.size() == site->questions.size());
    CHECK(std::ranges::count_if(threads, &MadeThread::locked) == static_cast<std::ptrdiff_t>(site_of.closed));
    for (std::size_t i = 0; i < threads.size(); ++i) {
        INFO(site_of.host << " question " << site->questions[i].post.id);
        check_thread(scene, site->questions[i], threads[i]);
        const auto address = server::link<"/forum/threads/{}/{}">(threads[i].id, threads[i].slug).text();
        CHECK(scene.get(viewer, address).status == 200);
        if (i % 10 != 0) continue;
        const auto post = posts_of(scene.reader(), threads[i].id).front();
        const auto history = server::link<"/forum/posts/{}">(post.id).text();
        CHECK(scene.get(viewer, history + "/history").status == 200);
        CHECK(scene.get(viewer, history + "/revisions/1").status == 200);
        const auto newest = revisions::newest_number(scene.reader(), post.text);
        CHECK(scene.get(viewer, history + "/compare?from=1&to=" + std::to_string(newest)).status == 200);
    }
    CHECK(forum::check(scene.reader()).empty());
    CHECK(revisions::check(scene.reader()).empty());
}
