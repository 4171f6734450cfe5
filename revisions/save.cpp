#include "markup/compare.hpp"
#include "revisions/revisions_store.hpp"

#include <algorithm>

namespace revisions {
namespace {

base::Problem no_such_revision() {
    return {base::ProblemKind::not_found, "This text has no such revision."};
}

int lines_of(std::string_view text) {
    const auto ends = std::ranges::count(text, '\n');
    return static_cast<int>(ends) + (text.empty() || text.ends_with('\n') ? 0 : 1);
}

void count_lines(Origin& origin, std::string_view before, std::string_view after) {
    const auto comparison = markup::compare(before, after, 0);
    origin.added = comparison.added_lines;
    origin.removed = comparison.removed_lines;
}

Saved add_next(store::Writer& db, base::TextId text, const Revision& newest, Prepared prepared,
               const Author& author, Origin origin) {
    count_lines(origin, newest.body, prepared.body);
    const int number = newest.number + 1;
    add_revision(db, text, number, prepared, author, origin);
    Saved saved;
    saved.how = origin.merged_from ? Saving::merged : Saving::saved;
    saved.number = number;
    saved.title = prepared.title;
    saved.text = std::move(prepared);
    return saved;
}

Saved unchanged(const Revision& newest) {
    Saved saved;
    saved.how = Saving::unchanged;
    saved.number = newest.number;
    saved.title = newest.title;
    return saved;
}

/// Three titles into one; nothing where both sides changed it differently.
std::optional<std::string> merge_titles(const std::string& base, const std::string& mine,
                                        const std::string& theirs) {
    if (mine == theirs || theirs == base) return mine;
    if (mine == base) return theirs;
    return std::nullopt;
}

/// Both changes since `base` in one text, or both texts side by side.
base::Result<Saved> save_merged(store::Writer& db, base::TextId text, const Revision& base,
                                const Revision& newest, const Prepared& mine, const Author& author) {
    auto merge = markup::merge(base.body, mine.body, newest.body);
    const auto title = merge_titles(base.title, mine.title, newest.title);
    if (!merge.clean || !title) {
        Saved saved;
        saved.how = Saving::conflict;
        saved.number = newest.number;
        saved.merge = std::move(merge);
        saved.title = title.value_or(mine.title);
        return saved;
    }
    if (*title == newest.title && merge.text == newest.body) return unchanged(newest);
    auto merged = prepare(db, kind_of(db, text).value(), *title, merge.text);
    if (!merged) return base::fail(merged.error());
    Origin origin;
    origin.merged_from = base.number;
    auto saved = add_next(db, text, newest, *std::move(merged), author, origin);
    saved.merge = std::move(merge);
    return saved;
}

} // namespace

base::TextId start(store::Writer& db, TextKind kind, const Prepared& text, const Author& author) {
    const auto id = add_text(db, kind);
    Origin origin;
    origin.added = lines_of(text.body);
    add_revision(db, id, 1, text, author, origin);
    return id;
}

base::Result<Saved> save(store::Writer& db, base::TextId text, int base, const Prepared& mine,
                         const Author& author) {
    const auto based_on = find_revision(db, text, base);
    if (!based_on)
        return base::fail_field("base_revision", "This text has no revision " + std::to_string(base) +
                                                     ": name the one that yours is based on.");
    const auto current = newest(db, text);
    if (mine.title == current.title && mine.body == current.body) return unchanged(current);
    if (current.number == base) return add_next(db, text, current, mine, author, {});
    return save_merged(db, text, *based_on, current, mine, author);
}

base::Result<Saved> restore(store::Writer& db, base::TextId text, int number, const Author& author) {
    const auto older = find_revision(db, text, number);
    if (!older) return base::fail(no_such_revision());
    if (older->redacted_at)
        return base::fail(base::ProblemKind::gone, "This revision was emptied and cannot come back.");
    const auto current = newest(db, text);
    if (older->title == current.title && older->body == current.body) return unchanged(current);
    auto prepared = prepare(db, kind_of(db, text).value(), older->title, older->body);
    if (!prepared) return base::fail(prepared.error());
    Origin origin;
    origin.restores = number;
    return add_next(db, text, current, *std::move(prepared), author, origin);
}

base::Result<> redact(store::Writer& db, base::TextId text, int number, Standing standing, base::MemberId by,
                      base::Time at) {
    const auto revision = find_revision(db, text, number);
    if (!revision) return base::fail(no_such_revision());
    const bool newest = number == newest_number(db, text);
    if (newest && standing == Standing::shown)
        return base::fail(base::ProblemKind::conflict,
                          "The newest revision cannot be emptied. Save the text without the passage first.");
    if (revision->redacted_at) return {};
    empty_revision(db, text, number, by, at);
    if (newest) keep_rendered(db, text, {});
    return {};
}

} // namespace revisions
