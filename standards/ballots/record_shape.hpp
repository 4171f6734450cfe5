// Which members each object of a record has, and of which kind. After this check the rest may read a member
// without asking whether it is there.
#pragma once

#include "standards/ballots/verify.hpp"

#include <boost/json/value.hpp>

namespace standards {

/// Format and version, and the shape of everything but the bodies of ledger entries and the votes.
std::optional<Fault> check_shape(const boost::json::value& record);
/// The body of a ledger entry of that kind, at `place`.
std::optional<Fault> check_body(BallotAct act, const boost::json::value& body, const std::string& place);
std::optional<Fault> check_vote(Secrecy secrecy, const boost::json::value& vote, const std::string& place);

/// A time exactly as the program writes it, from 1970 to 9999: "2027-03-01T09:30:00Z".
std::optional<base::Time> parse_record_time(std::string_view text);

} // namespace standards
