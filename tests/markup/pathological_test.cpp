#include "base/text.hpp"
#include "markup/render.hpp"
#include "tests/markup/strict_html.hpp"
#include "tests/support/shared_data.hpp"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace {

using boost::json::value;

std::string repeated(const std::string& text, std::int64_t times) {
    std::string out;
    for (std::int64_t i = 0; i < times; ++i)
        out += text;
    return out;
}

std::string text_or_empty(const boost::json::object& part, const char* key) {
    const value* found = part.if_contains(key);
    return found == nullptr ? "" : std::string(found->as_string());
}

/// [key]: /url and [K], where all keys fall into one of 16 buckets of the hash that old parsers use.
std::string colliding_references(const boost::json::object& rule) {
    const auto count = rule.at("count").to_number<std::int64_t>();
    const auto buckets = rule.at("buckets").to_number<std::uint32_t>();
    std::string out;
    std::string first;
    for (std::int64_t x = 0, found = 0; found < count; ++x) {
        const std::string key = "x" + std::to_string(x);
        std::uint32_t hash = 0;
        for (const char c : key)
            hash = static_cast<std::uint32_t>(c) + (hash << 6) + (hash << 16) - hash;
        if (hash % buckets != 0) continue;
        ++found;
        if (first.empty())
            first = key;
        else
            out += "[" + key + "]: /url\n\n[" + first + "]\n\n";
    }
    return out;
}

/// A part that counts up, as SOURCE.txt of the corpus describes it.
std::string counted_up(const boost::json::object& part) {
    if (const value* rule = part.if_contains("hash_collisions"))
        return colliding_references(rule->as_object());
    const auto& range = part.at("for_x_in_range").as_array();
    const auto first = range.at(0).to_number<std::int64_t>();
    const auto end = range.at(1).to_number<std::int64_t>();
    std::string out;
    for (std::int64_t x = first; x < end; ++x) {
        out += text_or_empty(part, "first");
        if (part.contains("repeat_x")) out += repeated(text_or_empty(part, "repeat_x"), x);
        for (const auto& [key, number] : {std::pair{"number_x", x}, std::pair{"and_next", x + 1}})
            if (const value* around = part.if_contains(key))
                out += std::string(around->as_array().at(0).as_string()) + std::to_string(number) +
                       std::string(around->as_array().at(1).as_string());
        out += text_or_empty(part, "then");
    }
    return out;
}

std::string input_of(const boost::json::object& one) {
    std::string out;
    for (const auto& part : one.at("parts").as_array()) {
        if (part.is_object()) {
            out += counted_up(part.as_object());
            continue;
        }
        const auto times = part.as_array().at(1).to_number<std::int64_t>();
        out += repeated(std::string(part.as_array().at(0).as_string()), times);
    }
    return out;
}

/// Cut to the size of a page and broken into lines, so that more of it passes the door.
std::string wrapped(std::string text) {
    text = std::string(base::truncate(text, markup::page_limits.bytes / 4 * 3));
    std::string out;
    for (std::size_t at = 0; at < text.size(); at += 4'000)
        out += text.substr(at, 4'000) + "\n";
    return base::clean(out);
}

/// Every limit but that of the length, which would hide what the parser does.
const markup::Options options{.limits = {16 * 1024 * 1024}, .id_prefix = "post-1-"};

double seconds_to_render(const std::string& markdown) {
    const auto start = std::chrono::steady_clock::now();
    const auto result = markup::render(markdown, options);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Whether the whole takes no more than thrice the time that its quarter lets expect; what is quick passes,
/// and what does not pass is tried again, since a busy machine is no fault of the text.
bool grows_with_its_size(const std::string& whole) {
    constexpr double quick = 0.1; // seconds
    const std::string quarter = whole.substr(0, whole.size() / 4);
    for (int i = 0; i < 5; ++i) {
        const double time = seconds_to_render(whole);
        if (time < quick || time < 12 * seconds_to_render(quarter)) return true;
    }
    return false;
}

/// Renders on a stack of 256 KB, so that recursion over the depth of the text would crash.
std::string fault_on_small_stack(const std::string& markdown) {
    struct Job {
        const std::string& markdown;
        std::string fault;
    } job{markdown, {}};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 256 * 1024);
    pthread_t thread{};
    const auto run = [](void* given) -> void* {
        auto& mine = *static_cast<Job*>(given);
        const auto result = markup::render(mine.markdown, options);
        if (result)
            mine.fault = strict_html::fault_in(result->html, "post-1-");
        else if (result.error().detail.empty())
            mine.fault = "refused without a word";
        return nullptr;
    };
    const bool started = pthread_create(&thread, &attributes, run, &job) == 0;
    pthread_attr_destroy(&attributes);
    if (!started) return "no thread";
    pthread_join(thread, nullptr);
    return job.fault;
}

} // namespace

TEST_CASE("texts made to hurt are rendered or refused, on a small stack") {
    const auto cases = shared_data::read_ndjson("markdown-pathological/cases.ndjson");
    if (!cases) return;
    for (const auto& one : *cases) {
        const std::string whole = base::clean(input_of(one));
        INFO(shared_data::text(one, "name"));
        CHECK(fault_on_small_stack(whole) == "");
        CHECK(fault_on_small_stack(wrapped(whole)) == "");
    }
}

TEST_CASE("the time for texts made to hurt grows about as fast as the text") {
    const auto cases = shared_data::read_ndjson("markdown-pathological/cases.ndjson");
    if (!cases) return;
    for (const auto& one : *cases) {
        const std::string whole = input_of(one);
        INFO(shared_data::text(one, "name"));
        CHECK(grows_with_its_size(whole));
        CHECK(grows_with_its_size(wrapped(whole)));
    }
}
