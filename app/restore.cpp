#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/schema.hpp"
#include "store/backup.hpp"
#include "store/integrity.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {

void restore(const std::filesystem::path& from, const std::filesystem::path& data) {
    if (!std::filesystem::exists(from)) throw std::runtime_error("there is no file " + from.string());
    if (std::filesystem::exists(data_file(data)))
        throw std::runtime_error(data.string() + " holds data already; restore into a new folder");
    std::filesystem::create_directories(data);
    {
        store::Connection source(from, store::Access::read);
        const auto faults = store::integrity_faults(source);
        if (!faults.empty()) throw std::runtime_error(from.string() + " is damaged: " + faults.front());
    }
    store::backup(from, data_file(data));
    hand_over(data);
    open_data(data); // brings an older copy to this program's schema, or says that it is too new
    std::printf("restored into %s\n", data.c_str());
}

} // namespace app
