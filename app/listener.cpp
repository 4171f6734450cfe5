#include "app/listener.hpp"

#include "app/application.hpp"
#include "app/on_the_clock.hpp"
#include "base/log.hpp"
#include "server/beast/server.hpp"

#include <malloc.h>
#include <pthread.h>

#include <csignal>
#include <stdexcept>
#include <thread>

namespace app {
StopSignals::StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGUSR1); // our own, to end the waiting
    if (pthread_sigmask(SIG_BLOCK, &set_, nullptr) != 0)
        throw std::runtime_error("signals cannot be blocked");
    std::signal(SIGPIPE, SIG_IGN);
}

bool StopSignals::wait() const {
    int signal = 0;
    return sigwait(&set_, &signal) == 0 && signal != SIGUSR1;
}

void listen_until_stopped(store::Database& database, const Settings& settings, const StopSignals& signals,
                          const std::function<void(const std::string& address)>& ready) {
    // Many threads that each keep a heap of their own would hold memory that none of them uses.
    mallopt(M_ARENA_MAX, 2);
    Application application(database, settings, base::system_clock(), base::system_random());
    const auto listen = parse_listen(settings.listen);
    server::beast::Settings socket{.address = listen.address, .port = listen.port};
    socket.workers = static_cast<std::size_t>(settings.workers);
    if (!settings.rate_limits)
        socket.limits.changing_of_one = socket.workers; // a load generator is one client
    // All connections are the proxy's then; how many each client may have is for the proxy to say.
    if (settings.behind_proxy) socket.limits.connections_of_one = socket.limits.connections;
    server::beast::Server server(socket,
                                 {[&](server::Request&& request, std::size_t worker) {
                                      return application.handle(std::move(request), worker);
                                  },
                                  Application::body_limit, Application::edge_problem,
                                  [&](const server::Request& request) { return application.kept(request); },
                                  [&](server::Request& head) { application.believe_proxy(head); }});
    std::thread watcher([&] {
        if (!signals.wait()) return;
        base::log("stopping");
        server.stop();
    });
    const OnTheClock ticking(database, base::system_clock());
    const bool six = listen.address.find(':') != std::string::npos;
    ready("http://" + (six ? "[" + listen.address + "]" : listen.address) + ":" +
          std::to_string(server.port()));
    server.run();
    pthread_kill(watcher.native_handle(), SIGUSR1);
    watcher.join();
}

} // namespace app
