// Puts the pages of any source into the wiki, each with all its versions.
#pragma once

#include "app/import/page_source.hpp"
#include "store/database.hpp"

namespace app {

struct ImportedPages {
    std::size_t pages = 0;
    std::size_t versions = 0;
    std::size_t left_out =
        0; // versions that were refused or could not be read; each was named on standard error
};

/// `area` is a name or slug; "" takes the first folder of each path, behind those that all share. Nobody is
/// told, and no owner is set but the one that an export of Cohort names.
ImportedPages import_pages(store::Database& database, const PageSource& source, const std::string& area,
                           base::Time now);

} // namespace app
