// The SQL of the ledger: rows are added behind the last one and read in order, and never change.
#pragma once

#include "standards/ledger.hpp"
#include "standards/model.hpp"
#include "store/writer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace standards {

/// Adds an act to the proposal's ledger and gives its entry. A time before that of the last entry (two
/// requests that came at once) counts as that time. While a proposal's stage is `ballot`, only ballots/ may
/// call this, after it has settled what is due: entries of the program carry the closing time.
Entry enter(store::Writer& db, ProposalId proposal, base::Time at, std::string_view kind,
            std::string_view actor, boost::json::object body);

/// All of a proposal, from the first entry.
std::vector<Entry> ledger_of(store::Reader& db, ProposalId proposal);

/// What is wrong in the ledgers, one sentence each; empty is good.
std::vector<std::string> check_ledgers(store::Reader& db);

} // namespace standards
