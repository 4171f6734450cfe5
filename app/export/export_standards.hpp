// Adopted standards and proposals as Markdown files in a Git repository with all their versions, and beside
// it what was said, decided and voted. No vote of an open ballot leaves the program, nor what a Center says
// of itself.
#pragma once

#include "store/reader.hpp"

#include <filesystem>

namespace app {

struct ExportedStandards {
    std::size_t standards = 0;
    std::size_t proposals = 0;
    std::size_t records = 0; // of certified ballots
};

/// Writes standards/, proposals.ndjson, comments.ndjson, standards.ndjson, ledgers/ and records/ into `to`.
ExportedStandards export_standards(store::Reader& db, const std::filesystem::path& to);

} // namespace app
