#include "standards/ballots/opened_record.hpp"
#include "standards/ballots/record_shape.hpp"

namespace standards {
namespace {

namespace json = boost::json;

std::string seat_text(std::int64_t seat) {
    return "Seat " + std::to_string(seat);
}

/// Whether a vote stands after the one before it: by seat, or by tracker.
std::optional<std::string> fault_of_order(Secrecy secrecy, const json::value& before,
                                          const json::value& vote) {
    if (secrecy == Secrecy::open) {
        const auto last = number_of(before, "seat"), seat = number_of(vote, "seat");
        if (seat == last) return seat_text(seat) + " stands twice.";
        if (seat < last) return seat_text(seat) + " stands after seat " + std::to_string(last) + ".";
        return std::nullopt;
    }
    const auto last = text_of(before, "tracker"), tracker = text_of(vote, "tracker");
    if (tracker == last) return "Tracker " + tracker + " stands twice.";
    if (tracker < last) return "Tracker " + tracker + " stands after tracker " + last + ".";
    return std::nullopt;
}

/// An open vote against the electorate and against the last act of its seat.
std::optional<std::string> fault_of_seat(const OpenedRecord& record, const History& history,
                                         const json::value& vote) {
    const auto seat = number_of(vote, "seat");
    if (!record.seats.contains(seat)) return seat_text(seat) + " is not in the electorate.";
    const auto last = history.last_of_seat.find(seat);
    if (last == history.last_of_seat.end()) return seat_text(seat) + " did not take part.";
    if (last->second.by != text_of(vote, "by") || base::iso_time(last->second.at) != text_of(vote, "at"))
        return seat_text(seat) + " voted last by " + last->second.by + " at " +
               base::iso_time(last->second.at) + ".";
    return std::nullopt;
}

Choice choice_of(const json::value& vote) {
    return *base::parse_enum<Choice>(text_of(vote, "choice"));
}

std::optional<std::string> fault_of_vote(const OpenedRecord& record, const History& history,
                                         std::size_t index) {
    const auto& votes = record.list("votes");
    const auto& vote = votes[index];
    const auto secrecy = record.terms.secrecy;
    if (index > 0)
        if (auto fault = fault_of_order(secrecy, votes[index - 1], vote)) return fault;
    if (secrecy == Secrecy::open)
        if (auto fault = fault_of_seat(record, history, vote)) return fault;
    if (needs_reason(choice_of(vote)) && text_of(vote, "reason").empty()) return "Its reason is missing.";
    const auto& entry = record.ledger[history.entered];
    const auto& entered = entry.body.at("votes").get_array();
    if (index >= entered.size() || vote != entered[index])
        return "It is not the vote that ledger entry " + std::to_string(entry.sequence) + " entered here.";
    return std::nullopt;
}

/// Every seat that took part has its vote.
std::optional<Fault> check_participation(const OpenedRecord& record, const History& history) {
    const auto& votes = record.list("votes");
    if (record.terms.secrecy == Secrecy::secret) {
        if (votes.size() == history.last_of_seat.size()) return std::nullopt;
        return Fault{"/votes", std::to_string(history.last_of_seat.size()) + " seats took part; " +
                                   std::to_string(votes.size()) + " votes stand here."};
    }
    // Both ascend by seat, and every vote's seat took part.
    std::size_t index = 0;
    for (const auto& [seat, cast] : history.last_of_seat) {
        if (index >= votes.size() || number_of(votes[index], "seat") != seat)
            return Fault{"/votes", seat_text(seat) + " took part and has no vote."};
        ++index;
    }
    return std::nullopt;
}

} // namespace

std::optional<Fault> check_votes(const OpenedRecord& record, const History& history) {
    const auto& votes = record.list("votes");
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const auto place = place_of("votes", i);
        if (auto fault = check_vote(record.terms.secrecy, votes[i], place)) return fault;
        if (auto sentence = fault_of_vote(record, history, i)) return Fault{place, *std::move(sentence)};
    }
    const auto& entry = record.ledger[history.entered];
    const auto entered = entry.body.at("votes").get_array().size();
    if (votes.size() < entered)
        return Fault{"/votes", "Ledger entry " + std::to_string(entry.sequence) + " entered " +
                                   std::to_string(entered) + " votes; " + std::to_string(votes.size()) +
                                   " stand here."};
    return check_participation(record, history);
}

std::optional<Fault> check_result(const OpenedRecord& record, const History& history, Result& result) {
    std::vector<Choice> choices;
    for (const auto& vote : record.list("votes"))
        choices.push_back(choice_of(vote));
    result = tally(static_cast<std::int64_t>(record.seats.size()), record.terms.rule, choices);
    const auto counted = to_json(result);
    const auto sentence = "The recount gives another result: " + words(result);
    if (record.file.at("result") != counted) return Fault{"/result", sentence};
    if (record.ledger[history.declared].body.at("result") != counted)
        return Fault{place_of("ledger", history.declared), sentence};
    return std::nullopt;
}

std::optional<Fault> check_certification(const OpenedRecord& record, const History& history) {
    const auto& given = record.list("certification");
    const auto total = history.certified.size();
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (i >= total) return Fault{place_of("certification", i), "The ledger has no such certification."};
        const auto& entry = record.ledger[history.certified[i]];
        if (text_of(given[i], "by") != entry.actor || text_of(given[i], "at") != base::iso_time(entry.at))
            return Fault{place_of("certification", i), "It is not the certification of ledger entry " +
                                                           std::to_string(entry.sequence) + "."};
    }
    if (given.size() < total) return Fault{"/certification", "A certification of the ledger is missing."};
    if (total < 2)
        return Fault{"/certification", "Two people must certify; " + std::to_string(total) + " did."};
    return std::nullopt;
}

} // namespace standards
