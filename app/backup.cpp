#include "store/backup.hpp"

#include "app/commands.hpp"
#include "app/data_folder.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {

void backup(const std::filesystem::path& data, const std::filesystem::path& to) {
    if (!std::filesystem::exists(data_file(data)))
        throw std::runtime_error("there is no data in " + data.string());
    store::backup(data_file(data), to);
    std::printf("%s: %ju bytes\n", to.c_str(), static_cast<std::uintmax_t>(std::filesystem::file_size(to)));
}

} // namespace app
