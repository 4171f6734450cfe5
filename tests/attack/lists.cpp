#include "tests/attack/lists.hpp"

#include "base/text.hpp"
#include "tests/support/shared_data.hpp"

#include <cstdlib>

namespace attack {
namespace {

using Lines = std::optional<Texts>;

Lines texts_of(const std::string& file, const char* key) {
    const auto rows = shared_data::read_ndjson(file);
    if (!rows) return std::nullopt;
    Texts all;
    for (const auto& row : *rows)
        all.push_back(shared_data::text(row, key));
    return all;
}

/// All of them in one; nothing where one is missing.
Lines joined(const std::vector<Lines>& lists) {
    Texts all;
    for (const auto& list : lists) {
        if (!list) return std::nullopt;
        all.insert(all.end(), list->begin(), list->end());
    }
    return all;
}

std::string utf8(unsigned long c) {
    std::string out;
    const auto put = [&](unsigned long byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
        return out;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    put((more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U) | (c >> (6 * more)));
    for (int left = more - 1; left >= 0; --left)
        put(0x80U | ((c >> (6 * left)) & 0x3FU));
    return out;
}

} // namespace

std::optional<Texts> naughty_strings() {
    const auto text = shared_data::read("naughty-strings/blns.json");
    if (!text) return std::nullopt;
    Texts all;
    const auto strings = boost::json::parse(*text);
    for (const auto& one : strings.as_array())
        all.emplace_back(one.as_string());
    return all;
}

std::optional<Texts> scripts() {
    return joined({texts_of("xss-payloads/dompurify.ndjson", "payload"),
                   texts_of("xss-payloads/markdown-xss.ndjson", "markdown"),
                   shared_data::read_lines("xss-payloads/payloadbox.txt"),
                   shared_data::read_lines("xss-payloads/payloadsallthethings.txt")});
}

std::optional<Texts> injections() {
    std::vector<Lines> lists;
    for (const char* name : {"sql", "path-traversal", "open-redirect", "crlf", "command", "template-and-ssi"})
        lists.push_back(shared_data::read_lines("injection-lists/" + std::string(name) + ".txt"));
    return joined(lists);
}

std::optional<Texts> lookalikes() {
    const auto rows = shared_data::read_lines("unicode-confusables/ascii-lookalikes.tsv");
    if (!rows) return std::nullopt;
    Texts all;
    for (const auto& row : *rows) {
        std::string letters;
        for (const auto part : base::split(std::string_view(row).substr(0, row.find('\t')), ' '))
            letters += utf8(std::stoul(std::string(part), nullptr, 16));
        all.push_back("Se" + letters + "ls");
    }
    return all;
}

std::optional<Texts> all_texts() {
    return joined({naughty_strings(), scripts(), injections(), lookalikes()});
}

Texts dealt(const Texts& texts, std::size_t first, std::size_t step) {
    Texts some;
    for (std::size_t at = first % step; at < texts.size(); at += step)
        some.push_back(texts[at]);
    return some;
}

bool is_long() {
    return std::getenv("COHORT_ALL_TEXTS") != nullptr;
}

} // namespace attack
