#include "search/query.hpp"

#include "base/text.hpp"
#include "search/filter.hpp"
#include "search/stem.hpp"
#include "search/synonyms.hpp"
#include "search/words.hpp"

#include <algorithm>

namespace search {
namespace {

constexpr std::size_t most_groups = 64;

/// Quotation marks as word processors make them become plain ones, so that a pasted phrase is a phrase.
std::string with_plain_quotes(std::string text) {
    for (const std::string_view quote : {"“", "”", "„", "«", "»"})
        for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote, at + 1))
            text.replace(at, quote.size(), "\"");
    return text;
}

/// Somebody with the capitals lock on means no acronyms.
bool is_shouted(std::string_view text) {
    bool long_word = false;
    for (const Word& word : split_words(text)) {
        if (word.pair) continue;
        if (!word.capitals && word.text.size() > 1) return false;
        long_word = long_word || (word.text.size() > 6 && synonyms_of(stem(word.text)).empty());
    }
    return long_word;
}

bool is_filter_name(std::string_view name) {
    return name.size() >= 2 && name.size() <= 12 && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

class Parser {
  public:
    Parser(std::string_view text, const Asker& asker) : asker_(asker) {
        query_.text = with_plain_quotes(base::clean_line(text));
        if (base::length(query_.text) > longest_query) {
            query_.text = base::truncate(query_.text, longest_query);
            query_.notes.push_back("Only the first 500 characters were searched.");
        }
        shouted_ = is_shouted(query_.text);
    }

    Query parse() {
        while (at_ < query_.text.size()) {
            if (query_.text[at_] == ' ')
                ++at_;
            else
                read_operand();
        }
        return std::move(query_);
    }

  private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(query_.text).substr(at_); }

    /// Up to the next blank or quotation mark; "L & A" is one.
    std::string_view read_chunk() {
        auto chunk = rest().substr(0, rest().find_first_of(" \""));
        if (rest().substr(chunk.size()).starts_with(" & ")) {
            const std::size_t behind = chunk.size() + 4;
            const auto words = split_words(rest().substr(0, behind + 4)); // with the character behind
            if (std::ranges::any_of(
                    words, [&](const Word& word) { return word.begin < chunk.size() && word.end == behind; }))
                chunk = rest().substr(0, behind);
        }
        at_ += chunk.size();
        return chunk;
    }

    /// The text between quotation marks; one that is not closed goes to the end.
    std::string_view read_quoted() {
        ++at_;
        const auto quoted = rest().substr(0, rest().find('"'));
        at_ += std::min(quoted.size() + 1, rest().size());
        return quoted;
    }

    void read_operand() {
        const bool negated = rest().size() > 1 && rest()[0] == '-' && rest()[1] != ' ' && rest()[1] != '-';
        if (negated) ++at_;
        if (rest()[0] == '"') {
            take_phrase(read_quoted(), negated);
            return;
        }
        const auto chunk = read_chunk();
        if (chunk == "OR" && !query_.groups.empty()) {
            or_waits_ = true;
            return;
        }
        if (!read_as_filter(chunk, negated)) take_words(chunk, negated);
    }

    /// Whether the chunk was a filter and is done with.
    bool read_as_filter(std::string_view chunk, bool negated) {
        const std::size_t colon = chunk.find(':');
        if (colon == std::string_view::npos || !is_filter_name(chunk.substr(0, colon))) return false;
        const auto name = chunk.substr(0, colon);
        auto value = chunk.substr(colon + 1);
        const std::size_t before_value = at_;
        if (value.empty() && rest().starts_with('"')) value = read_quoted();
        const Reading reading = read_filter(query_, name, value, negated, asker_);
        if (reading == Reading::understood) return true;
        at_ = before_value; // a quoted value is then a phrase
        if (reading == Reading::not_a_filter && !value.empty() && !value.starts_with('/'))
            query_.notes.push_back(
                "There is no filter \"" + std::string(name) +
                ":\", so it was searched as words. Filters are in:, kind:, tag:, author:, state:, "
                "before:, after: and is:.");
        return false;
    }

    void take_phrase(std::string_view text, bool negated) {
        Term term;
        term.quoted = true;
        for (const Word& word : split_words(text))
            term.stems.push_back(stem(word.text));
        if (!term.stems.empty()) add({{std::move(term)}}, negated);
    }

    void take_words(std::string_view chunk, bool negated) {
        const bool open = chunk.ends_with('*');
        const auto words = split_words(chunk);
        for (std::size_t at = 0; at < words.size();) {
            std::size_t end = at + 1;
            while (end < words.size() && words[end - 1].hyphen)
                ++end;
            const bool open_here = open && end == words.size();
            const auto part = std::span(words).subspan(at, end - at);
            add(part.size() == 1 ? one_word(part[0], open_here) : hyphened(part), negated);
            at = end;
        }
    }

    [[nodiscard]] Group one_word(const Word& word, bool open) const {
        Term term{{stem(word.text)}, word.text};
        // A single sign of a script without blanks stands at the beginning of the pairs that hold it.
        const bool single_sign = word.pair && base::length(word.text) == 1;
        term.open = open || single_sign;
        if (!shouted_ && !open && word.capitals && is_acronym_in_capitals_only(word.text)) {
            term.stems = {"caps_" + word.text};
            term.acronym = true;
            return {{term}};
        }
        return {{term}, !open && is_stop_word(word.text)};
    }

    /// "drop-box": two words in a row, or one.
    static Group hyphened(std::span<const Word> words) {
        Term row;
        Term joined;
        for (const Word& word : words) {
            row.stems.push_back(stem(word.text));
            joined.word += word.text;
        }
        joined.stems = {stem(joined.word)};
        return {{row, joined}};
    }

    void add(Group group, bool negated) {
        if (negated) {
            if (query_.without.size() < most_groups)
                query_.without.insert(query_.without.end(), group.terms.begin(), group.terms.end());
        } else if (or_waits_) {
            auto& last = query_.groups.back();
            last.terms.insert(last.terms.end(), group.terms.begin(), group.terms.end());
            last.stop = last.stop && group.stop;
        } else if (query_.groups.size() < most_groups) {
            query_.groups.push_back(std::move(group));
        }
        or_waits_ = false;
    }

    const Asker& asker_;
    Query query_;
    std::size_t at_ = 0;
    bool or_waits_ = false;
    bool shouted_ = false;
};

} // namespace

bool Query::is_empty() const {
    return groups.empty() && without.empty() && filters.kinds.empty() && filters.marks.empty() &&
           filters.without.empty() && !filters.from && !filters.until;
}

Query parse(std::string_view text, const Asker& asker) {
    return Parser(text, asker).parse();
}

} // namespace search
