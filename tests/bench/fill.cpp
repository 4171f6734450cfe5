// Fills a data folder for the benchmark: `bench_fill DIR THREADS`. Threads of ten posts (the first one of
// twenty-one), with words distributed as in natural language (Zipf's law), so that search meets common,
// middling and rare words.
#include "app/blocks.hpp"
#include "app/data_folder.hpp"
#include "app/schema.hpp"
#include "base/text.hpp"
#include "forum/forum.hpp"
#include "members/members.hpp"
#include "members/passwords.hpp"
#include "wiki/wiki.hpp"

#include <cmath>
#include <cstdio>
#include <random>
#include <stdexcept>

namespace {

constexpr int vocabulary = 30'000;
constexpr int posts_a_thread = 10;
constexpr int people = 200;
constexpr int threads_a_job = 100;

/// Words that can be said, made from their rank: the 1st, 2nd, 3rd most frequent one and so on.
std::string word_of(int rank) {
    static constexpr std::array<std::string_view, 16> syllables{"ba",  "le",  "ton", "ri",  "car", "mo",
                                                                "sel", "du",  "pen", "ka",  "vo",  "ter",
                                                                "ni",  "lou", "sha", "grim"};
    std::string word;
    for (int left = rank + 16; left > 0; left /= 16)
        word += syllables[static_cast<std::size_t>(left % 16)];
    return word;
}

class Zipf {
  public:
    Zipf() {
        double sum = 0;
        for (int rank = 1; rank <= vocabulary; ++rank)
            sums_.push_back(sum += 1.0 / rank);
    }
    template <class Source> int operator()(Source& source) const {
        const double at = std::uniform_real_distribution<double>(0, sums_.back())(source);
        return static_cast<int>(std::ranges::lower_bound(sums_, at) - sums_.begin());
    }

  private:
    std::vector<double> sums_;
};

template <class T> T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().detail);
    return *std::move(result);
}

class Filler {
  public:
    explicit Filler(store::Database& database) : database_(database) {}

    void add_people() {
        const auto hash = members::hash_password("a bench is for sitting on", base::system_random());
        database_.write([&](store::Writer& db) {
            const auto center =
                must(members::add_center(db, {"", "Alder County", "county", "OH", 4'100, ""}, now_));
            for (int i = 0; i < people; ++i) {
                members::NewMember person{
                    "", "person" + std::to_string(i) + "@example.org", word_of(i * 7), "", "", center};
                if (i == 0) {
                    person.email = "bench@example.org";
                    person.password_hash = hash;
                }
                people_.push_back(must(members::add_member(db, person, now_)));
            }
        });
    }

    void add_threads(int count) {
        for (int from = 0; from < count; from += threads_a_job) {
            const int to = std::min(count, from + threads_a_job);
            database_.write([&](store::Writer& db) {
                for (int i = from; i < to; ++i)
                    add_thread(db, i == 0 ? 21 : posts_a_thread);
            });
            std::fprintf(stderr, "\r%d of %d threads", to, count);
        }
        std::fputc('\n', stderr);
    }

    void add_page() {
        database_.write([&](store::Writer& db) {
            std::string body;
            for (int part = 1; part <= 6; ++part)
                body += "## Part " + std::to_string(part) + "\n\n" + words(120) + "\n\n- " + words(8) +
                        "\n- " + words(8) + "\n\n";
            const auto text = must(revisions::prepare(db, revisions::TextKind::page, "Bench page", body));
            must(wiki::create_page(db, {"bench-page", "poll-workers", people_[0]}, text, author(),
                                   wiki::Tell::nobody));
        });
    }

    [[nodiscard]] int posts() const { return posts_; }

  private:
    std::string words(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            text += word_of(zipf_(source_));
            text += i % 12 == 11 ? ". " : " ";
        }
        return text;
    }

    revisions::Author author() {
        now_ += std::chrono::seconds(7);
        return {people_[source_() % people_.size()], "", now_, ""};
    }

    void add_thread(store::Writer& db, int posts) {
        forum::NewThread thread;
        thread.category = "poll-workers";
        thread.author = author();
        thread.text = must(revisions::prepare(db, revisions::TextKind::post, words(8), words(60)));
        const auto started = must(forum::start_thread(db, thread));
        for (int i = 1; i < posts; ++i)
            must(forum::add_post(db,
                                 {started.thread, std::nullopt, author(),
                                  must(revisions::prepare(db, revisions::TextKind::post, "", words(50)))}));
        posts_ += posts;
    }

    store::Database& database_;
    base::Time now_ = base::system_clock()() - std::chrono::days(300);
    std::mt19937 source_{2027};
    Zipf zipf_;
    std::vector<base::MemberId> people_;
    int posts_ = 0;
};

std::string quoted_list(int from, int step) {
    std::string list;
    for (int i = 0; i < 20; ++i)
        list += (i > 0 ? ",\"" : "\"") + word_of(from + i * step) + "\"";
    return "[" + list + "]";
}

std::string pairs(int from, int step) {
    std::string list;
    for (int i = 0; i < 20; ++i)
        list += (i > 0 ? ",\"" : "\"") + word_of(from + i * step) + " " + word_of(from + 7 + i * step) + "\"";
    return "[" + list + "]";
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 3) throw std::runtime_error("bench_fill DIR THREADS");
        const std::filesystem::path folder = argv[1];
        const auto threads = base::parse_int(argv[2]);
        if (!threads || *threads < 1) throw std::runtime_error("THREADS is a number from 1");
        const auto database = app::open_or_make_data(folder);
        Filler filler(*database);
        filler.add_people();
        filler.add_page();
        filler.add_threads(static_cast<int>(*threads));
        const auto connection = database->open_reader();
        store::Reader reader(*connection);
        const auto slug = reader.get<std::string, "SELECT slug FROM threads WHERE id = 1">();
        app::write_file(folder / "facts.json",
                        "{\"thread\":\"/forum/threads/1/" + slug + "\",\"page\":\"/practices/bench-page\"," +
                            "\"threadApi\":\"/api/v1/threads/1\",\"pageApi\":\"/api/v1/pages/bench-page\"," +
                            "\"threads\":" + std::to_string(*threads) +
                            ",\"posts\":" + std::to_string(filler.posts()) +
                            ",\"commonWords\":" + quoted_list(3, 1) + ",\"twoWords\":" + pairs(300, 11) +
                            ",\"rareWords\":" + quoted_list(20'000, 90) + "}\n");
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_fill: %s\n", error.what());
        return 1;
    }
}
