#include "search/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace search {
namespace {

constexpr std::size_t longest_word = 64; // bytes; what is longer is no word that anybody looks for

struct Range {
    char32_t first;
    char32_t last;
};

/// Signs beyond ASCII that are no letters. What is in none of these ranges counts as one.
constexpr Range signs[] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},      {0xBB, 0xBF},
                           {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x206F},  {0x20A0, 0x20CF},
                           {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},  {0x3008, 0x3020},
                           {0x3030, 0x3030}, {0x30FB, 0x30FB}, {0xE000, 0xF8FF},  {0xFE10, 0xFE1F},
                           {0xFE30, 0xFE6F}, {0xFEFF, 0xFF0F}, {0xFF1A, 0xFF20},  {0xFF3B, 0xFF40},
                           {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}};

/// Scripts that write without blanks between words, or (Hangul) glue endings to them.
constexpr Range unspaced[] = {{0x0E00, 0x0EFF},  {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF},
                              {0x2E80, 0x2FDF},  {0x3005, 0x3007}, {0x3021, 0x302F}, {0x3031, 0x30FA},
                              {0x30FC, 0x312F},  {0x3130, 0x318F}, {0x31A0, 0x31FF}, {0x3400, 0x4DBF},
                              {0x4E00, 0x9FFF},  {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC},
                              {0x20000, 0x3FFFF}};

template <std::size_t size> bool is_in(const Range (&ranges)[size], char32_t c) {
    const auto* found =
        std::upper_bound(std::begin(ranges), std::end(ranges), c,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return found != std::begin(ranges) && c <= (found - 1)->last;
}

enum class Class { sign, letter, digit, unspaced };

struct Character {
    Class kind = Class::sign;
    std::size_t size = 1; // bytes
};

constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

Character character_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        if (c >= '0' && c <= '9') return {Class::digit, 1};
        return {is_upper(c) || (c >= 'a' && c <= 'z') ? Class::letter : Class::sign, 1};
    }
    const std::size_t size = std::min<std::size_t>(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, text.size() - at);
    char32_t code = first & (size == 2 ? 0x1FU : size == 3 ? 0x0FU : 0x07U);
    for (std::size_t i = 1; i < size; ++i)
        code = (code << 6U) | (byte(i) & 0x3FU);
    if (is_in(signs, code)) return {Class::sign, size};
    return {is_in(unspaced, code) ? Class::unspaced : Class::letter, size};
}

/// Letters that Unicode does not take apart, yet people type without their stroke.
std::string plain_letters(std::string text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> pairs{
        {{"đ", "d"}, {"ł", "l"}, {"ø", "o"}, {"æ", "ae"}, {"œ", "oe"}, {"ı", "i"}}};
    for (const auto& [from, to] : pairs)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

std::string fold_word(std::string_view word) {
    const bool ascii =
        std::none_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) < 0; });
    std::string folded = ascii ? base::ascii_lower(word) : plain_letters(base::fold(word));
    std::erase_if(folded, [](char c) {
        const bool kept =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || static_cast<signed char>(c) < 0;
        return !kept;
    });
    if (folded.size() > longest_word) {
        std::size_t end = longest_word;
        while (end > 0 && (static_cast<unsigned char>(folded[end]) & 0xC0U) == 0x80U)
            --end;
        folded.resize(end);
    }
    return folded;
}

class Splitter {
  public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<Word> split() {
        words_.reserve(text_.size() / 6 + 1);
        for (std::size_t at = 0; at < text_.size();) {
            const Character c = character_at(text_, at);
            if (c.kind == Class::sign)
                at += c.size;
            else if (c.kind == Class::unspaced)
                at = read_pairs(at);
            else
                at = read_word(at);
        }
        return std::move(words_);
    }

  private:
    [[nodiscard]] bool is(std::size_t at, Class kind) const {
        return at < text_.size() && character_at(text_, at).kind == kind;
    }
    [[nodiscard]] bool is_word_character(std::size_t at) const {
        return is(at, Class::letter) || is(at, Class::digit);
    }

    /// Where a sign inside a word ends that belongs to it: & between letters, the comma in 1,000.
    [[nodiscard]] std::size_t inner_sign(std::size_t begin, std::size_t at) const {
        if (at >= text_.size()) return at;
        if (text_[at] == '&' && is(at + 1, Class::letter)) return at + 1;
        if (text_[at] == ',' && is(at - 1, Class::digit) && is(at + 1, Class::digit) &&
            is(at + 2, Class::digit) && is(at + 3, Class::digit) && !is(at + 4, Class::digit))
            return at + 1;
        // "L & A" is what hurried people make of "L&A".
        if (at == begin + 1 && is_upper(text_[begin]) && text_.substr(at, 3) == " & " &&
            at + 3 < text_.size() && is_upper(text_[at + 3]) && !is_word_character(at + 4))
            return at + 3;
        return at;
    }

    std::size_t read_word(std::size_t begin) {
        std::size_t at = begin;
        std::size_t letters = 0;
        bool capitals = true;
        for (;;) {
            while (is_word_character(at)) {
                const char c = text_[at];
                letters += is_upper(c) ? 1 : 0;
                capitals = capitals && (is_upper(c) || is(at, Class::digit));
                at += character_at(text_, at).size;
            }
            const std::size_t next = inner_sign(begin, at);
            if (next == at) break;
            at = next;
        }
        const std::size_t end = at;
        at = skip_possessive(at);
        Word word{fold_word(text_.substr(begin, end - begin)), begin, end};
        word.capitals = capitals && letters >= 2;
        word.hyphen = at < text_.size() && text_[at] == '-' && is_word_character(at + 1);
        if (!word.text.empty()) words_.push_back(std::move(word));
        return at;
    }

    /// Past 's, with either apostrophe.
    [[nodiscard]] std::size_t skip_possessive(std::size_t at) const {
        for (const std::string_view apostrophe : {"'s", "’s", "'S", "’S"})
            if (text_.substr(at).starts_with(apostrophe) && !is_word_character(at + apostrophe.size()))
                return at + apostrophe.size();
        return at;
    }

    std::size_t read_pairs(std::size_t begin) {
        std::size_t first = begin;
        std::size_t second = begin + character_at(text_, begin).size;
        if (!is(second, Class::unspaced)) {
            add_pair(first, second);
        } else {
            while (is(second, Class::unspaced)) {
                const std::size_t next = second + character_at(text_, second).size;
                add_pair(first, next);
                first = second;
                second = next;
            }
        }
        words_.back().last_pair = true;
        return second;
    }

    void add_pair(std::size_t begin, std::size_t end) {
        Word word{std::string(text_.substr(begin, end - begin)), begin, end};
        word.pair = true;
        words_.push_back(std::move(word));
    }

    std::string_view text_;
    std::vector<Word> words_;
};

} // namespace

std::vector<Word> split_words(std::string_view text) {
    return Splitter(text).split();
}

bool is_stop_word(std::string_view word) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"a",    "about", "am",   "an",    "and",   "any", "are",   "as",   "at",    "be",    "been",
         "but",  "by",    "can",  "could", "did",   "do",  "does",  "for",  "from",  "get",   "had",
         "has",  "have",  "how",  "i",     "if",    "in",  "into",  "is",   "it",    "its",   "me",
         "my",   "no",    "not",  "of",    "on",    "or",  "our",   "s",    "shall", "she",   "should",
         "so",   "such",  "t",    "than",  "that",  "the", "their", "them", "then",  "there", "these",
         "they", "this",  "to",   "us",    "was",   "we",  "were",  "what", "when",  "where", "which",
         "who",  "why",   "will", "with",  "would", "you", "your"});
    static_assert(std::is_sorted(words.begin(), words.end()));
    return std::binary_search(words.begin(), words.end(), word);
}

} // namespace search
