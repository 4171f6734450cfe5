// A ballot put together from the tables, as its entries in the ledger and its record write it.
#pragma once

#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"

namespace standards {

/// What is voted on: the title, a line feed, and the text, as SHA-256 is taken of them everywhere here.
std::string ballot_content(const revisions::Revision& revision);

/// Number, terms and electorate; and the votes where they have entered.
Record read_votes(store::Reader& db, const Ballot& ballot);

/// Who proposed what is voted on, as the opening fixed it: handles.
std::vector<std::string> proposers_of(store::Reader& db, const Ballot& ballot);

} // namespace standards
