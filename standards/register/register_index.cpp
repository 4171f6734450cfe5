#include "standards/register/register_index.hpp"

#include "markup/render.hpp"
#include "search/index.hpp"
#include "server/url.hpp"

namespace standards {
namespace {

constexpr std::size_t most_words = 20'000; // code points of one passage

void add(search::Document& document, std::string anchor, std::string heading, std::string_view markdown) {
    if (heading.empty() && markdown.empty()) return;
    document.passages.push_back(
        {std::move(anchor), std::move(heading), markup::plain_text(markdown, most_words)});
}

} // namespace

std::string name_of(const StandardVersion& version) {
    return version.number + ", version " + std::to_string(version.version);
}

void index_standard(store::Writer& db, const StandardVersion& newest) {
    const auto text = text_of(db, newest);
    search::Document document;
    document.kind = search::Kind::standard;
    document.ref = newest.id.value;
    document.title = newest.number + " " + newest.title;
    add(document, "", "", text.statement);
    for (const auto& clause : text.clauses)
        add(document, clause.id, clause.heading, clause.body);
    add(document, "why", "Why it matters", text.rationale);
    add(document, "evidence", "Evidence", text.evidence);
    document.address = server::link<"/standards/{}">(newest.number).text();
    document.at = newest.adopted_at;
    document.settled = newest.status == StandardStatus::in_force;
    search::put(db, std::move(document));
}

} // namespace standards
