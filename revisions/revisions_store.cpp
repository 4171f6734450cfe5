#include "revisions/revisions_store.hpp"

#include "base/digest.hpp"

#include <limits>
#include <stdexcept>

namespace revisions {

std::string digest(std::string_view title, std::string_view body) {
    std::string whole;
    whole.reserve(title.size() + 1 + body.size());
    whole.append(title).append("\n").append(body);
    return base::sha256_hex(whole);
}

base::TextId add_text(store::Writer& db, TextKind kind) {
    return db.insert<base::TextId, "INSERT INTO texts (kind, head) VALUES (?, 1)">(kind);
}

std::optional<TextKind> kind_of(store::Reader& db, base::TextId text) {
    return db.one<TextKind, "SELECT kind FROM texts WHERE id = ?">(text);
}

void add_revision(store::Writer& db, base::TextId text, int number, const Prepared& prepared,
                  const Author& author, const Origin& origin) {
    db.run<
        "INSERT INTO revisions (text_id, number, title, body, summary, author_id, author_name, at, sha256, "
        "added, removed, merged_from, restores) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)">(
        text, number, prepared.title, prepared.body, author.summary, author.member,
        author.member ? "" : author.name, author.at, digest(prepared.title, prepared.body), origin.added,
        origin.removed, origin.merged_from, origin.restores);
    db.run<"UPDATE texts SET head = ? WHERE id = ?">(number, text);
    keep_rendered(db, text, prepared.rendered);
}

std::optional<Revision> find_revision(store::Reader& db, base::TextId text, int number) {
    return db.one<
        Revision,
        "SELECT r.number, r.title, r.body, r.summary, r.author_id, coalesce(m.name, r.author_name), "
        "coalesce(m.handle, ''), r.at, r.merged_from, r.restores, r.redacted_at, r.added, r.removed "
        "FROM revisions r LEFT JOIN members m ON m.id = r.author_id WHERE r.text_id = ? AND r.number = ?">(
        text, number);
}

int newest_number(store::Reader& db, base::TextId text) {
    return db.one<int, "SELECT head FROM texts WHERE id = ?">(text).value_or(0);
}

Revision newest(store::Reader& db, base::TextId text) {
    auto revision = find_revision(db, text, newest_number(db, text));
    if (!revision) throw std::logic_error("a text without its newest revision");
    return *std::move(revision);
}

std::vector<Revision> history(store::Reader& db, base::TextId text, int below, int limit) {
    return db
        .all<Revision,
             "SELECT r.number, r.title, '', r.summary, r.author_id, coalesce(m.name, r.author_name), "
             "coalesce(m.handle, ''), r.at, r.merged_from, r.restores, r.redacted_at, r.added, r.removed "
             "FROM revisions r LEFT JOIN members m ON m.id = r.author_id "
             "WHERE r.text_id = ? AND r.number < ? ORDER BY r.number DESC LIMIT ?">(
            text, below > 0 ? below : std::numeric_limits<int>::max(), limit);
}

void empty_revision(store::Writer& db, base::TextId text, int number, base::MemberId by, base::Time at) {
    db.run<"UPDATE revisions SET title = '', body = '', summary = '', redacted_at = ?, redacted_by = ? "
           "WHERE text_id = ? AND number = ?">(at, by, text, number);
}

Source newest_source(store::Reader& db, base::TextId text) {
    return db.get<Source, "SELECT t.kind, r.title, r.body FROM texts t "
                          "JOIN revisions r ON r.text_id = t.id AND r.number = t.head WHERE t.id = ?">(text);
}

} // namespace revisions
