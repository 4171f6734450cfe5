#include "base/letters.hpp"
#include "base/text.hpp"
#include "tests/support/shared_data.hpp"

#include <algorithm>

namespace {

/// The letters written as code points in hexadecimal, blank between: "0391 0301".
std::string letters_of(std::string_view code_points) {
    std::string out;
    for (const auto part : base::split(code_points, ' ')) {
        const auto c = std::stoul(std::string(part), nullptr, 16);
        const auto put = [&](unsigned long byte) { out += static_cast<char>(byte); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)),
                put(0x80 | (c & 0x3F));
        }
    }
    return out;
}

} // namespace

TEST_CASE("a text of blanks, marks and fillers alone shows nothing") {
    for (const char* text : {"", " \n\t", "\u00A0\u2003\u3000", "\u200B\u200D\uFEFF", "\u202E\u202C",
                             "\u200F\u061C", "\u3164", "\u115F\u1160\uFFA0", "\u2800\u2800",
                             "\u2028\u2029\u0085", "\a\x7F", "\u00AD", "\u180E", "\uFE0F", "\U000E0041"}) {
        INFO(text);
        CHECK(base::shows_nothing(text));
        CHECK(base::clean_line(text).empty());
    }
    for (const char* text : {".", "a", "李", "\U0001F5F3\uFE0F", "\u0301", "\u0600", "\u3164a", "\uFFFD"}) {
        INFO(text);
        CHECK_FALSE(base::shows_nothing(text));
    }
}

TEST_CASE("a line turns no direction beyond its own letters") {
    CHECK(base::clean_line("a\u202Eb\u2066c\u2069d\u202C") == "abcd");
    CHECK(base::clean_line("שלום\u200F, \u2026") == "שלום\u200F, \u2026"); // a mark without reach stays
    CHECK(base::clean("a\u202Eb") == "a\u202Eb");
}

TEST_CASE("what looks alike has one skeleton, and is one address") {
    CHECK(base::skeleton("\u0391da Min") == base::skeleton("Ada Min"));
    CHECK(base::skeleton("Ada\u00A0Min") == base::skeleton("Ada Min"));
    CHECK(base::skeleton("A\u200Bda\u3164 Min\u2060") == base::skeleton("Ada Min"));
    CHECK(base::skeleton("\u200B Ada \u2003 Min ") == base::skeleton("Ada Min"));
    CHECK(base::skeleton("AdaMin") != base::skeleton("Ada Min"));
    CHECK(base::skeleton("Ada Min") != base::skeleton("Ada Mint"));
    CHECK(base::skeleton("José") != base::skeleton("Jose"));
    CHECK(base::slug("\u13DA\u13AC\u13AA") == "sea");
    CHECK(base::is_slug(base::slug("\u0461" + std::string(90, 'o') + "李"))); // cut, it is Latin again
    CHECK(base::slug("\u13DA\u13AC\u13AA 李") == "\uABAA\uAB7C\uAB7A-李");
}

TEST_CASE("no lookalike of a letter or digit gives a second address that looks the same") {
    const auto rows = shared_data::read_lines("unicode-confusables/ascii-lookalikes.tsv");
    if (!rows) return;
    for (const auto& row : *rows) {
        const auto tab = row.find('\t');
        const auto twin = letters_of(std::string_view(row).substr(0, tab));
        const auto slug = base::slug("se" + twin + "ls");
        const auto plain = base::slug("se" + row.substr(tab + 1) + "ls");
        INFO(row << ": " << slug << " and " << plain);
        CHECK(base::is_slug(slug));
        if (slug == plain ||
            std::ranges::all_of(slug, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
            continue; // that 1 looks like l is no matter of foreign letters
        CHECK(base::skeleton(slug) != base::skeleton(plain));
    }
    CHECK(rows->size() > 1'700);
}
