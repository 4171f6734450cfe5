#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/import/import_pages.hpp"
#include "base/text.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {

void import_markdown(const std::filesystem::path& data, const std::string& area,
                     const std::filesystem::path& from) {
    const auto now = base::system_clock()();
    const auto source = open_page_source(from, now);
    const auto database = open_or_make_data(data);
    const auto imported = import_pages(*database, source, area, now);
    if (imported.pages == 0) throw std::runtime_error("nothing of " + from.string() + " could be imported");
    std::printf("%s imported with %s\n",
                base::counted(static_cast<std::int64_t>(imported.pages), "page", "pages").c_str(),
                base::counted(static_cast<std::int64_t>(imported.versions), "version", "versions").c_str());
    if (imported.left_out > 0)
        std::printf(
            "%s left out; each is named above\n",
            base::counted(static_cast<std::int64_t>(imported.left_out), "version", "versions").c_str());
}

} // namespace app
