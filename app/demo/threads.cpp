#include "app/demo/threads.hpp"

#include "app/blocks.hpp"
#include "app/demo/days.hpp"
#include "app/toml_table.hpp"
#include "forum/forum.hpp"

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

/// Loads one file: the thread of its first block, then what the others do to it.
class ThreadFile {
  public:
    ThreadFile(store::Writer& db, const People& people, base::Time now)
        : db_(db), people_(people), now_(now) {}

    void load(const std::filesystem::path& file) {
        for (const auto& block : read_blocks(read_file(file))) {
            const TomlTable header(block.header, file.string() + ":" + std::to_string(block.line));
            try {
                if (!thread_)
                    start(header, block.text);
                else
                    act(header, block.text);
            } catch (const std::runtime_error& error) {
                throw std::runtime_error(file.string() + ":" + std::to_string(block.line) + ": " +
                                         error.what());
            }
        }
        if (locked_) must(forum::tend_thread(db_, thread_, forum::Tending::lock, steward_, now_));
        if (pinned_) must(forum::tend_thread(db_, thread_, forum::Tending::pin, steward_, now_));
    }

  private:
    template <class T> static T must(base::Result<T> result) {
        if (!result) throw std::runtime_error(result.error().detail);
        if constexpr (!std::is_void_v<T>) return *std::move(result);
    }

    revisions::Author author(const TomlTable& header) const {
        return {people_.at(header.text("author")), "", days_before(now_, header.number("days_ago")),
                header.text_or("summary", "")};
    }

    revisions::Prepared prepared(const std::string& title, const std::string& text) {
        return must(revisions::prepare(db_, revisions::TextKind::post, title, text));
    }

    void start(const TomlTable& header, const std::string& text) {
        const auto kind = base::parse_enum<forum::ThreadKind>(header.text("kind"));
        if (!kind) header.refuse("the kind must be question, discussion, story or announcement");
        forum::NewThread thread;
        thread.kind = *kind;
        thread.category = header.text("category");
        thread.tags = header.list("tags");
        if (const auto days = header.find_number("needed_by_days"))
            thread.needed_by = // a day, kept as its noon
                std::chrono::floor<std::chrono::days>(days_before(now_, -*days)) + std::chrono::hours(12);
        thread.author = author(header);
        title_ = header.text("title");
        thread.text = prepared(title_, text);
        const auto started = must(forum::start_thread(db_, thread));
        thread_ = started.thread;
        opening_ = answer_ = latest_ = started.post;
        steward_ = *thread.author.member;
        locked_ = header.flag("locked");
        pinned_ = header.flag("pinned");
        vote(header);
    }

    void act(const TomlTable& header, const std::string& text) {
        const auto what = header.text("post");
        if (what == "edit") return edit(header, text);
        if (what == "withdraw") {
            const auto by = author(header);
            return must(forum::withdraw_post(db_, latest_, *by.member, "", by.at));
        }
        forum::NewPost post{thread_, std::nullopt, author(header), prepared("", text)};
        if (what == "comment") post.under = answer_;
        latest_ = must(forum::add_post(db_, post));
        if (what != "comment") answer_ = latest_;
        vote(header);
        if (header.flag("accepted") || !header.list("accepted_for").empty())
            must(forum::set_acceptance(db_, latest_, steward_, header.list("accepted_for"), post.author.at));
    }

    void edit(const TomlTable& header, const std::string& text) {
        const auto title = latest_ == opening_ ? title_ : "";
        const int base = ++edits_[latest_];
        must(forum::edit_post(db_, {latest_, base, prepared(title, text), author(header)}));
    }

    void vote(const TomlTable& header) {
        for (const auto& handle : header.list("helpful"))
            must(forum::set_vote(db_, latest_, people_.at(handle), forum::Helpful::yes,
                                 days_before(now_, header.number("days_ago"))));
    }

    store::Writer& db_;
    const People& people_;
    base::Time now_;
    base::ThreadId thread_{};
    base::PostId opening_{};
    base::PostId answer_{}; // the nearest answer or reply above
    base::PostId latest_{}; // the nearest post above of any kind
    base::MemberId steward_{};
    std::map<base::PostId, int> edits_;
    std::string title_;
    bool locked_ = false;
    bool pinned_ = false;
};

} // namespace

void load_threads(store::Writer& db, const std::filesystem::path& content, const People& people,
                  base::Time now) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(content / "threads"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto& file : files)
        ThreadFile(db, people, now).load(file);
}

} // namespace app
