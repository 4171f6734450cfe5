#include "search/find_store.hpp"

#include <limits>

namespace search {
namespace {

/// The first text after all that begin with `beginning`.
std::string after_all(std::string_view beginning) {
    return std::string(beginning) + "\xff";
}

} // namespace

std::vector<std::int64_t> matching_keys(store::Reader& db, const std::string& expression,
                                        const Filters& filters, std::size_t most) {
    using std::chrono::seconds;
    using Seconds = std::numeric_limits<std::int64_t>;
    if (!filters.from && !filters.until)
        return db.all<std::int64_t, "SELECT rowid FROM search_index WHERE search_index MATCH ? "
                                    "ORDER BY rowid DESC LIMIT ?">(expression, most);
    return db.all<std::int64_t,
                  "SELECT f.rowid FROM search_index AS f JOIN search_documents AS d ON d.id = f.rowid "
                  "WHERE search_index MATCH ? AND d.at >= ? AND d.at < ? "
                  "ORDER BY f.rowid DESC LIMIT ?">(
        expression, filters.from.value_or(base::Time(seconds(Seconds::min()))),
        filters.until.value_or(base::Time(seconds(Seconds::max()))), most);
}

std::vector<Candidate> candidates(store::Reader& db, const std::string& expression, std::int64_t first_key,
                                  std::int64_t last_key, std::size_t most) {
    // Weights of title, thread, tags, headings, body, forms, marks.
    return db.all<Candidate,
                  "SELECT rowid, -bm25(search_index, 3.0, 1.0, 2.0, 2.0, 1.0, 1.0, 0.0) FROM search_index "
                  "WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?">(
        expression, first_key, last_key, most);
}

std::int64_t count_up_to(store::Reader& db, const std::string& expression, std::size_t most) {
    return db.get<std::int64_t,
                  "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)">(
        expression, most);
}

std::optional<Found> find_document(store::Reader& db, std::int64_t key) {
    return db.one<
        Found, "SELECT d.kind, d.title, d.tags, d.place, d.address, d.author, d.author_name, d.state, d.at, "
               "d.settled, t.passages FROM search_documents AS d JOIN search_texts AS t ON t.id = d.id "
               "WHERE d.id = ?">(key);
}

std::vector<std::string> words_from(store::Reader& db, std::string_view beginning, std::size_t most) {
    return db
        .all<std::string, "SELECT word FROM search_words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?">(
            beginning, after_all(beginning), most);
}

} // namespace search
