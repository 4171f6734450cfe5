// The public lists of hostile texts, read in place.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace attack {

using Texts = std::vector<std::string>;

/// Big List of Naughty Strings.
std::optional<Texts> naughty_strings();
/// Script injections: four lists in one.
std::optional<Texts> scripts();
/// SQL, path traversal, open redirects, CRLF, commands, templates; as bytes, not all of them UTF-8.
std::optional<Texts> injections();
/// Letters that look like ASCII, each as part of a word.
std::optional<Texts> lookalikes();
/// All four, one after the other.
std::optional<Texts> all_texts();

/// Every `step`th text, beginning with `first`: what a quick run takes of a long list.
Texts dealt(const Texts& texts, std::size_t first, std::size_t step);

/// Whether COHORT_ALL_TEXTS asks for the long form: every text through every field.
bool is_long();

} // namespace attack
