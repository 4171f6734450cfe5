#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
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

bool is_plain_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

icu::UnicodeString latin_lower(std::string_view text) {
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    if (!is_plain_ascii(text)) to_latin().transliterate(wide);
    return wide.toLower(icu::Locale::getRoot());
}

constexpr std::size_t longest_slug = 80;

} // namespace

std::string slug(std::string_view text) {
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
        std::string letter;
        icu::UnicodeString(c).toUTF8String(letter);
        if (out.size() + letter.size() + 1 > longest_slug) break;
        if (gap && !out.empty()) out += '-';
        gap = false;
        out += letter;
    }
    return out.empty() ? "untitled" : out;
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= longest_slug && is_utf8(text) && slug(text) == text;
}

std::string fold(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const auto* decompose = icu::Normalizer2::getNFKDInstance(error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU has no NFKD data");
    auto wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    wide = decompose->normalize(wide.foldCase(), error);
    icu::UnicodeString bare;
    for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
        if (const UChar32 c = wide.char32At(at); u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
    std::string out;
    bare.toUTF8String(out);
    return out;
}

} // namespace base
