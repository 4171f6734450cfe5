// What the page of a ballot shows, read once.
#pragma once

#include "site/parts.hpp"
#include "standards/ballots/ballot_store.hpp"
#include "standards/register/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace standards {

struct BallotPage {
    Ballot ballot;
    std::optional<OwnVote> own{};
    std::vector<std::string> took_part{}; // names of seats; of which nothing else is known while it is open
    std::optional<Result> result{};
    Record votes{}; // empty until the close
    std::vector<Person> certifiers{};
    std::optional<StandardVersion> standard{}; // that it made
    bool may_certify = false;
    bool may_void = false;
    parts::State form{}; // of the vote
};

/// `form` with the own vote so far.
BallotPage read_ballot_page(site::Context& c, Ballot ballot);
server::Response show_ballot_page(site::Context& c, const BallotPage& page, int status = 200);

/// What stands beside the ballot: its terms.
void ballot_aside(html::Writer& w, const site::Context& c, const BallotPage& page);
/// The form, for who has a seat while it is open.
void vote_view(html::Writer& w, const site::Context& c, const BallotPage& page);
/// Result, certification and votes of a settled ballot.
void result_view(html::Writer& w, const site::Context& c, const BallotPage& page);

} // namespace standards
