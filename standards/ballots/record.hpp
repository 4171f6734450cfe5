// The public record of a ballot: one JSON file that holds all that somebody needs to count again and to check
// that nothing was changed afterwards. docs/recount.md specifies it; verify.hpp checks it. Here is how the
// program makes one: the bodies of the ledger's entries, as the acts happen, and at the end the whole file.
#pragma once

#include "standards/ballots/tally.hpp"
#include "standards/ledger.hpp"

#include <boost/json/array.hpp>

#include <vector>

namespace standards {

/// The acts on a ballot that the record's checks know; a ledger may hold others.
enum class BallotAct {
    ballot_opened,
    vote_cast,      // open ballot: a seat's first vote
    vote_changed,   // open ballot: it voted again
    seat_took_part, // secret ballot: said once, whatever was voted and however often
    votes_entered,  // by the program, as of the closing time, all at once
    result_declared,
    result_certified,
    ballot_voided,
};
constexpr auto enum_names(BallotAct) {
    return std::array<std::string_view, 8>{"ballot_opened",    "vote_cast",     "vote_changed",
                                           "seat_took_part",   "votes_entered", "result_declared",
                                           "result_certified", "ballot_voided"};
}

enum class Secrecy { open, secret };
constexpr auto enum_names(Secrecy) {
    return std::array<std::string_view, 2>{"open", "secret"};
}

struct Proposed {
    std::int64_t number = 0;
    std::string title;
    std::vector<std::string> proposers{}; // handles: whoever is or was an author of it
};

/// What is voted on. Its SHA-256 is fixed at the opening.
struct BallotText {
    std::int64_t revision = 0;
    std::string content;
};

struct Terms {
    Secrecy secrecy = Secrecy::open;
    base::Time opens;
    base::Time closes; // the first second in which no vote is taken
    Rule rule;
};

/// One voice: a Center, or a member.
struct Seat {
    std::int64_t seat = 0; // numbers the seats of one ballot, ascending in the electorate
    std::string name;
};

/// What a seat of an open ballot voted last, in the order of the seats.
struct OpenVote {
    std::int64_t seat = 0;
    std::string by; // the handle of who cast it
    base::Time at;
    Choice choice = Choice::approve;
    std::string reason; // or the comments of an approval; empty where there is none
};

/// A vote of a secret ballot, in the order of the trackers: 32 lower-case hexadecimal digits that only the
/// voter knows as theirs. Without a time and without a name.
struct SecretVote {
    std::string tracker;
    Choice choice = Choice::approve;
    std::string reason;
};

struct Record {
    Proposed proposal;
    BallotText text;
    std::int64_t ballot = 0; // its number
    Terms terms;
    std::vector<Seat> electorate;
    std::vector<Entry> ledger;        // of the proposal, from its first entry
    std::vector<OpenVote> open_votes; // one of the two is empty
    std::vector<SecretVote> secret_votes;
};

/// The bodies of the ballot's entries in the ledger.
boost::json::object opening_body(const Record& record);
boost::json::object vote_body(std::int64_t ballot,
                              std::int64_t seat); // vote_cast, vote_changed, seat_took_part
boost::json::object votes_body(const Record& record);
boost::json::object result_body(const Record& record);
/// `result` is the hash of the entry that declared it.
boost::json::object certification_body(std::int64_t ballot, std::string_view result);
boost::json::object voiding_body(std::int64_t ballot, std::string_view reason);

Result tally(const Record& record);
boost::json::object to_json(const Result& result);
boost::json::object to_json(const Rule& rule);

/// The file: canonical JSON and one line feed. Who certified is taken from the ledger.
std::string write_record(const Record& record);

} // namespace standards
