// Reads the shared forum data (a site's tables as JSON lines) as the import's model, in place of the XML it
// came from.
#pragma once

#include "app/import/qa_site.hpp"

#include <optional>
#include <string>

namespace testing {

/// "ai", "bicycles-meta" or "french-meta"; nothing, with a warning, where the data are missing.
std::optional<app::QaSite> read_qa_site(const std::string& folder, const std::string& host);

} // namespace testing
