#include "search/asked.hpp"

#include "search/filter.hpp"
#include "site/json.hpp"

namespace search {
namespace {

constexpr std::size_t most_results = 50; // on one page
constexpr std::size_t usual_results = 20;
constexpr std::int64_t farthest = 10'000;

/// A parameter that is a filter too; what is wrong with it is a complaint, not a note.
void read_parameter(const site::Context& c, std::string_view name, std::string_view value, Asked& asked) {
    if (value.empty()) return;
    Query narrowed = asked.query;
    if (name == "kind") narrowed.filters.kinds.clear(); // only this one, whatever the words ask for
    if (read_filter(narrowed, name, value, false, {c.now, c.viewer.handle}) == Reading::understood)
        asked.query = std::move(narrowed);
    else
        asked.complaints.add(name, narrowed.notes.back());
}

void read_part(const site::Context& c, Asked& asked) {
    asked.part.limit = usual_results;
    if (c.query.has("limit")) {
        const auto limit = c.query.number("limit");
        if (limit && *limit >= 1 && *limit <= static_cast<std::int64_t>(most_results))
            asked.part.limit = static_cast<std::size_t>(*limit);
        else
            asked.complaints.add("limit", "Ask for 1 to 50 results at a time.");
    }
    if (const auto text = c.query.raw("cursor"); !text.empty()) {
        const auto cursor = site::Cursor::parse(text);
        if (cursor && cursor->key >= 0 && cursor->key <= farthest)
            asked.part.offset = static_cast<std::size_t>(cursor->key);
        else
            asked.complaints.add("cursor", "Take the cursor from the answer before, as it is.");
    }
}

} // namespace

Asked read_asked(const site::Context& c) {
    Asked asked;
    asked.words = c.query.line("q");
    asked.kind = c.query.line("kind");
    for (const std::string_view name : {"tag", "state"})
        if (const auto value = c.query.line(name); !value.empty() && !c.is_api())
            asked.words += (asked.words.empty() ? "" : " ") + std::string(name) + ':' + value;
    asked.query = parse(asked.words, {c.now, c.viewer.handle});
    read_parameter(c, "kind", asked.kind, asked);
    if (c.is_api())
        for (const std::string_view name : {"tag", "state"})
            read_parameter(c, name, c.query.line(name), asked);
    read_part(c, asked);
    return asked;
}

} // namespace search
