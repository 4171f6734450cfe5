// A proposal's rendered text taken apart at its clauses, so that each can stand with its comments.
#pragma once

#include "standards/proposals/proposal_text.hpp"

#include <string>
#include <vector>

namespace standards {

struct ClauseHtml {
    std::string id;
    std::string heading; // what stands inside its heading
    std::string body;
};

struct ProposalHtml {
    std::string statement;
    std::vector<ClauseHtml> clauses;
    std::string rest; // why it matters, evidence, footnotes
};

/// `html` is what revisions::rendered gives for the text. What is not found at its place stays where it is:
/// no word is lost.
ProposalHtml take_apart(const std::string& html, const ProposalText& text);

} // namespace standards
