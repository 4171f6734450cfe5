#include "app/application.hpp"
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/listener.hpp"

#include <cstdio>

namespace app {

void serve(const std::filesystem::path& data, const Settings& settings) {
    const StopSignals signals;
    require_data(data);
    const ServerLock lock(data); // before the schema is brought up to date: not under another server's feet
    const auto database = open_data(data);
    listen_until_stopped(*database, settings, signals, [](const std::string& address) {
        std::printf("Cohort serves %s\n", address.c_str());
        std::fflush(stdout);
    });
}

} // namespace app
