#include "standards/ballots/opened_record.hpp"

#include <algorithm>

namespace standards {
namespace {

namespace json = boost::json;

/// Reads the acts on one ballot in their order and stops at the first that cannot be.
class Acts {
  public:
    Acts(const OpenedRecord& record, History& history) : record_(record), history_(history) {}

    std::optional<Fault> read() {
        for (index_ = 0; index_ < record_.ledger.size(); ++index_) {
            const auto act = base::parse_enum<BallotAct>(entry().kind);
            if (!act || entry().body.at("ballot") != json::value(record_.ballot)) continue;
            if (!may_stand_here(*act)) return fault("It cannot stand here.");
            if (auto found = read(*act)) return found;
        }
        if (phase_ != Phase::declared)
            return Fault{"/ledger", "The ledger ends before the result is declared."};
        return std::nullopt;
    }

  private:
    enum class Phase { before, open, entered, declared };

    [[nodiscard]] const Entry& entry() const { return record_.ledger[index_]; }

    [[nodiscard]] Fault fault(const std::string& sentence) const {
        return {place_of("ledger", index_),
                "Ledger entry " + std::to_string(entry().sequence) + ", " + entry().kind + ": " + sentence};
    }

    [[nodiscard]] bool may_stand_here(BallotAct act) const {
        const bool open = record_.terms.secrecy == Secrecy::open;
        switch (act) {
        case BallotAct::ballot_opened: return phase_ == Phase::before;
        case BallotAct::vote_cast:
        case BallotAct::vote_changed: return phase_ == Phase::open && open;
        case BallotAct::seat_took_part: return phase_ == Phase::open && !open;
        case BallotAct::votes_entered: return phase_ == Phase::open;
        case BallotAct::result_declared: return phase_ == Phase::entered;
        case BallotAct::result_certified:
        case BallotAct::ballot_voided: break;
        }
        return phase_ == Phase::declared;
    }

    std::optional<Fault> read(BallotAct act) {
        switch (act) {
        case BallotAct::ballot_opened: phase_ = Phase::open; return opened();
        case BallotAct::vote_cast:
        case BallotAct::vote_changed:
        case BallotAct::seat_took_part: return took_part(act);
        case BallotAct::votes_entered:
            phase_ = Phase::entered;
            history_.entered = index_;
            return by_program();
        case BallotAct::result_declared:
            phase_ = Phase::declared;
            history_.declared = index_;
            return by_program();
        case BallotAct::result_certified: return certified();
        case BallotAct::ballot_voided: break;
        }
        history_.voided.emplace_back(entry().body.at("reason").get_string());
        return std::nullopt;
    }

    std::optional<Fault> opened() const {
        const auto differs =
            " differs from what ledger entry " + std::to_string(entry().sequence) + " fixed.";
        if (record_.file.at("proposal") != entry().body.at("proposal"))
            return Fault{"/proposal", "The proposal" + differs};
        auto text = record_.file.at("text").get_object();
        text.erase("content");
        if (text != entry().body.at("text")) return Fault{"/text", "The text" + differs};
        if (record_.file.at("terms") != entry().body.at("terms"))
            return Fault{"/terms", "One of the terms" + differs};
        const auto& seats = record_.list("electorate");
        const auto& fixed = entry().body.at("electorate").get_array();
        for (std::size_t i = 0; i < seats.size(); ++i)
            if (i >= fixed.size() || seats[i] != fixed[i])
                return Fault{place_of("electorate", i), "The seat" + differs};
        if (seats.size() < fixed.size()) return Fault{"/electorate", "The number of seats" + differs};
        if (record_.file.at("zero_report") != entry().body.at("zero_report"))
            return Fault{"/zero_report", "The zero report" + differs};
        if (entry().at != record_.terms.opens) return fault("It is not of the opening time.");
        return std::nullopt;
    }

    std::optional<Fault> took_part(BallotAct act) {
        const auto seat = entry().body.at("seat").get_int64();
        const auto name = "Seat " + std::to_string(seat);
        if (entry().actor == program_actor) return fault("The program cannot vote.");
        if (!record_.seats.contains(seat)) return fault(name + " is not in the electorate.");
        if (entry().at < record_.terms.opens || entry().at >= record_.terms.closes)
            return fault("It is outside the time of the ballot.");
        const bool before = history_.last_of_seat.contains(seat);
        if (act == BallotAct::vote_changed && !before) return fault(name + " has no vote to change.");
        if (act != BallotAct::vote_changed && before) return fault(name + " took part before.");
        history_.last_of_seat[seat] = {entry().actor, entry().at};
        return std::nullopt;
    }

    std::optional<Fault> by_program() const {
        if (entry().actor != program_actor || entry().at != record_.terms.closes)
            return fault("It is not by the program as of the closing time.");
        return std::nullopt;
    }

    std::optional<Fault> certified() {
        const auto& by = entry().actor;
        if (std::string_view(entry().body.at("result").get_string()) !=
            record_.ledger[history_.declared].hash)
            return fault("It certifies another result.");
        if (by == program_actor) return fault("The program cannot certify.");
        const auto& proposers = record_.file.at("proposal").at("proposers").get_array();
        if (std::ranges::count(proposers, json::value(by)) > 0)
            return fault(by + " is a proposer and cannot certify.");
        for (const auto earlier : history_.certified)
            if (record_.ledger[earlier].actor == by) return fault(by + " certified before.");
        history_.certified.push_back(index_);
        return std::nullopt;
    }

    const OpenedRecord& record_;
    History& history_;
    Phase phase_ = Phase::before;
    std::size_t index_ = 0;
};

} // namespace

std::optional<Fault> check_history(const OpenedRecord& record, History& history) {
    return Acts(record, history).read();
}

} // namespace standards
