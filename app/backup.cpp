#include "store/backup.hpp"

#include "app/commands.hpp"
#include "app/data_folder.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {

void backup(const std::filesystem::path& data, const std::filesystem::path& to) {
    require_data(data);
    store::backup(data_file(data), to);
    std::printf("%s: %ju bytes\n", to.c_str(), static_cast<std::uintmax_t>(std::filesystem::file_size(to)));
}

} // namespace app
