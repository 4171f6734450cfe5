// The pages of search as HTML.
#pragma once

#include "search/asked.hpp"
#include "server/html/writer.hpp"

#include <optional>

namespace search {

/// A kind as people say it: "Question"; of several: "Questions".
std::string_view kind_words(Kind kind);
std::string_view kind_words_plural(Kind kind);
/// The slug of a category or area as words: "Poll workers".
std::string place_words(std::string_view slug);

/// The snippet's words with what was found in <mark>.
void snippet_html(html::Writer& w, const Snippet& snippet);

void results_view(html::Writer& w, const site::Context& c, const Asked& asked, const Results& results);
/// Before anything is asked.
void start_view(html::Writer& w);
void help_view(html::Writer& w);

} // namespace search
