#include "base/text.hpp"
#include "revisions/drafts.hpp"

#include <algorithm>
#include <array>

namespace revisions {
namespace {

/// Whether somebody wrote something: what was only chosen or ticked is no draft.
bool has_words(const Draft& draft) {
    const auto fields = fields_of(draft);
    return std::ranges::any_of(std::array{"title", "body", "amendment"},
                               [&](const char* name) { return !base::trim(fields.raw(name)).empty(); });
}

} // namespace

Draft draft_of(const server::Fields& form, base::Time at) {
    static constexpr std::array<std::string_view, 5> not_others{"forgery_token", "key", "title", "body",
                                                                "act"};
    server::Fields others;
    for (const auto& [name, value] : form)
        if (std::ranges::find(not_others, name) == not_others.end()) others.add(name, value);
    return {form.line("key"), form.line("title"), std::string(form.raw("body")), at, others.json()};
}

std::string place_of_new(std::string_view path, std::string_view title) {
    if (title.empty()) return std::string(path);
    const bool has_query = path.find('?') != std::string_view::npos;
    return std::string(path) + (has_query ? "&title=" : "?title=") + base::slug(title);
}

server::Fields fields_of(const Draft& draft) {
    auto fields = server::Fields::from_json(draft.others).value_or(server::Fields{});
    fields.add("title", draft.title);
    fields.add("body", draft.body);
    return fields;
}

std::optional<Draft> find_draft(store::Reader& db, base::MemberId member, std::string_view place) {
    return db
        .one<Draft, "SELECT place, title, body, at, others FROM drafts WHERE member_id = ? AND place = ?">(
            member, place);
}

std::optional<Draft> find_draft_under(store::Reader& db, base::MemberId member, std::string_view prefix) {
    return db
        .one<Draft, "SELECT place, title, body, at, others FROM drafts WHERE member_id = ?1 AND place >= ?2 "
                    "AND place < ?2 || char(1114111) ORDER BY at DESC LIMIT 1">(member, prefix);
}

std::vector<Draft> drafts_of(store::Reader& db, base::MemberId member) {
    return db.all<
        Draft, "SELECT place, title, body, at, '{}' FROM drafts WHERE member_id = ? ORDER BY at DESC, place">(
        member);
}

void keep_draft(store::Writer& db, base::MemberId member, const Draft& draft) {
    if (!has_words(draft)) {
        forget_draft(db, member, draft.place);
        return;
    }
    db.run<"INSERT INTO drafts (member_id, place, title, body, at, others) VALUES (?, ?, ?, ?, ?, ?) "
           "ON CONFLICT (member_id, place) DO UPDATE SET title = excluded.title, body = excluded.body, "
           "at = excluded.at, others = excluded.others">(member, draft.place, draft.title, draft.body,
                                                         draft.at, draft.others);
    db.run<"DELETE FROM drafts WHERE member_id = ?1 AND place IN (SELECT place FROM drafts "
           "WHERE member_id = ?1 ORDER BY at DESC, place LIMIT -1 OFFSET ?2)">(member, most_drafts);
}

void forget_draft(store::Writer& db, base::MemberId member, std::string_view place) {
    db.run<"DELETE FROM drafts WHERE member_id = ? AND place = ?">(member, place);
}

void forget_drafts_under(store::Writer& db, base::MemberId member, std::string_view prefix) {
    db.run<"DELETE FROM drafts WHERE member_id = ?1 AND place >= ?2 AND place < ?2 || char(1114111)">(member,
                                                                                                      prefix);
}

void move_drafts(store::Writer& db, std::string_view old_prefix, std::string_view new_prefix) {
    db.run<"UPDATE OR REPLACE drafts SET place = ?2 || substr(place, length(?1) + 1) "
           "WHERE place >= ?1 AND place < ?1 || char(1114111)">(old_prefix, new_prefix);
}

} // namespace revisions
