// The running server: an Application behind a socket, until the process is told to stop.
#pragma once

#include "app/settings.hpp"
#include "store/database.hpp"

#include <functional>
#include <string>

namespace app {

/// Serves until SIGTERM or SIGINT, then finishes what runs. `ready` hears the address once it listens.
void listen_until_stopped(store::Database& database, const Settings& settings,
                          const std::function<void(const std::string& address)>& ready);

} // namespace app
