#include "base/text.hpp"
#include "search/index.hpp"
#include "search/indexed_text.hpp"
#include "search/key.hpp"
#include "search/passages.hpp"
#include "store/failure.hpp"

namespace search {
namespace {

std::optional<std::int64_t> find_key(store::Reader& db, Kind kind, std::int64_t ref) {
    return db.one<std::int64_t, "SELECT id FROM search_documents WHERE family = ? AND ref = ?">(
        family_of(kind), ref);
}

void remove_key(store::Writer& db, std::int64_t key) {
    // An index over foreign content forgets a row only when it is told what stood there.
    db.run<
        "INSERT INTO search_index (search_index, rowid, title, thread, tags, headings, body, forms, marks) "
        "SELECT 'delete', id, title, thread, tags, headings, body, forms, marks FROM search_texts WHERE id = ?">(
        key);
    db.run<"DELETE FROM search_titles WHERE rowid = ?">(key);
    db.run<"DELETE FROM search_texts WHERE id = ?">(key);
    db.run<"DELETE FROM search_documents WHERE id = ?">(key);
}

std::int64_t next_sequence(store::Reader& db) {
    const auto newest = db.get<std::optional<std::int64_t>, "SELECT max(id) FROM search_documents">();
    return sequence_of(newest.value_or(0)) + 1;
}

void insert_texts(store::Writer& db, std::int64_t key, const IndexedText& text, const std::string& passages) {
    db.run<"INSERT INTO search_texts (id, title, thread, tags, headings, body, forms, marks, passages) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)">(key, text.title, text.thread, text.tags, text.headings,
                                                 text.body, text.forms, text.marks, passages);
    db.run<"INSERT INTO search_index (rowid, title, thread, tags, headings, body, forms, marks) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)">(key, text.title, text.thread, text.tags, text.headings,
                                              text.body, text.forms, text.marks);
    if (!text.title_words.empty())
        db.run<"INSERT INTO search_titles (rowid, words) VALUES (?, ?)">(key, text.title_words);
    for (const auto& word : text.words)
        db.run<"INSERT INTO search_words (word) VALUES (?) ON CONFLICT DO NOTHING">(word);
}

/// The document's row and its number, the place of what it replaces taken over.
std::int64_t insert_document(store::Writer& db, const Document& document) {
    const auto old_key = find_key(db, document.kind, document.ref);
    if (old_key) remove_key(db, *old_key);
    const std::int64_t sequence = old_key ? sequence_of(*old_key) : next_sequence(db);
    const std::int64_t key = make_key(sequence, document.kind, document.settled);
    db.run<
        "INSERT INTO search_documents (id, family, ref, kind, title, tags, place, address, author, author_name, "
        "state, at, settled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">(
        key, family_of(document.kind), document.ref, document.kind, document.title,
        base::join(document.tags, " "), document.place, document.address, document.author,
        document.author_name, document.state, document.at, document.settled);
    return key;
}

} // namespace

void put(store::Writer& db, Document document) {
    auto text = indexed_text(document);
    auto passages = pack(document.passages);
    document.passages.clear();
    db.before_commit([document = std::move(document), text = std::move(text),
                      passages = std::move(passages)](store::Writer& at_end) {
        insert_texts(at_end, insert_document(at_end, document), text, passages);
    });
}

void remove(store::Writer& db, Kind kind, std::int64_t ref) {
    db.before_commit([kind, ref](store::Writer& at_end) {
        if (const auto key = find_key(at_end, kind, ref)) remove_key(at_end, *key);
    });
}

std::vector<std::string> check(store::Writer& db) {
    std::vector<std::string> faults;
    try {
        db.run<"INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)">();
        db.run<"INSERT INTO search_titles (search_titles) VALUES ('integrity-check')">();
    } catch (const store::Failure& failure) {
        faults.push_back(std::string("The search index is damaged: ") + failure.what());
    }
    const auto without_text =
        db.get<std::int64_t,
               "SELECT (SELECT count(*) FROM search_documents) - (SELECT count(*) FROM search_texts) "
               "-- whole table: the check counts everything">();
    if (without_text != 0)
        faults.push_back("The search index lacks the text of " +
                         base::counted(without_text, "document", "documents") + ".");
    return faults;
}

void clear(store::Writer& db) {
    db.run<"INSERT INTO search_index (search_index) VALUES ('delete-all')">();
    db.run<"DELETE FROM search_titles -- whole table: emptied to be built again">();
    db.run<"DELETE FROM search_words -- whole table: emptied to be built again">();
    db.run<"DELETE FROM search_texts -- whole table: emptied to be built again">();
    db.run<"DELETE FROM search_documents -- whole table: emptied to be built again">();
}

} // namespace search
