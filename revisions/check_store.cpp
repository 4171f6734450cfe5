#include "revisions/revisions_store.hpp"

namespace revisions {
namespace {

struct Gap {
    base::TextId text;
    int head;
    int count;
};

struct Kept {
    base::TextId text;
    int number;
    std::string title;
    std::string body;
    std::string sha256;
};

std::string name(base::TextId text) {
    return "Text " + std::to_string(text.value);
}

} // namespace

std::vector<std::string> check(store::Reader& db) {
    std::vector<std::string> faults;
    db.each<Gap, "/* whole table: check */ SELECT t.id, t.head, count(r.number) FROM texts t "
                 "LEFT JOIN revisions r ON r.text_id = t.id GROUP BY t.id "
                 "HAVING count(r.number) <> t.head OR min(r.number) <> 1 OR max(r.number) <> t.head">(
        [&](Gap&& gap) {
            faults.push_back(name(gap.text) + " should have revisions 1 to " + std::to_string(gap.head) +
                             ", but " + std::to_string(gap.count) + " are there.");
        });
    db.each<Kept, "/* whole table: check */ SELECT text_id, number, title, body, sha256 FROM revisions "
                  "WHERE redacted_at IS NULL">([&](Kept&& kept) {
        if (digest(kept.title, kept.body) != kept.sha256)
            faults.push_back(name(kept.text) + ", revision " + std::to_string(kept.number) +
                             ": its words do not match its SHA-256.");
    });
    db.each<base::TextId,
            "/* whole table: check */ SELECT t.id FROM texts t LEFT JOIN rendered d ON d.text_id = t.id "
            "WHERE d.text_id IS NULL">([&](base::TextId text) {
        faults.push_back(name(text) + " has no HTML; `cohort rebuild` makes it.");
    });
    return faults;
}

} // namespace revisions
