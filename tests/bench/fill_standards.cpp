#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "tests/bench/ground.hpp"

namespace bench {
namespace {

using namespace standards;
using namespace std::chrono_literals;

constexpr int clauses = 8;
constexpr int comments = 10;
constexpr auto whole_life = 60 * 24h; // of a proposal, from the idea to its certification

class Standards {
  public:
    explicit Standards(Ground& ground) : ground_(ground) {}

    /// The i-th of all proposals. The first ones are those that are measured and what is open now: however
    /// large an installation is, its people can only deal with so much at a time. What is over grows.
    void add(store::Writer& db, int i) {
        if (i < 4) return begin_and_consult(db, i);
        if (i < 8) return open_one(db, i);
        const auto times = std::chrono::duration_cast<std::chrono::seconds>(220 * 24h) * (i - 8) /
                           std::max(1, ground_.sizes.proposals - 8);
        at_ = ground_.begun + times;
        const auto proposal = propose(db, i);
        switch (i % 10) {
        case 0: return; // an idea
        case 1: return to_draft(db, proposal);
        case 2:
            return must(
                change_stage(db, ground_.steward, proposal, {Stage::withdrawn, "No more needed."}, pass(1h)));
        default: break;
        }
        consult(db, proposal, comments);
        const auto electorate = i == 13 ? Electorate::members : Electorate::centers;
        const auto ballot =
            open(db, proposal, i % 2 == 0 ? Secrecy::secret : Secrecy::open, electorate, 240h);
        const bool passes = i % 10 != 3 || i == 13;
        vote(db, ballot, electorate, passes);
        settle_due(db, keys_, pass(250h));
        destroy_spent_keys(db, keys_);
        if (i == 14) return; // waits for its certification
        must(certify(db, ground_.steward, ballot, pass(1h)));
        must(certify(db, ground_.other_steward, ballot, pass(1h)));
        if (passes) adopt_by_many(db, proposal);
    }

  private:
    static constexpr Rule rule{{1, 4, Boundary::at_least}, {2, 3, Boundary::at_least}};

    base::Time pass(std::chrono::seconds time) { return at_ += time; }
    site::Viewer& person() { return ground_.people[static_cast<std::size_t>(who_(ground_.source))]; }

    std::string text() {
        std::string text = words_(20) + "\n\n## Clauses\n\n";
        for (int clause = 1; clause <= clauses; ++clause)
            text += "### " + words_(8) + " {#c" + std::to_string(clause) + "}\n\n" + words_(40) + "\n\n";
        return text + "## Why it matters\n\n" + words_(60) + "\n\n## Evidence\n\n- [[bench-page]]\n";
    }

    ProposalId propose(store::Writer& db, int i) {
        const auto author = i < 8 ? ground_.people[0] : person();
        return must(standards::propose(db, author, {words_(5) + " " + std::to_string(i), text()}, at_));
    }

    void to_draft(store::Writer& db, ProposalId proposal) {
        for (std::size_t i = 1; i <= 4; ++i)
            must(endorse(db, ground_.delegates[i], proposal, pass(1h)));
        must(change_stage(db, ground_.steward, proposal, {Stage::draft, "Four Centers want it."}, pass(1h)));
        for (int revision = 1; revision <= 2; ++revision) {
            const auto title = find_proposal(db, proposal)->title;
            must(
                save_proposal(db, ground_.steward, proposal, revision, {title, text(), words_(4)}, pass(1h)));
        }
    }

    /// Leaves comments open where it goes on.
    void consult(store::Writer& db, ProposalId proposal, int count, std::chrono::hours length = 480h) {
        to_draft(db, proposal);
        must(change_stage(db, ground_.steward, proposal,
                          {Stage::consultation, "The text is stable.", at_ + length}, pass(1h)));
        const bool over = at_ + length < ground_.now;
        for (int i = 0; i < count; ++i) {
            const auto clause = "c" + std::to_string(1 + i % clauses);
            const auto made = must(comment(db, person(), proposal, {clause, 3, words_(50)}, pass(60s)));
            if (over || i % 3 > 0)
                must(dispose(db, ground_.steward, made, Disposition::declined, words_(12), false, pass(60s)));
        }
        if (over) at_ += length;
    }

    BallotId open(store::Writer& db, ProposalId proposal, Secrecy secrecy, Electorate electorate,
                  std::chrono::hours length) {
        const Opening opening{electorate, secrecy, rule, at_ + length, find_proposal(db, proposal)->revision};
        const auto at = pass(60s);
        return must(open_ballot(db, keys_, base::system_random(), ground_.steward, proposal, opening, at));
    }

    void vote(store::Writer& db, BallotId ballot, Electorate electorate, bool passes) {
        const auto& voters = electorate == Electorate::centers ? ground_.delegates : ground_.people;
        for (std::size_t i = 1; i < voters.size(); ++i) {
            if (i % 5 == 0) continue;
            const bool with = (i % 7 != 0) == passes;
            const Vote vote = with ? Vote{Choice::approve} : Vote{Choice::decline, words_(12)};
            must(cast_vote(db, keys_, base::system_random(), voters[i], ballot, vote, pass(2s)));
        }
    }

    void begin_and_consult(store::Writer& db, int i) {
        at_ = ground_.now - 20 * 24h;
        const auto proposal = propose(db, i);
        if (i == 1) return to_draft(db, proposal);
        if (i > 1) consult(db, proposal, i == 2 ? ground_.sizes.long_consultation : comments, 2'000h);
    }

    void open_one(store::Writer& db, int i) {
        at_ = ground_.now - whole_life;
        const auto proposal = propose(db, i);
        consult(db, proposal, comments);
        if (i == 7) return; // a ballot can be opened
        at_ = ground_.now - 3 * 24h;
        const auto electorate = i == 6 ? Electorate::members : Electorate::centers;
        const auto ballot = open(db, proposal, i == 5 ? Secrecy::secret : Secrecy::open, electorate, 480h);
        vote(db, ballot, electorate, true);
    }

    void adopt_by_many(store::Writer& db, ProposalId proposal) {
        const auto number = number_of(db, proposal);
        constexpr std::array all{AdoptionStatus::met, AdoptionStatus::in_progress, AdoptionStatus::not_yet};
        for (std::size_t i = 0; i < ground_.delegates.size(); i += 3) {
            std::vector<ClauseAdoption> said;
            for (int clause = 1; clause <= clauses; ++clause)
                said.push_back(
                    {"c" + std::to_string(clause), all[static_cast<std::size_t>(ground_.below(3))]});
            must(adopt(db, ground_.delegates[i], number, said, i % 2 == 0, at_));
        }
    }

    static std::string number_of(store::Reader& db, ProposalId proposal) {
        return db.get<std::string, "SELECT s.number FROM standard_versions v "
                                   "JOIN standards s ON s.id = v.standard_id WHERE v.proposal_id = ?">(
            proposal);
    }

    Ground& ground_;
    BallotKeys keys_{ground_.database.file()};
    Words words_{2029};
    Zipf who_{ground_.sizes.members, 10};
    base::Time at_{};
};

} // namespace

void add_standards(Ground& ground) {
    Standards standards(ground);
    // Those that are over first: closing what is due must not meet what is open now.
    for (int i = 8; i < ground.sizes.proposals; ++i)
        ground.database.write([&](store::Writer& db) { standards.add(db, i); });
    for (int i = 0; i < 8; ++i)
        ground.database.write([&](store::Writer& db) { standards.add(db, i); });
}

} // namespace bench
