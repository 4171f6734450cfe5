#include "search/results_view.hpp"
#include "site/parts.hpp"

#include <array>

namespace search {
namespace {

using html::Writer;

struct Operator {
    std::string_view write;
    std::string_view finds;
};

constexpr auto operators = std::to_array<Operator>({
    {"drop box seals", "texts that hold all three words; where none does, any of them"},
    {"\"chain of custody\"", "exactly these words in a row"},
    {"signature -cure", "texts on signatures that do not speak of curing"},
    {"canvass OR recount", "either word; OR in capitals"},
    {"certif*", "every word that begins so: certify, certificate, certification"},
    {"in:poll-workers", "one category of the forum or one practice area"},
    {"kind:page", "one kind: question, discussion, story, announcement, answer, page, proposal, standard"},
    {"tag:drop-box", "what carries that tag"},
    {"author:noor-haddad", "what that member wrote; author:me is what you wrote"},
    {"state:OH", "what offices of that state wrote"},
    {"is:unanswered", "open questions; also is:answered and is:accepted"},
    {"after:2027-03-01", "since that day; before: is until that day; after:30d is the last 30 days"},
});

} // namespace

void start_view(Writer& w) {
    parts::page_head(w, "Search", "One box over questions, answers, practice pages and standards.");
    w.put<
        "<div class=\"narrow stack\"><p>Type what you need in your own words into the box at the top. Terms of the "
        "trade find each other: <a href=\"/search?q=VBM\">VBM</a> finds vote by mail, and "
        "<a href=\"/search?q=L%26A\">L&amp;A</a> finds logic and accuracy.</p>"
        "<p><a href=\"/search/help\">How to search</a> says how to narrow a search.</p></div>">();
}

void help_view(Writer& w) {
    parts::page_head(w, "How to search",
                     "Plain words are enough. These signs make a search narrower, and can be combined.");
    w.put<
        "<div class=\"stack text-wide\"><div class=\"data-frame\" tabindex=\"0\" role=\"region\" "
        "aria-labelledby=\"operators\"><table class=\"data\"><caption id=\"operators\">What to write</caption>"
        "<thead><tr><th scope=\"col\">Write</th><th scope=\"col\">Finds</th></tr></thead><tbody>">();
    for (const auto& [write, finds] : operators)
        w.put<"<tr><th scope=\"row\"><a href=\"{}\"><code>{}</code></a></th><td>{}</td></tr>">(
            html::link<"/search?q={}">(write), write, finds);
    w.put<
        "</tbody></table></div><h2>Good to know</h2><ul>"
        "<li>Word endings, capitals and accents make no difference: <q>sealing</q> finds <q>seals</q>.</li>"
        "<li>Abbreviations and other names are found, too: <q>EPB</q>, <q>e-pollbook</q> and <q>electronic poll "
        "book</q> are one.</li>"
        "<li>SAVE, ERIC, VIP and other abbreviations that are ordinary words as well mean the abbreviation when you "
        "write them in capitals.</li>"
        "<li>Put words between quotation marks to find exactly these, without other names for them.</li>"
        "</ul></div>">();
}

} // namespace search
