#include "tests/attack/trial.hpp"

#include "base/letters.hpp"
#include "base/text.hpp"
#include "tests/attack/reading.hpp"
#include "tests/http/page.hpp"
#include "tests/markup/strict_html.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <utility>

namespace attack {
namespace {

constexpr std::string_view rich =
    "\n\n## A head\n\n### Another\n\n- [a link](https://example.org/)\n- `code`\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n> said\n\n```\nmore code\n```\n";

/// Of what a comparison of two texts is made: the words may be marked in one and not in the other.
constexpr std::string_view compared = "del\nins\ntr class\ntd class\nspan class\nspan class aria-hidden\n";

/// Every kind of element that Markdown makes. A proposal's own headings begin one level lower.
std::string rich_of(const Act& act) {
    std::string text(rich);
    if (act.name.find("ropos") != std::string::npos || act.name == "comment")
        for (auto at = text.find("\n##"); at != std::string::npos; at = text.find("\n##", at + 4))
            text.insert(at + 1, "##");
    return text;
}

bool is_html(const server::Response& answer) {
    return answer.headers.get("Content-Type").starts_with("text/html");
}

bool is_taken(const server::Response& answer) {
    return answer.status < 400;
}

std::string short_of(std::string_view text) {
    return std::string(base::truncate(text, 120));
}

std::string without_fragment(std::string_view location) {
    return std::string(location.substr(0, location.find('#')));
}

/// What an address is searched for, so that what was just written is found there as well.
std::vector<Address> searches(const std::string& word) {
    std::vector<Address> all;
    for (const auto* path : {"/search?q=", "/suggest?q=", "/similar?q=", "/members?name="})
        all.push_back({"asker", path + word});
    for (const auto* path :
         {"/api/v1/search?q=", "/api/v1/suggest?q=", "/api/v1/similar?q=", "/api/v1/members?name="})
        all.push_back({"asker", path + word});
    return all;
}

bool is_search(const Address& address) {
    return address.path.find("?q=") != std::string::npos || address.path.find("?name=") != std::string::npos;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos && !from.empty();
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::size_t times_in(std::string_view text, std::string_view words) {
    std::size_t times = 0;
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + words.size()))
        ++times;
    return times;
}

std::string first_difference(std::string_view one, std::string_view other) {
    const auto ours = base::split(one, '\n');
    const auto theirs = base::split(other, '\n');
    const auto [left, right] = std::ranges::mismatch(ours, theirs);
    return "<" + std::string(left == ours.end() ? "" : *left) + "> for <" +
           std::string(right == theirs.end() ? "" : *right) + ">";
}

/// What leads to another place than this site, the web, or a mail program.
bool is_safe(std::string_view written) {
    const std::string target = base::ascii_lower(written);
    if (target.find_first_of("\t\n\r") != std::string::npos) return false;
    for (const auto* good : {"http://", "https://", "mailto:", "#", "?"})
        if (target.starts_with(good)) return true;
    if (target.starts_with("//") || target.starts_with("/\\")) return false;
    const auto colon = target.find(':');
    return colon == std::string::npos || target.find_first_of("/?#") < colon;
}

} // namespace

std::vector<std::string> kept(const std::string& text) {
    auto cleaned = base::clean(text);
    if (base::shows_nothing(cleaned)) return {};
    cleaned.erase(0, cleaned.find_first_not_of('\n'));
    cleaned.erase(cleaned.find_last_not_of("\n ") + 1);
    std::string trimmed(base::trim(cleaned));
    std::string ended = cleaned + '\n'; // as practice pages are kept
    std::vector<std::string> forms{base::clean_line(text), std::move(cleaned), std::move(trimmed),
                                   std::move(ended)};
    std::erase(forms, ""); // of a line that only turned the direction
    return forms;
}

Trial::Trial(Ground& ground, const Act& act, bool markdown)
    : ground_(ground), act_(act), markdown_(markdown) {
    for (const auto& field : act.fields)
        if (is_free(field.known.kind) && (field.known.kind == Kind::markdown) == markdown) {
            std::string word = "Quarz";
            word += static_cast<char>('a' + fields_.size());
            word += "ith";
            marks_[field.name] = markdown ? "A **" + word + "** mark" + rich_of(act) : "A " + word + " mark";
            fields_.push_back(field);
        }
    if (!fields_.empty()) look_everywhere();
}

void Trial::look_everywhere() {
    ground_.back();
    auto values = act_.good_values();
    for (const auto& [field, mark] : marks_)
        values[field] = mark;
    const auto answer = act_.send(values);
    if (!is_taken(answer))
        throw std::runtime_error(act_.name + " refuses harmless words: " + std::to_string(answer.status) +
                                 " " + base::join(refused_fields(answer), ", ") + " " +
                                 answer.body.substr(0, 300));
    location_ = without_fragment(answer.headers.get("Location"));
    auto addresses = ground_.addresses();
    for (std::size_t at = 0; at < fields_.size(); ++at)
        for (auto& search : searches("Quarz" + std::string(1, static_cast<char>('a' + at)) + "ith"))
            addresses.push_back(std::move(search));
    std::set<std::string> known;
    for (const auto& address : addresses)
        known.insert(address.path);
    std::deque<Address> waiting(addresses.begin(), addresses.end());
    if (!location_.empty() && known.insert(location_).second) waiting.push_front({act_.by, location_});
    // What is new on the pages is looked at as well, but not endlessly.
    for (int newer = 0; !waiting.empty(); waiting.pop_front()) {
        const auto address = waiting.front();
        const auto shown = ground_.follow(address);
        look(address, shown);
        if (!is_html(shown)) continue;
        for (const auto& link : testing::links_of(shown.content()))
            if (!link.starts_with("/static/") && newer < 60 && known.insert(link).second)
                ++newer, waiting.push_back({address.by == "nobody" ? "asker" : address.by, link});
    }
}

void Trial::look(const Address& address, const server::Response& answer) {
    if (answer.status >= 400) return;
    Look seen;
    if (is_html(answer)) {
        auto page = attack::read_page(answer.content());
        for (const auto& [field, mark] : marks_)
            for (const bool in_values : {false, true})
                if (const auto times = times_in(in_values ? page.values : page.text, mark); times > 0)
                    seen.places.push_back({address, field, "", false, in_values, times});
        const auto is_rendered = [](const std::string& text) {
            return text.find("Quarz") != std::string::npos;
        };
        if (seen.places.empty() && !is_rendered(page.text)) return;
        seen.shapes.insert(std::move(page.shape));
    } else {
        for (const auto& [pointer, text] : texts_in_json(answer.content()))
            for (const auto& [field, mark] : marks_)
                if (text.find(mark) != std::string::npos)
                    seen.places.push_back({address, field, pointer, text == mark});
        if (seen.places.empty() && answer.content().find("Quarz") == std::string_view::npos) return;
    }
    places_ += seen.places.size();
    looks_.emplace(address, std::move(seen));
}

void Trial::complain(const std::string& what, const Values& values) {
    std::string all = act_.name + ": " + what;
    for (const auto& [field, text] : values)
        all += "\n    " + field + " = " + short_of(text);
    faults.push_back(std::move(all));
}

bool Trial::refuse(const server::Response& answer, Values& tried) {
    if (answer.status >= 500) return complain("answers " + std::to_string(answer.status), tried), true;
    if (answer.status == 400) { // not even text
        const bool is_text = std::ranges::all_of(tried, [](const auto& one) {
            return base::is_utf8(one.second) && one.second.find('\0') == std::string::npos;
        });
        if (is_text) complain("answers 400 to text", tried);
        return true;
    }
    bool said = false;
    for (const auto& field : refused_fields(answer))
        if (tried.erase(field) > 0) ++figures.refused, said = true;
    if (!said)
        complain("refuses with " + std::to_string(answer.status) +
                     " and no word at a field: " + short_of(answer.body),
                 tried);
    return !said;
}

void Trial::send(const Texts& texts, std::size_t at, std::size_t reads) {
    Values tried;
    for (const auto& field : fields_)
        tried[field.name] = texts[at++ % texts.size()];
    server::Response answer;
    do {
        ground_.back();
        auto values = act_.good_values();
        for (const auto& [field, text] : tried)
            values[field] = text;
        answer = act_.send(values);
        ++figures.sent;
        if (is_html(answer)) {
            const auto page = attack::read_page(answer.content());
            if (!page.fault.empty()) complain("gives a broken page: " + page.fault, tried);
            for (const auto& target : page.targets)
                if (!is_safe(target)) complain("gives a page that leads to " + short_of(target), tried);
        }
        if (is_taken(answer)) break;
        if (refuse(answer, tried)) return;
    } while (!tried.empty());
    if (!is_taken(answer) || tried.empty()) return;
    figures.accepted += static_cast<int>(tried.size());
    led_ = without_fragment(answer.headers.get("Location"));
    const auto all = looks_.size();
    const auto count = reads == 0 ? all : std::min(reads, all);
    for (std::size_t i = 0; i < count; ++i) {
        const auto one = std::next(looks_.begin(), static_cast<std::ptrdiff_t>(next_++ % all));
        if (!is_search(one->first)) read(one->first, one->second, tried);
    }
}

std::string Trial::moved(const std::string& path, const Values& taken) const {
    std::string out = path;
    const auto last = [](const std::string& location) {
        return location.substr(std::min(location.rfind('/') + 1, location.size()));
    };
    if (!location_.empty()) replace_all(out, last(location_), last(led_));
    for (const auto& [field, text] : taken)
        if (const auto& mark = marks_.at(field); !markdown_) {
            const auto line = base::clean_line(text);
            replace_all(out, base::slug(mark), server::percent_encode(base::slug(line)));
            replace_all(out, server::percent_encode(mark), server::percent_encode(line));
        }
    return out;
}

void Trial::read(const Address& address, Look& look, const Values& taken) {
    const Address there{address.by, moved(address.path, taken)};
    const auto answer = ground_.follow(there);
    if (answer.status >= 400)
        return complain(there.path + " answers " + std::to_string(answer.status) + " to " + there.by, taken);
    if (is_html(answer)) return read_page(address, look, taken, answer.content());
    if (answer.headers.get("Content-Type").starts_with("application/atom+xml")) {
        if (!is_xml(answer.content())) complain(there.path + " is no XML", taken);
        return;
    }
    std::map<std::string, std::string> texts;
    for (auto& [pointer, text] : texts_in_json(answer.content())) {
        const bool is_rendered = pointer.ends_with("/html");
        if (const auto fault = is_rendered ? strict_html::fault_in(text, "") : ""; !fault.empty())
            complain(there.path + " renders " + fault, taken);
        texts[pointer] = is_rendered ? attack::read_page(text).text : text;
    }
    for (const auto& place : look.places) {
        const auto given = taken.find(place.field);
        if (given == taken.end()) continue;
        const auto expected = kept(given->second);
        if (expected.empty()) continue;
        ++figures.read;
        // Lists are in an order that the words may change: it may stand elsewhere than the harmless text.
        if (std::ranges::none_of(texts, [&](const auto& one) {
                return std::ranges::any_of(expected, [&](const std::string& form) {
                    return place.is_whole ? one.second == form : one.second.find(form) != std::string::npos;
                });
            }))
            complain(there.path + " has at " + place.pointer + ": " + short_of(texts[place.pointer]),
                     {*given});
    }
}

bool Trial::is_built_alike(const Address& address, const std::string& hostile,
                           const std::string& harmless) const {
    // Where a title is written, what is like it is listed, or nothing.
    if (address.path.starts_with("/forum/new") || address.path == "/forum/threads")
        return new_kinds(hostile, harmless + "div class hidden\ndiv class\nul class\nli\na href\n").empty();
    if (markdown_) return new_kinds(hostile, harmless + std::string(compared)).empty();
    auto ours = base::split(hostile, '\n');
    auto theirs = base::split(harmless, '\n');
    std::ranges::sort(ours); // a list of names is in their order
    std::ranges::sort(theirs);
    return ours == theirs;
}

std::string Trial::shape_after(const Values& texts, const Address& address) {
    ground_.back();
    auto values = act_.good_values();
    for (const auto& [field, text] : texts)
        values[field] = text;
    act_.send(values);
    return attack::read_page(ground_.follow({address.by, moved(address.path, texts)}).content()).shape;
}

/// What somebody has seen before changes a page too: before it counts as a fault, both acts are done again,
/// and the page looked at first thing.
void Trial::check_shape(const Address& address, Look& look, const Values& taken, const std::string& shape) {
    if (look.shapes.contains(shape)) return;
    if (markdown_ && new_kinds(shape, *look.shapes.begin()).empty()) return;
    Values marks;
    for (const auto& [field, text] : taken)
        marks[field] = kept(text).empty() ? "" : marks_.at(field);
    const auto led = std::exchange(led_, location_);
    const auto harmless = shape_after(marks, address);
    led_ = led;
    const auto hostile = shape_after(taken, address);
    if (is_built_alike(address, hostile, harmless))
        look.shapes.insert(shape);
    else
        complain(address.path + " as " + address.by +
                     " is built otherwise: " + first_difference(hostile, harmless),
                 taken);
}

void Trial::read_page(const Address& address, Look& look, const Values& taken, std::string_view html) {
    const auto page = attack::read_page(html);
    const auto where = address.path + " as " + address.by;
    if (!page.fault.empty()) complain(where + " is broken: " + page.fault, taken);
    for (const auto& target : page.targets)
        if (!is_safe(target)) complain(where + " leads to " + short_of(target), taken);
    const bool is_ours =
        address.path == "/about" || address.path == "/accessibility" || address.path == "/search/help";
    for (const auto& prose : is_ours ? std::vector<std::string>{} : page.prose)
        if (const auto fault = strict_html::fault_in(prose, ""); !fault.empty())
            complain(where + " renders " + fault, taken);
    check_shape(address, look, taken, page.shape);
    for (const auto& place : look.places) {
        const auto given = taken.find(place.field);
        if (given == taken.end()) continue;
        const auto expected = kept(given->second);
        if (expected.empty()) continue;
        ++figures.read;
        const auto& shown = place.in_values ? page.values : page.text;
        // A line is the same in every place; of several lines one place shows the first, another all.
        const auto times = base::clean_line(given->second) == given->second ? place.times : 1;
        if (std::ranges::none_of(expected, [&](const auto& form) { return times_in(shown, form) >= times; }))
            complain(where + " does not show it as it is, " + std::to_string(times) + " times", {*given});
    }
}

} // namespace attack
