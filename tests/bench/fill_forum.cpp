#include "forum/forum.hpp"
#include "notices/inbox_store.hpp"
#include "tests/bench/ground.hpp"

#include <cstdio>
#include <future>

namespace bench {
namespace {

using forum::ThreadKind;

constexpr int posts_a_thread = 10;
constexpr int posts_of_first = 21; // one page of answers: the page that everything else is compared with
constexpr int threads_a_job = 40;
constexpr int readers_a_job = 40; // who read their inbox meanwhile
constexpr std::array categories{"voter-registration",       "mail-and-absentee-voting",
                                "in-person-voting",         "poll-workers",
                                "ballots-and-tabulation",   "canvass-and-audits",
                                "security-and-emergencies", "accessibility-and-language",
                                "voter-communication",      "office-management",
                                "records-and-law",          "standards-and-cohort-business"};
constexpr std::array tags{"seals",    "cure",    "drop-box", "staffing", "budget",  "ada",
                          "printing", "signage", "canvass",  "media",    "weather", "training",
                          "students", "usps",    "recount",  "observers"};

/// A thread whose texts are rendered already: that is done beside the writing.
struct Ready {
    forum::NewThread thread;
    std::vector<revisions::Prepared> posts;
    revisions::Prepared edit{}; // what somebody changes the last post to
};

class Rendering {
  public:
    Rendering(store::Database& database, const Sizes& sizes)
        : connection_(database.open_reader()), db_(*connection_), sizes_(sizes) {}

    std::vector<Ready> batch(int from, int to) {
        std::vector<Ready> threads;
        for (int i = from; i < to; ++i)
            threads.push_back(thread(i));
        return threads;
    }

  private:
    revisions::Prepared text(const std::string& title, int words) {
        return must(revisions::prepare(db_, revisions::TextKind::post, title, words_(words)));
    }
    Ready thread(int number) {
        Ready ready;
        ready.thread.text = text(words_(8), 60);
        int posts = number == 0 ? posts_of_first : posts_a_thread;
        if (number == 1 || number == 2) posts = sizes_.long_thread;
        if (number > 2 && number % 25 == 0) posts = 1; // waits for its first answer
        for (int i = 1; i < posts; ++i)
            ready.posts.push_back(text("", 50));
        ready.edit = text("", 50);
        return ready;
    }

    std::unique_ptr<store::Connection> connection_;
    store::Reader db_;
    const Sizes& sizes_;
    Words words_{2028};
};

class Forum {
  public:
    explicit Forum(Ground& ground) : ground_(ground) {}

    // What a new thread costs is in proportion to those who watch its category. Twenty at most do, so that
    // the sizes differ in what lies there and not in how many are told.
    void watch_categories(store::Writer& db) {
        const std::size_t step = std::max<std::size_t>(40, ground_.people.size() / 20);
        for (std::int64_t category = 1; category <= 12; ++category)
            for (std::size_t i = 1; i < ground_.people.size(); i += step)
                notices::watch(db, ground_.people[i].id, {notices::SubjectKind::category, category},
                               ground_.begun);
    }

    void add(store::Writer& db, std::vector<Ready>& batch) {
        for (auto& ready : batch)
            add(db, ready);
        for (int i = 0; i < readers_a_job; ++i)
            if (const auto reader = person(); reader != ground_.people[0].id)
                notices::mark_all_read(db, reader, at_);
        if (number_ < ground_.sizes.threads / 2) notices::mark_all_read(db, ground_.people[0].id, at_);
    }

  private:
    base::MemberId person() { return ground_.people[static_cast<std::size_t>(who_(ground_.source))].id; }
    revisions::Author author() { return {person(), "", at_ += step_, ""}; }

    void describe(forum::NewThread& thread) {
        const int number = number_++;
        thread.category = categories[static_cast<std::size_t>(category_(ground_.source))];
        thread.author = author();
        const int kind = ground_.below(100);
        thread.kind = kind < 70   ? ThreadKind::question
                      : kind < 85 ? ThreadKind::discussion
                      : kind < 97 ? ThreadKind::story
                                  : ThreadKind::announcement;
        if (number == 0 || number == 2) thread.kind = ThreadKind::question;
        if (number == 1) thread.kind = ThreadKind::discussion;
        if (thread.kind == ThreadKind::question && ground_.chance(50))
            thread.needed_by = at_ + std::chrono::days(2 + ground_.below(38));
        thread.tags = {tags[static_cast<std::size_t>(ground_.below(static_cast<int>(tags.size())))]};
        if (ground_.chance(500)) thread.tags.push_back("own-" + word_of(own_tag_(ground_.source)));
    }

    void add(store::Writer& db, Ready& ready) {
        describe(ready.thread);
        const int number = number_ - 1;
        const auto started = must(forum::start_thread(db, ready.thread));
        const bool question = ready.thread.kind == ThreadKind::question;
        std::optional<base::PostId> answer;
        base::PostId last = started.post;
        for (auto& text : ready.posts) {
            forum::NewPost post{started.thread, std::nullopt, author(), std::move(text)};
            // Who writes in such a thread watches it; to tell them all each time would fill the disk.
            if (number == 1 || number == 2) post.tell = forum::Tell::nobody;
            if (question && answer && number > 2 && ground_.chance(200)) post.under = answer;
            last = must(forum::add_post(db, post));
            if (!post.under && number > 0) vote(db, last);
            if (!post.under && !answer) answer = last;
        }
        if (number <= 2) return;
        if (question && answer && ground_.chance(400))
            must(forum::set_acceptance(db, *answer, ready.thread.author.member, {"OH", "PA"}, at_));
        if (last != started.post && ground_.chance(300))
            must(forum::edit_post(db, {last, 1, std::move(ready.edit), author()}));
        tend(db, started, last);
    }

    void vote(store::Writer& db, base::PostId post) {
        for (int votes = ground_.below(4); votes > 0; --votes)
            must(forum::set_vote(db, post, person(), forum::Helpful::yes, at_));
    }

    void tend(store::Writer& db, const forum::Started& started, base::PostId last) {
        const auto steward = ground_.steward.id;
        if (number_ <= 12) must(forum::tend_thread(db, started.thread, forum::Tending::pin, steward, at_));
        if (ground_.chance(15))
            must(forum::tend_thread(db, started.thread, forum::Tending::lock, steward, at_));
        if (ground_.chance(5))
            must(forum::withdraw_thread(db, started.thread, steward, "Twice.", at_));
        else if (ground_.chance(15) && last != started.post)
            must(forum::withdraw_post(db, last, steward, "Not about elections.", at_));
    }

    Ground& ground_;
    Zipf who_{ground_.sizes.members, 10};
    Zipf category_{static_cast<int>(categories.size()), 3};
    Zipf own_tag_{ground_.sizes.own_tags, 3};
    base::Time at_ = ground_.begun;
    std::chrono::seconds step_{std::max<std::int64_t>(
        1, std::chrono::seconds(std::chrono::days(299)).count() /
               (static_cast<std::int64_t>(ground_.sizes.threads) * (posts_a_thread + 1) +
                2 * ground_.sizes.long_thread))};
    int number_ = 0;
};

} // namespace

void add_threads(Ground& ground) {
    Rendering rendering(ground.database, ground.sizes);
    Forum forum(ground);
    ground.database.write([&](store::Writer& db) { forum.watch_categories(db); });
    const int all = ground.sizes.threads;
    const auto batch = [&](int from) {
        return std::async(std::launch::async,
                          [&, from] { return rendering.batch(from, std::min(all, from + threads_a_job)); });
    };
    auto next = batch(0);
    for (int from = 0; from < all; from += threads_a_job) {
        auto threads = next.get();
        next = batch(from + threads_a_job);
        ground.database.write([&](store::Writer& db) { forum.add(db, threads); });
        if (from % (threads_a_job * 100) == 0) std::fprintf(stderr, "%d of %d threads\n", from, all);
    }
}

} // namespace bench
