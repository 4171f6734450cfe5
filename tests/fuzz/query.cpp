// The search box: any text is a query, FTS5 never sees a syntax error, a text is found by itself and by
// its words, and the marks of a snippet stand at words of the snippet.
#include "base/text.hpp"
#include "search/expression.hpp"
#include "search/indexed_text.hpp"
#include "search/passages.hpp"
#include "search/snippet.hpp"
#include "search/words.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <sqlite3.h>

#include <array>

namespace {

using fuzz::require;

class Index {
  public:
    Index() {
        require(sqlite3_open(":memory:", &db_) == SQLITE_OK, "SQLite opens");
        run("CREATE VIRTUAL TABLE search_index USING fts5 (title, thread, tags, headings, body, forms, marks, "
            "tokenize = \"ascii tokenchars '&_'\")");
        insert_ =
            prepare("INSERT INTO search_index (rowid, title, thread, tags, headings, body, forms, marks) "
                    "VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
        match_ = prepare("SELECT count(*) FROM search_index WHERE search_index MATCH ?");
    }
    ~Index() {
        sqlite3_finalize(insert_);
        sqlite3_finalize(match_);
        sqlite3_close(db_);
    }
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// From then on the index holds nothing but this.
    void keep(const search::IndexedText& text) {
        if (sqlite3_get_autocommit(db_) == 0) run("ROLLBACK");
        run("BEGIN");
        int place = 0;
        for (const auto* part :
             {&text.title, &text.thread, &text.tags, &text.headings, &text.body, &text.forms, &text.marks})
            bind(insert_, ++place, *part);
        step(insert_);
    }

    bool finds(const std::string& expression) {
        bind(match_, 1, expression);
        const int answer = sqlite3_step(match_);
        require(answer == SQLITE_ROW, sqlite3_errmsg(db_), expression);
        const bool found = sqlite3_column_int(match_, 0) > 0;
        sqlite3_reset(match_);
        return found;
    }

  private:
    void run(const char* sql) {
        require(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        require(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK, sqlite3_errmsg(db_));
        return statement;
    }
    static void bind(sqlite3_stmt* statement, int place, const std::string& text) {
        sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    void step(sqlite3_stmt* statement) {
        require(sqlite3_step(statement) == SQLITE_DONE, sqlite3_errmsg(db_));
        sqlite3_reset(statement);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* match_ = nullptr;
};

void check_words(std::string_view text) {
    std::size_t last = 0;
    for (const auto& word : search::split_words(text)) {
        require(word.begin >= last && word.begin < word.end && word.end <= text.size(),
                "words stand in order");
        require(base::is_utf8(word.text) && !word.text.empty(), "a word is text");
        require(word.text.find_first_of("\" *()^:+") == word.text.npos, "a word is no syntax", word.text);
        require(base::is_utf8(text.substr(word.begin, word.end - word.begin)), "no character is cut in two");
        last = word.begin;
    }
}

void check_snippet(const search::Plan& plan, const std::vector<search::Passage>& passages) {
    const std::string packed = search::pack(passages);
    const auto views = search::unpack(packed);
    require(views.size() == passages.size(), "passages stay apart");
    const auto best = search::best_passage(views, plan.units);
    const auto& snippet = best.snippet;
    require(best.number < views.size() && base::is_utf8(snippet.text), "a snippet is text", snippet.text);
    std::size_t last = 0;
    for (const auto& [from, to] : snippet.marks) {
        require(last <= from && from < to && to <= snippet.text.size(), "marks stand in order");
        require(base::is_utf8(snippet.text.substr(from, to - from)), "marks cut no character");
        last = to;
    }
}

/// The beginning of a word finds by the vocabulary, which this index has not; and "L & A&A", where the blanks
/// of a hurried "L & A" meet another sign, is read otherwise in a query than in a text.
bool asks_for_words_only(const search::Query& query) {
    return query.text.find('*') == query.text.npos && query.text.find(" & ") == query.text.npos &&
           !query.groups.empty() && query.without.empty() && query.filters.kinds.empty() &&
           query.filters.marks.empty() && query.filters.without.empty() && !query.filters.from &&
           !query.filters.until && query.notes.empty();
}

void check_found(Index& index, std::string_view typed) {
    const auto query = search::parse(typed, {*base::parse_iso_time("2027-03-01"), "noor-haddad"});
    if (!asks_for_words_only(query)) return;
    const auto plan = search::plan(query, [](std::string_view) { return std::vector<std::string>{}; });
    const auto all = search::all_words(plan);
    if (!all.empty()) require(index.finds(all), "a word finds its text", all);
}

/// Words of the text, asked for as they stand there, find it; so does the last sign of a script without
/// blanks.
void check_some_words(Index& index, std::string_view text) {
    const auto words = search::split_words(text);
    for (std::size_t at = 0; at < words.size(); at += 1 + words.size() / 4) {
        const auto typed = text.substr(words[at].begin, words[at].end - words[at].begin);
        check_found(index, typed);
        if (words[at].last_pair)
            check_found(index, typed.substr(base::truncate(typed, base::length(typed) - 1).size()));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Index index;
    const auto parts = fuzz::parts(fuzz::view(data, size), 2);
    const auto query = search::parse(parts[0], {*base::parse_iso_time("2027-03-01"), "noor-haddad"});
    require(base::is_utf8(query.text) && base::length(query.text) <= search::longest_query,
            "a query is a short text");
    for (const auto& note : query.notes)
        require(base::is_utf8(note) && note.ends_with('.'), "a note is a sentence", note);
    const std::string text = base::clean(parts[1]);
    check_words(query.text);
    check_words(text);

    search::Document document;
    document.title = query.text;
    document.passages = {{"", "", query.text}, {"main", base::clean_line(text.substr(0, 40)), text}};
    index.keep(search::indexed_text(document));
    check_some_words(index, text);
    for (const bool vocabulary : {false, true}) {
        const auto plan = search::plan(query, [&](std::string_view beginning) {
            return vocabulary ? std::vector<std::string>{std::string(beginning) + "s"}
                              : std::vector<std::string>{};
        });
        const auto all = search::all_words(plan);
        if (!all.empty()) {
            const bool found = index.finds(all);
            if (asks_for_words_only(query) && !vocabulary) require(found, "a text finds itself", all);
        }
        for (const auto& some : {search::any_words(plan), search::side_by_side(plan)}) {
            if (some.empty()) continue;
            index.finds(some);
            index.finds(search::filtered(plan, some, search::Kinds::every));
            index.finds(search::filtered(plan, some, search::Kinds::as_filtered));
        }
        check_snippet(plan, document.passages);
    }
    return 0;
}
