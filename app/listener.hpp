// The running server: an Application behind a socket, until the process is told to stop.
#pragma once

#include "app/settings.hpp"
#include "store/database.hpp"

#include <signal.h>

#include <functional>
#include <string>

namespace app {

/// The signals that end the program, taken by a thread that waits for them: a signal handler could do nothing
/// safely. Make it before anything that starts a thread (the data's writer): a thread that has the signals
/// open would die of them.
class StopSignals {
  public:
    StopSignals();
    /// Waits; true for a signal that means stop.
    [[nodiscard]] bool wait() const;

  private:
    sigset_t set_{};
};

/// Serves until SIGTERM or SIGINT, then finishes what runs. `ready` hears the address once it listens.
void listen_until_stopped(store::Database& database, const Settings& settings, const StopSignals& signals,
                          const std::function<void(const std::string& address)>& ready);

} // namespace app
