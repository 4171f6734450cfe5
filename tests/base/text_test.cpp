#include "base/text.hpp"
#include "tests/support/test.hpp"

TEST_CASE("only well-formed UTF-8 counts as text") {
    CHECK(base::is_utf8("Siobhán 李 \U0001F5F3"));
    CHECK_FALSE(base::is_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(base::is_utf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(base::is_utf8("\xF4\x90\x80\x80")); // beyond U+10FFFF
    CHECK_FALSE(base::is_utf8("caf\xE9"));          // Latin-1
    CHECK_FALSE(base::is_utf8("\xE6\x9D"));         // cut short
}

TEST_CASE("text is cleaned of carriage returns and NUL and of nothing else") {
    CHECK(base::clean("a\r\nb\rc\n") == "a\nb\nc\n");
    CHECK(base::clean(std::string_view("a\0b", 3)) == "ab");
    CHECK(base::clean("tab\tbell\aend") == "tab\tbell\aend");
    CHECK(base::clean("caf\xE9!") == "caf\uFFFD!");
}

TEST_CASE("a line loses its outer blanks, also those that word processors leave") {
    CHECK(base::clean_line(" \u00A0Drop boxes\n in winter\uFEFF ") == "Drop boxes  in winter");
}

TEST_CASE("length and truncation count what people see as characters, never half of one") {
    CHECK(base::length("Trần") == 4);
    CHECK(base::truncate("Trần Linh", 4) == "Trần");
    CHECK(base::truncate("李", 5) == "李");
    CHECK(base::truncate("abc", 0).empty());
}

TEST_CASE("slugs are short, plain, and the same when made twice") {
    CHECK(base::slug("Drop boxes: siting & installing") == "drop-boxes-siting-installing");
    CHECK(base::slug("The county's L&A test") == "the-countys-l-a-test");
    CHECK(base::slug("Björk Þórsdóttir") == "bjork-thorsdottir");
    CHECK(base::slug("Привет") == "privet");
    CHECK(base::slug("  --  ") == "untitled");
    CHECK(base::slug("李 Wei") == "李-wei");
    const std::string lengthy(500, 'x');
    CHECK(base::slug(lengthy).size() <= 80);
    for (const char* text : {"Drop boxes", "Ärger mit Straße", "選挙 2027", "a_b c.d"})
        CHECK(base::is_slug(base::slug(text)));
    CHECK_FALSE(base::is_slug("Drop-Boxes"));
    CHECK_FALSE(base::is_slug("../etc/passwd"));
    CHECK_FALSE(base::is_slug(""));
}

TEST_CASE("names compare without case and accents") {
    CHECK(base::fold("PEÑA") == base::fold("peña"));
    CHECK(base::fold("Peña") == base::fold("Pen\u0303a"));
    CHECK(base::fold("Straße") == base::fold("STRASSE"));
    CHECK(base::fold("\u338B \U0001F130") == "nf a"); // signs that hold capitals
}

TEST_CASE("numbers are read whole or not at all and written in groups") {
    CHECK(base::parse_int("-42") == -42);
    CHECK_FALSE(base::parse_int("42 "));
    CHECK_FALSE(base::parse_int(""));
    CHECK_FALSE(base::parse_int("9223372036854775808"));
    CHECK(base::grouped(1234567) == "1,234,567");
    CHECK(base::grouped(-1000) == "-1,000");
    CHECK(base::grouped(999) == "999");
    CHECK(base::counted(1, "answer", "answers") == "1 answer");
    CHECK(base::counted(0, "answer", "answers") == "0 answers");
}
