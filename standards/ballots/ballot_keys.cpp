#include "standards/ballots/ballot_keys.hpp"

#include "base/sealed.hpp"
#include "base/text.hpp"
#include "store/private_file.hpp"

namespace standards {
namespace {

constexpr std::size_t key_bytes = 32;

} // namespace

BallotKeys::BallotKeys(const std::filesystem::path& data_file)
    : folder_(data_file.parent_path() / "ballot-keys") {}

std::filesystem::path BallotKeys::file(ProposalId proposal, base::Time opens) const {
    return folder_ /
           (std::to_string(proposal.value) + "-" + std::to_string(opens.time_since_epoch().count()) + ".key");
}

void BallotKeys::make(ProposalId proposal, base::Time opens, const base::Random& random) const {
    store::make_private_folder(folder_);
    store::write_private_file(file(proposal, opens), base::random_key(random));
}

std::optional<std::string> BallotKeys::find(ProposalId proposal, base::Time opens) const {
    auto key = store::read_private_file(file(proposal, opens), key_bytes);
    // All zeros: it is being destroyed at this moment.
    if (!key || key->size() != key_bytes || *key == std::string(key_bytes, '\0')) return std::nullopt;
    return key;
}

void BallotKeys::destroy(ProposalId proposal, base::Time opens) const {
    store::destroy_private_file(file(proposal, opens), key_bytes);
}

std::vector<BallotKeys::Name> BallotKeys::names() const {
    std::vector<Name> names;
    if (!std::filesystem::exists(folder_)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        if (entry.path().extension() != ".key") continue;
        const auto parts = entry.path().stem().string();
        const auto dash = parts.find('-');
        if (dash == std::string::npos) continue;
        const auto proposal = base::parse_int(std::string_view(parts).substr(0, dash));
        const auto opens = base::parse_int(std::string_view(parts).substr(dash + 1));
        if (proposal && opens)
            names.push_back({ProposalId{*proposal}, base::Time(std::chrono::seconds(*opens))});
    }
    return names;
}

} // namespace standards
