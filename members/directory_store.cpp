#include "members/directory_store.hpp"

#include "base/literal.hpp"
#include "base/text.hpp"

namespace members {
namespace {

/// Sorts after everything that begins with the word.
std::string end_of(const std::string& word) {
    return word + "\xF4\x8F\xBF\xBF";
}

/// The first and the last word that were asked for; the last is "" where there is one only.
std::pair<std::string, std::string> words_of(std::string_view name) {
    std::string first;
    std::string last;
    const std::string folded = base::fold(name);
    for (const auto word : base::split(folded, ' ')) {
        if (word.empty()) continue;
        (first.empty() ? first : last) = word;
    }
    return {first, last};
}

/// `?1`: whether to look for the second step; `?2` and `?3`, in what follows: after whom, and how many.
constexpr base::Literal columns =
    "handle, members.name, title, role, centers.slug, centers.name, centers.state,"
    " centers.registered_voters,"
    " ?1 AND EXISTS (SELECT 1 FROM second_steps WHERE second_steps.member_id = members.id)";
constexpr base::Literal select_members = base::Literal("SELECT ") + columns +
                                         " FROM members LEFT JOIN centers ON centers.id = center_id"
                                         " WHERE handle > ?2 AND closed_at IS NULL";
constexpr base::Literal in_order = " ORDER BY handle LIMIT ?3";

/// More members than that have a word that begins so: then they are met soon enough on the way along the
/// list.
constexpr int many = 300;

bool is_frequent(store::Reader& db, const std::string& first) {
    return db.get<
               int,
               "SELECT count(*) FROM (SELECT 1 FROM member_words WHERE word >= ?1 AND word < ?2 LIMIT ?3)">(
               first, end_of(first), many) == many;
}

std::vector<MemberLine> list_by_frequent_word(store::Reader& db, const Wanted& wanted,
                                              const std::string& word) {
    return db.all<MemberLine,
                  select_members +
                      " AND EXISTS (SELECT 1 FROM member_words AS one INDEXED BY member_words_by_member"
                      " WHERE one.member_id = members.id AND one.word >= ?4 AND one.word < ?5)" +
                      in_order>(wanted.with_second_step, wanted.after, wanted.most, word, end_of(word));
}

std::vector<MemberLine> list_by_words(store::Reader& db, const Wanted& wanted, const std::string& first,
                                      const std::string& last) {
    if (last.empty() && !wanted.center && !wanted.role && is_frequent(db, first))
        return list_by_frequent_word(db, wanted, first);
    return db
        .all<MemberLine, base::Literal("SELECT DISTINCT ") + columns +
                             " FROM member_words JOIN members ON members.id = member_words.member_id"
                             " LEFT JOIN centers ON centers.id = center_id"
                             " WHERE word >= ?4 AND word < ?5 AND closed_at IS NULL AND handle > ?2"
                             " AND (?6 = '' OR EXISTS (SELECT 1 FROM member_words AS other"
                             " WHERE other.member_id = members.id AND other.word >= ?6 AND other.word < ?7))"
                             " AND (?8 IS NULL OR center_id = ?8) AND (?9 IS NULL OR role = ?9)" +
                             in_order>(wanted.with_second_step, wanted.after, wanted.most, first,
                                       end_of(first), last, end_of(last), wanted.center, wanted.role);
}

std::vector<MemberLine> list_by_center(store::Reader& db, const Wanted& wanted) {
    return db
        .all<MemberLine, select_members + " AND center_id = ?4 AND (?5 IS NULL OR role = ?5)" + in_order>(
            wanted.with_second_step, wanted.after, wanted.most, wanted.center, wanted.role);
}

std::vector<MemberLine> list_by_role(store::Reader& db, const Wanted& wanted) {
    return db.all<MemberLine, select_members + " AND role = ?4" + in_order>(
        wanted.with_second_step, wanted.after, wanted.most, wanted.role);
}

} // namespace

std::vector<MemberLine> list_members(store::Reader& db, const Wanted& wanted) {
    if (const auto [first, last] = words_of(wanted.name); !first.empty())
        return list_by_words(db, wanted, first, last);
    if (wanted.center) return list_by_center(db, wanted);
    if (wanted.role) return list_by_role(db, wanted);
    return db.all<MemberLine, select_members + in_order>(wanted.with_second_step, wanted.after, wanted.most);
}

} // namespace members
