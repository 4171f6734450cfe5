#include "app/export/export_standards.hpp"

#include "app/blocks.hpp"
#include "app/export/ndjson_file.hpp"
#include "app/export/page_repository.hpp"
#include "app/import/front_matter.hpp"
#include "base/text.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <ranges>

namespace app {
namespace {

namespace json = boost::json;
using standards::Proposal;
using standards::StandardVersion;

constexpr int all = std::numeric_limits<int>::max();

/// A file of the repository at one time.
struct Step {
    base::Time at;
    std::string path;
    std::string content;
    PageRepository::Author author;
    std::string message;
};

std::string heading_of(const std::string& title) {
    return "# " + title + "\n\n";
}

std::string with_line_end(std::string text) {
    if (!text.ends_with('\n')) text += '\n';
    return text;
}

Step revision_step(store::Reader& db, const Proposal& proposal, int number) {
    const auto revision = revisions::find_revision(db, proposal.text, number).value();
    auto content = "---\nproposal: " + std::to_string(proposal.id.value) +
                   "\ntitle: " + in_quotes(revision.title) +
                   "\nstage: " + std::string(base::enum_text(proposal.stage)) +
                   "\nrevision: " + std::to_string(number) + "\nupdated: " + base::iso_time(revision.at) +
                   "\n---\n\n" + heading_of(revision.title) + revision.body;
    const auto first = revision.summary.empty() ? "Change " + revision.title : revision.summary;
    const auto name = std::to_string(proposal.id.value) + "-" + base::slug(proposal.title);
    return {revision.at, "proposals/" + name + ".md", with_line_end(std::move(content)),
            PageRepository::Author{revision.author_handle, revision.author_name, revision.at},
            first + "\n\nProposal " + std::to_string(proposal.id.value) + ", revision " +
                std::to_string(number) + "\n"};
}

Step version_step(store::Reader& db, const StandardVersion& version) {
    auto content = "---\nnumber: " + version.number + "\nversion: " + std::to_string(version.version) +
                   "\ntitle: " + in_quotes(version.title) +
                   "\nstatus: " + std::string(base::enum_text(version.status)) +
                   "\nadopted: " + base::iso_time(version.adopted_at) +
                   "\nreview_by: " + base::iso_time(version.review_by).substr(0, 10) +
                   "\nballot: " + std::to_string(version.ballot.value) + "\n---\n\n" +
                   heading_of(version.title) + standards::write_text(standards::text_of(db, version));
    return {version.adopted_at, version.number + ".md", with_line_end(std::move(content)),
            PageRepository::Author{"program", "Cohort", version.adopted_at},
            "Adopt " + version.number + ", version " + std::to_string(version.version) + "\n\n" +
                version.title + "\n"};
}

/// The steps of one file behind those of others. The clock may have been set back between two of them; the
/// file must not go back.
void add_in_order(std::vector<Step>& steps, std::vector<Step> of_file) {
    for (std::size_t i = 1; i < of_file.size(); ++i)
        of_file[i].at = std::max(of_file[i].at, of_file[i - 1].at);
    std::ranges::move(of_file, std::back_inserter(steps));
}

std::vector<Step> steps_of(store::Reader& db, const Proposal& proposal) {
    std::vector<Step> steps;
    for (int number = 1; number <= proposal.revision; ++number)
        steps.push_back(revision_step(db, proposal, number));
    return steps;
}

std::vector<Step> steps_of(store::Reader& db, const StandardVersion& standard) {
    std::vector<Step> steps;
    for (const auto& version : std::views::reverse(standards::versions_of(db, standard.id)))
        steps.push_back(version_step(db, version));
    return steps;
}

void write_repository(store::Reader& db, const std::filesystem::path& folder,
                      const std::vector<Proposal>& proposals, const std::vector<StandardVersion>& adopted) {
    std::vector<Step> steps;
    for (const auto& proposal : proposals)
        add_in_order(steps, steps_of(db, proposal));
    for (const auto& standard : adopted)
        add_in_order(steps, steps_of(db, standard));
    std::ranges::stable_sort(steps, {}, &Step::at);
    PageRepository repository(folder);
    for (const auto& step : steps)
        repository.put(step.path, step.content, step.author, step.message);
    repository.finish();
}

json::object row_of(store::Reader& db, const Proposal& proposal) {
    json::array authors;
    for (const auto& author : standards::authors_of(db, proposal.id))
        authors.push_back(json::value(author.handle));
    return {{"id", proposal.id.value},
            {"title", proposal.title},
            {"stage", base::enum_text(proposal.stage)},
            {"authors", std::move(authors)},
            {"endorsements", proposal.endorsements},
            {"revision", proposal.revision},
            {"revises", text_value(proposal.revises_number)},
            {"consultation_closes", time_value(proposal.consultation_closes)},
            {"created_at", base::iso_time(proposal.created_at)},
            {"changed_at", base::iso_time(proposal.changed_at)}};
}

json::object row_of(const standards::Comment& comment) {
    const bool kept = !comment.withdrawn_at;
    return {{"id", comment.id.value},
            {"proposal", comment.proposal.value},
            {"clause", text_value(comment.clause)},
            {"revision", comment.revision},
            {"author", text_value(comment.author_handle)},
            {"body", kept ? text_value(comment.body) : json::value(nullptr)},
            {"amendment", kept ? text_value(comment.amendment) : json::value(nullptr)},
            {"at", base::iso_time(comment.at)},
            {"withdrawn_at", time_value(comment.withdrawn_at)},
            {"disposition",
             comment.disposition ? json::value(base::enum_text(*comment.disposition)) : json::value(nullptr)},
            {"reason", text_value(comment.disposition_reason)},
            {"disposed_at", time_value(comment.disposed_at)}};
}

json::object row_of(const StandardVersion& version) {
    return {{"number", version.number},
            {"version", version.version},
            {"status", base::enum_text(version.status)},
            {"title", version.title},
            {"proposal", version.proposal.value},
            {"revision", version.revision},
            {"ballot", version.ballot.value},
            {"adopted_at", base::iso_time(version.adopted_at)},
            {"review_by", base::iso_time(version.review_by).substr(0, 10)},
            {"replaced_by", text_value(version.replaced_by)},
            {"retired_at", time_value(version.retired_at)},
            {"retired_reason", text_value(version.retired_reason)}};
}

void write_ledger(store::Reader& db, const std::filesystem::path& folder, const Proposal& proposal) {
    NdjsonFile ledger(folder / (std::to_string(proposal.id.value) + ".ndjson"));
    for (const auto& entry : standards::ledger_of(db, proposal.id))
        ledger.add(standards::to_json(entry));
    ledger.close();
}

/// Ballots that are open, or not certified yet, have none.
std::size_t write_records(store::Reader& db, const std::filesystem::path& folder, const Proposal& proposal) {
    std::size_t written = 0;
    for (const auto& ballot : standards::ballots_of(db, proposal.id)) {
        const auto record = standards::record_of(db, ballot.id);
        if (!record) continue;
        write_file(folder / ("ballot-" + std::to_string(ballot.id.value) + ".json"), *record);
        ++written;
    }
    return written;
}

} // namespace

ExportedStandards export_standards(store::Reader& db, const std::filesystem::path& to) {
    const auto proposals = standards::list_proposals(db, std::nullopt, all);
    const auto adopted = standards::list_standards(db);
    write_repository(db, to / "standards", proposals, adopted);
    ExportedStandards done{adopted.size(), proposals.size(), 0};
    NdjsonFile proposal_rows(to / "proposals.ndjson");
    NdjsonFile comment_rows(to / "comments.ndjson");
    NdjsonFile version_rows(to / "standards.ndjson");
    for (const auto& proposal : proposals) {
        proposal_rows.add(row_of(db, proposal));
        for (const auto& comment : standards::comments_of(db, proposal.id))
            comment_rows.add(row_of(comment));
        write_ledger(db, to / "ledgers", proposal);
        done.records += write_records(db, to / "records", proposal);
    }
    for (const auto& standard : adopted)
        for (const auto& version : standards::versions_of(db, standard.id))
            version_rows.add(row_of(version));
    for (auto* rows : {&proposal_rows, &comment_rows, &version_rows})
        rows->close();
    return done;
}

} // namespace app
