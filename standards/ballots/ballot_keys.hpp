// The keys of open secret ballots, one file each in DATA/ballot-keys, apart from the data file: so no backup,
// no free page and no write-ahead log ever holds one. Destroyed when the ballot closes.
#pragma once

#include "base/random.hpp"
#include "standards/model.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace standards {

class BallotKeys {
  public:
    /// `data_file` is that of the database; the folder of keys stands beside it and is made when first
    /// needed, readable by its owner alone.
    explicit BallotKeys(const std::filesystem::path& data_file);

    /// Makes a key and puts it safely on disk. One ballot of a proposal opens at one second at most.
    void make(ProposalId proposal, base::Time opens, const base::Random& random) const;
    /// 32 bytes; nothing where the file is missing: destroyed, or the data came from a backup.
    [[nodiscard]] std::optional<std::string> find(ProposalId proposal, base::Time opens) const;
    /// Overwrites and removes it. Does nothing where there is none.
    void destroy(ProposalId proposal, base::Time opens) const;

    /// Which ballot a key is of.
    struct Name {
        ProposalId proposal;
        base::Time opens;
    };
    /// Those of which there is a key.
    [[nodiscard]] std::vector<Name> names() const;

  private:
    [[nodiscard]] std::filesystem::path file(ProposalId proposal, base::Time opens) const;

    std::filesystem::path folder_;
};

} // namespace standards
