#include "search/indexed_text.hpp"

#include "base/text.hpp"
#include "search/months.hpp"
#include "search/stem.hpp"
#include "search/synonyms.hpp"
#include "search/words.hpp"

#include <algorithm>
#include <set>

namespace search {
namespace {

void append(std::string& out, std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word;
}

/// A word worth proposing to somebody who mistyped it.
bool is_vocabulary(const Word& word) {
    return !word.pair && word.text.size() >= 3 && word.text.size() <= 24 &&
           std::none_of(word.text.begin(), word.text.end(),
                        [](char c) { return (c >= '0' && c <= '9') || c == '&'; });
}

class Collector {
  public:
    /// Adds the words of `text` to the column, and to the forms and the vocabulary what follows from them.
    void add(std::string& column, std::string_view text) {
        const auto words = split_words(text);
        for (std::size_t at = 0; at < words.size(); ++at) {
            const Word& word = words[at];
            append(column, stem(word.text));
            if (is_vocabulary(word)) vocabulary_.insert(word.text);
            if (word.capitals && is_acronym_in_capitals_only(word.text)) forms_.insert("caps_" + word.text);
            if (word.last_pair) forms_.insert(last_character(word.text));
            if (word.hyphen) add_joined(words, at);
        }
    }

    [[nodiscard]] std::string forms() const {
        std::string out;
        for (const auto& form : forms_)
            append(out, form);
        return out;
    }
    [[nodiscard]] std::vector<std::string> vocabulary() const {
        return {vocabulary_.begin(), vocabulary_.end()};
    }

  private:
    static std::string last_character(const std::string& text) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            --at;
        return text.substr(at);
    }

    /// "drop-box" as one word, too; of "poll-worker-training" each two neighbours and the whole.
    void add_joined(const std::vector<Word>& words, std::size_t at) {
        if (at + 1 == words.size()) return;
        forms_.insert(stem(words[at].text + words[at + 1].text));
        if (at > 0 && words[at - 1].hyphen) return;
        std::string whole = words[at].text;
        for (std::size_t next = at; words[next].hyphen && next + 1 < words.size() && whole.size() < 60;)
            whole += words[++next].text;
        forms_.insert(stem(whole));
    }

    std::set<std::string> forms_;
    std::set<std::string> vocabulary_;
};

std::string marks_of(const Document& document) {
    std::string marks = mark("kind", base::enum_text(document.kind));
    append(marks, settled_mark(document.settled));
    if (!document.place.empty()) append(marks, mark("place", document.place));
    if (!document.author.empty()) append(marks, mark("author", document.author));
    if (!document.state.empty()) append(marks, mark("state", document.state));
    for (const auto& tag : document.tags)
        append(marks, mark("tag", tag));
    for (const auto& month : month_marks(document.at))
        append(marks, month);
    return marks;
}

} // namespace

std::string mark(std::string_view name, std::string_view value) {
    std::string out(name);
    out += '_';
    for (const char c : base::ascii_lower(value)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
        out += kept ? c : '_';
    }
    return out;
}

IndexedText indexed_text(const Document& document) {
    IndexedText made;
    Collector collector;
    collector.add(document.kind == Kind::answer ? made.thread : made.title, document.title);
    for (const auto& tag : document.tags)
        collector.add(made.tags, tag);
    for (const Passage& passage : document.passages) {
        collector.add(made.headings, passage.heading);
        collector.add(made.body, passage.text);
    }
    made.forms = collector.forms();
    made.words = collector.vocabulary();
    made.marks = marks_of(document);
    if (document.kind != Kind::answer)
        for (const Word& word : split_words(document.title))
            append(made.title_words, word.text);
    return made;
}

} // namespace search
