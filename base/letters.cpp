#include "base/letters.hpp"

#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <memory>
#include <optional>
#include <stdexcept>

namespace base {
namespace {

/// Making a transliterator costs about 30 ms, and one object must not be used by two threads at once.
const icu::Transliterator& to_latin() {
    thread_local const std::unique_ptr<icu::Transliterator> own = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "[[:Latin:][:Greek:][:Cyrillic:][:Common:][:Inherited:]] Any-Latin; Latin-ASCII; Lower",
            UTRANS_FORWARD, error));
        if (U_FAILURE(error)) throw std::runtime_error("ICU cannot make the slug transliterator");
        return made;
    }();
    return *own;
}

icu::UnicodeString wide_of(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& wide) {
    std::string out;
    wide.toUTF8String(out);
    return out;
}

icu::UnicodeString skeleton_of(const icu::UnicodeString& wide) {
    thread_local const std::unique_ptr<USpoofChecker, void (*)(USpoofChecker*)> checker = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<USpoofChecker, void (*)(USpoofChecker*)> made(uspoof_open(&error), &uspoof_close);
        if (U_FAILURE(error)) throw std::runtime_error("ICU cannot open its list of lookalikes");
        return made;
    }();
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString out;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, wide, out, &error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot tell what a text looks like");
    return out;
}

bool is_seen(UChar32 c) {
    if (c == 0x2800) return false; // the blank of Braille counts as a symbol
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
    switch (u_charType(c)) {
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR: return false;
    // Some signs before Arabic and Syriac numbers are format characters, and drawn.
    case U_FORMAT_CHAR: return u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK);
    default: return true;
    }
}

bool is_ascii_word(const icu::UnicodeString& text) {
    for (int32_t at = 0; at < text.length(); ++at)
        if (text.charAt(at) >= 0x80 || !u_isalnum(text.charAt(at))) return false;
    return !text.isEmpty();
}

/// Letters of other scripts that only stand in for Latin ones ("\u13DA\u13AC\u13AA" for "SEA") become those.
/// Nothing where one of them is no such letter: then it is a word of its own.
std::optional<icu::UnicodeString> without_lookalikes(const icu::UnicodeString& wide) {
    icu::UnicodeString plain;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const icu::UnicodeString letter(wide.char32At(at));
        const bool is_foreign = wide.char32At(at) >= 0x80 && u_isalnum(wide.char32At(at));
        const auto twin = is_foreign ? skeleton_of(letter) : letter;
        if (is_foreign && !is_ascii_word(twin)) return std::nullopt;
        plain += twin;
    }
    return plain.toLower(icu::Locale::getRoot());
}

icu::UnicodeString latin_lower(std::string_view text) {
    auto wide = wide_of(text);
    if (is_plain_ascii(text)) return wide.toLower(icu::Locale::getRoot());
    to_latin().transliterate(wide);
    to_latin().transliterate(wide); // a few small letters are known to it, their large ones not
    if (auto plain = without_lookalikes(wide)) return *std::move(plain);
    wide.toLower(icu::Locale::getRoot());
    if (auto plain = without_lookalikes(wide))
        return *std::move(plain); // small letters look other than large
    return wide;
}

constexpr std::size_t longest_slug = 80;

/// The start of a text may read otherwise than it did in the whole, so a slug that was cut is not one yet.
std::string slug_of(std::string_view text) {
    const icu::UnicodeString wide = latin_lower(truncate(text, 200));
    std::string out;
    bool gap = false;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 c = wide.char32At(at);
        if (c == '\'' || c == 0x2019) continue; // the county's = the countys
        if (!u_isalnum(c)) {
            gap = true;
            continue;
        }
        const std::string letter = narrow(c);
        if (out.size() + letter.size() + 1 > longest_slug) break;
        if (gap && !out.empty()) out += '-';
        gap = false;
        out += letter;
    }
    return out.empty() ? "untitled" : out;
}

} // namespace

bool is_plain_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

std::string slug(std::string_view text) {
    auto slug = slug_of(text);
    return is_plain_ascii(slug) ? slug : slug_of(slug);
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= longest_slug && is_utf8(text) && slug(text) == text;
}

std::string fold(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no NFKD data");
    // Twice, because what is taken apart may hold capitals that nobody saw before: "㎋" is "nF".
    auto wide = decompose->normalize(wide_of(text).foldCase(), error);
    wide = decompose->normalize(wide.foldCase(), error);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
        if (const UChar32 c = wide.char32At(at); u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
    return narrow(bare);
}

bool shows_nothing(std::string_view text) {
    for (const char c : text)
        if (c > ' ' && c < 0x7F) return false; // nearly every text ends here
    const auto wide = wide_of(text);
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
        if (is_seen(wide.char32At(at))) return false;
    return true;
}

std::string skeleton(std::string_view text) {
    const auto wide = wide_of(text);
    icu::UnicodeString seen;
    bool gap = false;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const UChar32 c = wide.char32At(at);
        if (is_seen(c)) {
            if (gap && !seen.isEmpty()) seen.append(u' ');
            gap = false;
            seen.append(c);
        } else if (u_isUWhiteSpace(c)) {
            gap = true; // a page shows one blank, however many there are
        }
    }
    return narrow(skeleton_of(seen));
}

} // namespace base
