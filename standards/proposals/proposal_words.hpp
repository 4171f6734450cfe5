// The words that pages use for what the database calls by short names.
#pragma once

#include "site/parts/marks.hpp"
#include "standards/model.hpp"
#include "standards/proposals/proposal_text.hpp"

#include <string>
#include <string_view>

namespace standards {

/// "Idea", "Not adopted"
std::string_view words_for(Stage stage);
parts::Tone tone_of(Stage stage);
/// What it means that a proposal stands there, in a sentence.
std::string_view meaning_of(Stage stage);
/// "Accepted in part"
std::string_view words_for(Disposition disposition);
parts::Tone tone_of(Disposition disposition);

/// "Clause 2: The rule is in writing", by the place where it stands in this text; "The whole proposal" for
/// "";
/// "" where the text has it no more.
std::string clause_name(const ProposalText& text, std::string_view clause);

/// "Friday", with the exact time on hover and for machines.
void deadline(parts::Writer& w, const parts::Context& c, base::Time at);

} // namespace standards
