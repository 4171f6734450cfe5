// Words of the trade that mean the same: VBM and vote by mail, canvas and canvass. The list itself, for
// anybody to edit, is synonym_list.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// The list's lines: "a = b = c > d" where a, b and c find each other and each of them finds d.
std::string_view synonym_lines();
/// Acronyms that are ordinary words, too ("SAVE"): they mean the acronym only when written in capitals;
/// folded.
bool is_acronym_in_capitals_only(std::string_view folded);

/// What else a term finds, each as its stemmed words parted by blanks. `term` is stemmed words parted by
/// blanks; an acronym that counts in capitals only is written "caps_save", here and in what comes out.
std::span<const std::string> synonyms_of(std::string_view term);
/// The most words that a term of the list has.
std::size_t longest_term();

} // namespace search
