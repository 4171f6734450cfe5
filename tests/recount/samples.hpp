// Records made for tests: a ballot that is opened, voted in, closed and certified step by step, as the
// program does it; and tools to change a finished record, with or without making its chain anew.
#pragma once

#include "standards/ballots/verify.hpp"

#include <boost/json.hpp>

#include <map>

namespace samples {

/// A ballot from March 1, 2027, 09:00 on, open for a week, in a ledger that begins with an act of another
/// kind.
class Ballot {
  public:
    Ballot(standards::Secrecy secrecy, const standards::Rule& rule, std::int64_t seats);

    /// A vote of a seat, so many minutes after the one before; the last one of a seat counts.
    void vote(std::int64_t seat, standards::Choice choice, std::string reason = {}, int minutes = 7);
    /// Enters the votes, declares the result, and lets these people certify it an hour later.
    void close(const std::vector<std::string>& certifiers = {"linh-tran", "jose-pena"});
    void add(std::string kind, std::string actor, boost::json::object body, int minutes = 1);

    [[nodiscard]] std::string text() const { return standards::write_record(record_); }
    [[nodiscard]] const standards::Record& record() const { return record_; }

  private:
    void enter(base::Time at, standards::BallotAct act, std::string actor, boost::json::object body);

    standards::Record record_;
    standards::Head head_;
    std::map<std::int64_t, standards::OpenVote> votes_;
};

/// A rule of at least a half of the seats, and this approval.
standards::Rule rule(standards::Preset preset);

/// Nine seats, votes of each kind, changes of mind, two certifiers, a voiding, and acts of another ballot and
/// of other kinds in between.
Ballot full(standards::Secrecy secrecy);

boost::json::object parsed(const std::string& record);
std::string text(const boost::json::object& record);
/// Makes numbers, hashes, head and certified hash anew, as somebody would who wants to hide a change.
void rehash(boost::json::object& record);
/// What the program says about it.
std::string verdict(const std::string& record);

} // namespace samples
