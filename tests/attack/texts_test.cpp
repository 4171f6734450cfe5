// Every field of every form and of every call takes the public lists of hostile texts: what is taken comes
// back unchanged where it shows and is never markup, what is not is refused at its field, and nothing breaks.
// The quick run gives each field some of each list, other texts to each; COHORT_ALL_TEXTS=1 gives every text
// to every field.
#include "tests/attack/reading.hpp"
#include "tests/attack/trial.hpp"
#include "tests/support/test.hpp"

#include <cstdlib>
#include <iostream>

namespace {

using namespace attack;

/// The texts that this act gets, in the quick run: a part of each list, another part for each act.
Texts share(const Texts& naughty, const Texts& all, std::size_t act, std::size_t acts, bool is_slow) {
    if (is_long()) return is_slow ? dealt(all, act, 50) : all;
    auto texts = dealt(naughty, act, is_slow ? 32 : 4);
    const auto more = dealt(all, act, acts * (is_slow ? 16 : 2));
    texts.insert(texts.end(), more.begin(), more.end());
    return texts;
}

/// COHORT_ACT names some, by a part of their name.
bool is_wanted(const Act& act) {
    const char* part = std::getenv("COHORT_ACT");
    return part == nullptr || act.name.find(part) != std::string::npos;
}

bool hashes_passwords(const Act& act) {
    return std::ranges::any_of(act.fields,
                               [](const Field& field) { return field.known.kind == Kind::secret; });
}

void report(const std::string& what, const Figures& all, std::size_t places) {
    std::cout << what << ": " << all.sent << " requests, " << all.accepted << " texts taken, " << all.refused
              << " refused at their field, " << all.read << " readings in " << places << " places\n";
}

void try_all(Ground& ground, const std::vector<Act>& acts, const std::string& what) {
    const auto naughty = naughty_strings();
    const auto all = all_texts();
    if (!naughty || !all) return;
    Figures figures;
    std::size_t places = 0;
    for (std::size_t number = 0; number < acts.size(); ++number)
        for (const bool markdown : {false, true}) {
            if (!is_wanted(acts[number])) continue;
            Trial trial(ground, acts[number], markdown);
            if (trial.fields().empty()) continue;
            const auto texts = share(*naughty, *all, number, acts.size(), hashes_passwords(acts[number]));
            for (std::size_t at = 0; at < texts.size(); at += is_long() ? 1 : trial.fields().size())
                trial.send(texts, at, is_long() ? 0 : 3);
            INFO(acts[number].name << ": " << trial.faults.size() << " faults");
            for (std::size_t at = 0; at < trial.faults.size() && at < 5; ++at)
                FAIL_CHECK(trial.faults[at]);
            figures.sent += trial.figures.sent;
            figures.accepted += trial.figures.accepted;
            figures.refused += trial.figures.refused;
            figures.read += trial.figures.read;
            places += trial.places();
        }
    report(what, figures, places);
    CHECK((figures.accepted > 0 || std::getenv("COHORT_ACT") != nullptr));
}

} // namespace

TEST_CASE("the attacks know every field of every form and of every call") {
    Ground ground;
    std::vector<std::string> unknown;
    const auto forms = form_acts(ground, unknown);
    const auto calls = call_acts(ground, unknown);
    CHECK(unknown == std::vector<std::string>{});
    std::set<std::string> names;
    for (const auto* acts : {&forms, &calls})
        for (const auto& act : *acts)
            for (const auto& field : act.fields)
                names.insert(field.name);
    for (const auto& name : names_read_from("input")) {
        INFO(name << " is read from forms or bodies, and no form or call that the attacks see has it");
        CHECK((names.contains(name) || name == "forgery_token"));
    }
}

TEST_CASE("what is written through a form comes back unchanged where it shows, or is refused at its field") {
    Ground ground;
    std::vector<std::string> unknown;
    try_all(ground, form_acts(ground, unknown), "forms");
}

TEST_CASE("what is written through a call comes back unchanged where it shows, or is refused at its field") {
    Ground ground;
    std::vector<std::string> unknown;
    try_all(ground, call_acts(ground, unknown), "calls");
}

TEST_CASE("no text breaks a field for a choice, a number, a day or a word that travels along") {
    const auto naughty = naughty_strings();
    const auto all = all_texts();
    if (!naughty || !all) return;
    Ground ground;
    std::vector<std::string> unknown;
    auto acts = form_acts(ground, unknown);
    for (auto& call : call_acts(ground, unknown))
        acts.push_back(std::move(call));
    Figures figures;
    for (std::size_t number = 0; number < acts.size(); ++number) {
        const auto& act = acts[number];
        const auto texts = share(*naughty, *all, number, acts.size() * 4, hashes_passwords(act));
        for (const auto& field : act.fields) {
            if (is_free(field.known.kind)) continue;
            for (const auto& text : texts) {
                auto values = act.good_values();
                values[field.name] = text;
                const auto answer = act.send(values);
                ++figures.sent;
                ++(answer.status < 400 ? figures.accepted : figures.refused);
                if (answer.status < 400) ground.back();
                const bool is_html = answer.headers.get("Content-Type").starts_with("text/html");
                const auto fault = is_html ? read_page(answer.content()).fault : "";
                if (answer.status >= 500 || !fault.empty())
                    FAIL_CHECK(act.name << " " << field.name << " = " << text << " answers " << answer.status
                                        << " " << fault);
            }
        }
    }
    report("choices, numbers, days", figures, 0);
}
