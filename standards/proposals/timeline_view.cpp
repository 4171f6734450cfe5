// What happened to a proposal, read from its ledger: each act dated, by whom, and why.
#include "base/text.hpp"
#include "standards/proposals/proposal_view.hpp"
#include "standards/proposals/proposal_words.hpp"

#include <boost/json/array.hpp>

namespace standards {
namespace {

using html::Writer;

std::string text_at(const boost::json::object& body, std::string_view name) {
    const auto* value = body.if_contains(name);
    if (!value) return {};
    if (value->is_string()) return std::string(value->get_string());
    return value->is_int64() ? std::to_string(value->get_int64()) : std::string();
}

std::string stage_at(const boost::json::object& body, std::string_view name) {
    const auto stage = base::parse_enum<Stage>(text_at(body, name));
    return stage ? base::ascii_lower(words_for(*stage)) : std::string();
}

std::string handles(const boost::json::object& body) {
    std::string out;
    if (const auto* names = body.if_contains("authors"))
        for (const auto& name : names->as_array())
            out += (out.empty() ? "@" : ", @") + std::string(name.as_string());
    return out;
}

std::string outcome(const boost::json::object& body) {
    const auto* result = body.if_contains("result");
    const auto stage = result && result->is_object()
                           ? base::parse_enum<Stage>(text_at(result->get_object(), "outcome"))
                           : std::nullopt;
    return stage ? ": " + base::ascii_lower(words_for(*stage)) : std::string();
}

/// What the actor did, as the end of a sentence that begins with the name.
std::string deed(const Entry& entry) {
    const auto& body = entry.body;
    if (entry.kind == "proposed") return "proposed it";
    if (entry.kind == "revised") return "saved revision " + text_at(body, "revision");
    if (entry.kind == "authors_changed") return "named the authors: " + handles(body);
    if (entry.kind == "endorsed") return "endorsed it for " + text_at(body, "center");
    if (entry.kind == "endorsement_withdrawn")
        return "took back the endorsement of " + text_at(body, "center");
    if (entry.kind == "stage_changed")
        return text_at(body, "from") == text_at(body, "to")
                   ? "prolonged the consultation"
                   : "moved it from " + stage_at(body, "from") + " to " + stage_at(body, "to");
    if (entry.kind == "ballot_opened") return "opened ballot " + text_at(body, "ballot");
    if (entry.kind == "ballot_voided") return "declared ballot " + text_at(body, "ballot") + " void";
    if (entry.kind == "result_declared") return "closed ballot " + text_at(body, "ballot") + outcome(body);
    if (entry.kind == "result_certified") return "certified the result of ballot " + text_at(body, "ballot");
    if (entry.kind == "standard_published")
        return "published it as " + text_at(body, "number") + " v" + text_at(body, "version");
    auto words = entry.kind;
    for (auto& letter : words)
        if (letter == '_') letter = ' ';
    return words;
}

std::string actor(const Reading& reading, const Entry& entry) {
    if (entry.actor == program_actor) return "The program";
    const auto found = reading.names.find(entry.actor);
    return found == reading.names.end() ? "@" + entry.actor : found->second;
}

} // namespace

void timeline_view(Writer& w, const site::Context& c, const Reading& reading) {
    w.put<"<section class=\"stack\"><h2>What happened</h2><ol class=\"timeline\">">();
    for (auto entry = reading.timeline.rbegin(); entry != reading.timeline.rend(); ++entry) {
        w.put<"<li><p><strong>{}</strong> {} <span class=\"row-meta\">">(actor(reading, *entry),
                                                                         deed(*entry));
        parts::date(w, c, entry->at);
        w.put<"</span></p>">();
        auto why = text_at(entry->body, "reason");
        if (why.empty()) why = text_at(entry->body, "summary");
        if (!why.empty()) w.put<"<p class=\"why\">{}</p>">(why);
        if (const auto closes = base::parse_iso_time(text_at(entry->body, "closes"));
            closes && entry->kind == "stage_changed") {
            w.put<"<p class=\"why\">Comments until ">();
            parts::date(w, c, *closes);
            w.put<"</p>">();
        }
        w.put<"</li>">();
    }
    w.put<"</ol></section>">();
}

} // namespace standards
