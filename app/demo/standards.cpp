#include "app/demo/standards.hpp"

#include "app/blocks.hpp"
#include "app/demo/days.hpp"
#include "app/toml_table.hpp"
#include "base/text.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"

#include <algorithm>
#include <stdexcept>

namespace app {
namespace {

using standards::ProposalId;

template <class T> T must(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().detail);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

template <class Enum> Enum named(const TomlTable& header, std::string_view key) {
    const auto found = base::parse_enum<Enum>(header.text(key));
    if (!found) header.refuse("«" + header.text(key) + "» is no " + std::string(key));
    return *found;
}

/// "2/3" of the seats, at least.
standards::Threshold quorum_of(const TomlTable& header) {
    const auto text = header.text("quorum");
    const auto parts = base::split(text, '/');
    const auto numerator = base::parse_int(parts.front());
    const auto denominator = base::parse_int(parts.back());
    if (parts.size() != 2 || !numerator || !denominator) header.refuse("the quorum must be like 2/3");
    return {*numerator, *denominator, standards::Boundary::at_least};
}

/// What all files share.
struct Loading {
    store::Writer& db;
    const People& people;
    const standards::BallotKeys& keys;
    const base::Random& random;
    base::Time now;
};

/// Loads one file: the proposal of its first block, then what becomes of it.
class StandardFile {
  public:
    explicit StandardFile(Loading& loading) : all_(loading) {}

    void load(const std::filesystem::path& file) {
        for (const auto& block : read_blocks(read_file(file))) {
            const auto where = file.string() + ":" + std::to_string(block.line);
            const TomlTable header(block.header, where);
            at_ = days_before(all_.now, header.number("days_ago"));
            standards::settle_due(all_.db, all_.keys, at_); // time goes by in this file
            try {
                if (!proposal_)
                    propose(header, block.text);
                else
                    act(header, block.text);
            } catch (const std::runtime_error& error) {
                throw std::runtime_error(where + ": " + error.what());
            }
        }
    }

  private:
    [[nodiscard]] const site::Viewer& author(const TomlTable& header) const {
        return all_.people.viewer(header.text("author"));
    }

    void propose(const TomlTable& header, const std::string& text) {
        title_ = header.text("title");
        standards::NewProposal proposal{title_, text, header.text_or("summary", "")};
        proposal_ = must(standards::propose(all_.db, author(header), proposal, at_));
    }

    void act(const TomlTable& header, const std::string& text) {
        const auto what = header.text("act");
        if (what == "edit") return edit(header, text);
        if (what == "revise") return revise(header);
        if (what == "endorse") return endorse(header);
        if (what == "stage") return stage(header, text);
        if (what == "comment") return comment(header, text);
        if (what == "answer") return dispose(header, text);
        if (what == "ballot") return open_ballot(header);
        if (what == "votes") return vote(header);
        if (what == "certify") return certify(header);
        if (what == "adoption") return adopt(header);
        header.refuse("there is no act «" + what + "»");
    }

    void edit(const TomlTable& header, const std::string& text) {
        title_ = header.text_or("title", title_);
        const auto base = standards::find_proposal(all_.db, proposal_)->revision;
        must(standards::save_proposal(all_.db, author(header), proposal_, base,
                                      {title_, text, header.text("summary")}, at_));
    }

    /// The file goes on with the new version.
    void revise(const TomlTable& header) {
        proposal_ = must(standards::revise_standard(all_.db, author(header), number(), at_));
        comments_.clear();
    }

    void endorse(const TomlTable& header) {
        for (const auto& handle : header.list("by"))
            must(standards::endorse(all_.db, all_.people.viewer(handle), proposal_, at_));
    }

    void stage(const TomlTable& header, const std::string& reason) {
        standards::StageChange change{named<standards::Stage>(header, "to"), reason};
        if (const auto days = header.find_number("closes_days_ago"))
            change.consultation_closes = days_before(all_.now, *days);
        must(standards::change_stage(all_.db, author(header), proposal_, change, at_));
    }

    void comment(const TomlTable& header, const std::string& text) {
        const auto revision = standards::find_proposal(all_.db, proposal_)->revision;
        comments_.push_back(must(standards::comment(
            all_.db, author(header), proposal_,
            {header.text_or("clause", ""), revision, text, header.text_or("amendment", "")}, at_)));
    }

    void dispose(const TomlTable& header, const std::string& reason) {
        const auto place = static_cast<std::size_t>(header.number("comment"));
        if (place < 1 || place > comments_.size()) header.refuse("there is no such comment above");
        must(standards::dispose(all_.db, author(header), comments_[place - 1],
                                named<standards::Disposition>(header, "disposition"), reason,
                                header.flag("apply"), at_));
    }

    void open_ballot(const TomlTable& header) {
        standards::Opening opening;
        opening.electorate = named<standards::Electorate>(header, "electorate");
        opening.secrecy = named<standards::Secrecy>(header, "secrecy");
        opening.rule = {quorum_of(header),
                        standards::threshold(named<standards::Preset>(header, "approval"))};
        opening.closes = days_before(all_.now, header.number("closes_days_ago"));
        opening.revision = standards::find_proposal(all_.db, proposal_)->revision;
        ballot_ = must(
            standards::open_ballot(all_.db, all_.keys, all_.random, author(header), proposal_, opening, at_));
    }

    void vote(const TomlTable& header) {
        header.each("vote", [&](const TomlTable& row) {
            const auto at = days_before(all_.now, row.number("days_ago"));
            must(standards::cast_vote(
                all_.db, all_.keys, all_.random, all_.people.viewer(row.text("by")), ballot_,
                {named<standards::Choice>(row, "choice"), row.text_or("reason", "")}, at));
        });
    }

    void certify(const TomlTable& header) {
        for (const auto& handle : header.list("by"))
            must(standards::certify(all_.db, all_.people.viewer(handle), ballot_, at_));
    }

    void adopt(const TomlTable& header) {
        std::vector<standards::ClauseAdoption> clauses;
        header.each("clause", [&](const TomlTable& row) {
            clauses.push_back({row.text("id"), named<standards::AdoptionStatus>(row, "status"),
                               row.text_or("note", ""), row.text_or("evidence", "")});
        });
        must(standards::adopt(all_.db, author(header), number(), clauses, header.flag("shared"), at_));
    }

    /// The number that this proposal was adopted under.
    [[nodiscard]] std::string number() const {
        for (const auto& standard : standards::list_standards(all_.db))
            if (standard.proposal == proposal_) return standard.number;
        throw std::runtime_error("this proposal is not adopted");
    }

    Loading& all_;
    base::Time at_{};
    ProposalId proposal_{};
    standards::BallotId ballot_{};
    std::vector<standards::CommentId> comments_;
    std::string title_;
};

} // namespace

void load_standards(store::Writer& db, const std::filesystem::path& content, const People& people,
                    const standards::BallotKeys& keys, const base::Random& random, base::Time now) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(content / "standards"))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::ranges::sort(files);
    Loading loading{db, people, keys, random, now};
    for (const auto& file : files)
        StandardFile(loading).load(file);
}

} // namespace app
