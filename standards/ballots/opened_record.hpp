// A record as its checks read it: of the right shape, its parts at hand. Internal to verify.
#pragma once

#include "standards/ballots/verify.hpp"

#include <boost/json.hpp>

#include <map>
#include <set>

namespace standards {

/// What was fixed before the first vote, and the whole file beside it.
struct OpenedRecord {
    const boost::json::object& file;
    std::int64_t ballot = 0;
    Terms terms;
    std::set<std::int64_t> seats;
    std::vector<Entry> ledger;

    /// The record must have passed check_shape.
    explicit OpenedRecord(const boost::json::object& record);

    [[nodiscard]] const boost::json::array& list(std::string_view member) const {
        return file.at(member).get_array();
    }
};

/// What the ledger says about the ballot after its opening.
struct History {
    struct Cast {
        std::string by;
        base::Time at;
    };
    std::map<std::int64_t, Cast> last_of_seat; // who took part, and when last
    std::size_t entered = 0;                   // places in the ledger
    std::size_t declared = 0;
    std::vector<std::size_t> certified;
    std::vector<std::string> voided;
};

/// "/ledger/5"
inline std::string place_of(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
}
/// A member that is known to be a text, a number.
inline std::string text_of(const boost::json::value& object, std::string_view member) {
    return std::string(object.get_object().at(member).get_string());
}
inline std::int64_t number_of(const boost::json::value& object, std::string_view member) {
    return object.get_object().at(member).get_int64();
}

/// The chain, and the bodies of the entries.
std::optional<Fault> check_ledger(const OpenedRecord& record);
/// Times, rule, text, electorate and zero report, each by itself.
std::optional<Fault> check_opening(const OpenedRecord& record);
/// The acts on this ballot, one after the other.
std::optional<Fault> check_history(const OpenedRecord& record, History& history);
std::optional<Fault> check_votes(const OpenedRecord& record, const History& history);
/// The declared result against the recount, which is written to `result`.
std::optional<Fault> check_result(const OpenedRecord& record, const History& history, Result& result);
std::optional<Fault> check_certification(const OpenedRecord& record, const History& history);

} // namespace standards
