// Puts a question-and-answer site into the forum: every question with its versions, answers, comments and
// what was accepted, under the names of their authors, who have no account here.
#pragma once

#include "app/import/qa_site.hpp"
#include "store/database.hpp"

namespace app {

struct ImportedSite {
    std::size_t threads = 0;
    std::size_t answers = 0;
    std::size_t comments = 0;
    std::size_t versions = 0; // of questions and answers
    std::size_t accepted = 0;
    std::size_t left_out = 0; // texts that were refused; each was named on standard error
};

/// The category that imported threads begin in; stewards move them on.
constexpr std::string_view category_of_imports = "office-management";

/// Nobody is told. Closed questions are locked.
ImportedSite import_qa_site(store::Database& database, const QaSite& site);

} // namespace app
