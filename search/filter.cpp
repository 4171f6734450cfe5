#include "search/filter.hpp"

#include "base/text.hpp"
#include "search/indexed_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace search {
namespace {

using FilterReader = bool (*)(Query&, std::string_view value, bool negated, const Asker&);

bool take_mark(Query& query, std::string marked, bool negated) {
    (negated ? query.filters.without : query.filters.marks).push_back(std::move(marked));
    return true;
}

bool read_kind(Query& query, std::string_view value, bool negated, const Asker&) {
    const std::string word = base::ascii_lower(value);
    std::vector<Kind> kinds;
    for (const Kind kind : base::all_values<Kind>()) {
        const auto name = base::enum_text(kind);
        if (word == name || (word.size() == name.size() + 1 && word.starts_with(name) && word.back() == 's'))
            kinds.push_back(kind);
    }
    if (word == "stories") kinds = {Kind::story};
    if (word == "practice" || word == "practices") kinds = {Kind::page};
    if (word == "reply" || word == "replies") kinds = {Kind::answer};
    if (word == "thread" || word == "threads")
        kinds = {Kind::question, Kind::discussion, Kind::story, Kind::announcement};
    for (const Kind kind : kinds) {
        if (negated)
            take_mark(query, mark("kind", base::enum_text(kind)), true);
        else
            query.filters.kinds.push_back(kind);
    }
    return !kinds.empty();
}

bool read_place(Query& query, std::string_view value, bool negated, const Asker&) {
    return take_mark(query, mark("place", base::slug(value)), negated);
}

bool read_tag(Query& query, std::string_view value, bool negated, const Asker&) {
    return take_mark(query, mark("tag", base::slug(value)), negated);
}

bool read_author(Query& query, std::string_view value, bool negated, const Asker& asker) {
    if (value.starts_with('@')) value.remove_prefix(1);
    if (value.empty()) return false;
    const bool own = value == "me" && !asker.handle.empty();
    return take_mark(query, mark("author", own ? asker.handle : value), negated);
}

bool read_state(Query& query, std::string_view value, bool negated, const Asker&) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (value.size() != 2 || !is_letter(value[0]) || !is_letter(value[1])) return false;
    return take_mark(query, mark("state", value), negated);
}

bool read_is(Query& query, std::string_view value, bool negated, const Asker&) {
    const std::string word = base::ascii_lower(value);
    if (word == "accepted") {
        query.filters.kinds = {Kind::answer};
        return take_mark(query, settled_mark(true), negated);
    }
    if (word != "answered" && word != "unanswered") return false;
    query.filters.kinds = {Kind::question};
    return take_mark(query, settled_mark(word == "answered"), negated);
}

/// "30d", "2w", "6m", "1y": that long before now.
std::optional<base::Time> read_span(std::string_view value, base::Time now) {
    if (value.size() < 2 || value.size() > 5) return std::nullopt;
    const auto number = base::parse_int(value.substr(0, value.size() - 1));
    if (!number || *number < 0) return std::nullopt;
    switch (value.back()) {
    case 'd': return now - std::chrono::days(*number);
    case 'w': return now - std::chrono::days(*number * 7);
    case 'm': return now - std::chrono::days(*number * 30);
    case 'y': return now - std::chrono::days(*number * 365);
    default: return std::nullopt;
    }
}

/// A day, a month (its first day) or a year, or a span back from now.
std::optional<base::Time> read_date(std::string_view value, base::Time now) {
    if (const auto span = read_span(value, now)) return span;
    std::string day(value);
    if (value.size() == 4) day += "-01-01";
    if (value.size() == 7) day += "-01";
    return day.size() == 10 ? base::parse_iso_time(day) : std::nullopt;
}

bool read_before(Query& query, std::string_view value, bool negated, const Asker& asker) {
    const auto time = read_date(value, asker.now);
    if (time) (negated ? query.filters.from : query.filters.until) = time;
    return time.has_value();
}

bool read_after(Query& query, std::string_view value, bool negated, const Asker& asker) {
    return read_before(query, value, !negated, asker);
}

struct Filter {
    std::string_view name;
    FilterReader read;
    std::string_view advice; // what to write, for a note
};

constexpr auto filters = std::to_array<Filter>({
    {"in", read_place, "Name a category or practice area: in:poll-workers."},
    {"kind", read_kind,
     "Kinds are question, discussion, story, announcement, answer, page, proposal and standard: kind:page."},
    {"tag", read_tag, "Name a tag: tag:drop-box."},
    {"author", read_author, "Name a member by handle: author:noor-haddad."},
    {"state", read_state, "Write a state as two letters: state:OH."},
    {"before", read_before, "Write a date as before:2027-03-01, or a span back from today as before:30d."},
    {"after", read_after, "Write a date as after:2027-03-01, or a span back from today as after:30d."},
    {"is", read_is, "Write is:answered, is:unanswered or is:accepted."},
});

} // namespace

Reading read_filter(Query& query, std::string_view name, std::string_view value, bool negated,
                    const Asker& asker) {
    const std::string lower = base::ascii_lower(name);
    const auto* filter =
        std::find_if(filters.begin(), filters.end(), [&](const Filter& f) { return f.name == lower; });
    if (filter == filters.end()) return Reading::not_a_filter;
    if (!value.empty() && filter->read(query, value, negated, asker)) return Reading::understood;
    query.notes.emplace_back(filter->advice);
    return Reading::faulty;
}

} // namespace search
