#include "server/beast/server.hpp"

#include "base/log.hpp"
#include "server/beast/listener.hpp"
#include "server/beast/loop.hpp"
#include "server/beast/shared.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace server::beast {
namespace {

constexpr rlim_t other_files = 512; // the database's, the workers', the log's

/// Each connection takes a file descriptor, and systems allow 1,024 unless they are asked for more.
void allow_open_files(std::size_t connections) {
    rlimit files{};
    const rlim_t wanted = connections + other_files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted) return;
    files.rlim_cur = std::min(wanted, files.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < wanted)
        base::log("few_open_files",
                  {{"allowed", std::to_string(files.rlim_cur)}, {"wanted", std::to_string(wanted)}});
}

} // namespace

struct Server::Parts {
    Parts(const Settings& settings, Application application)
        : shared(settings, std::move(application)), loops(make_loops(settings.io_threads, shared)),
          listener(settings.address, settings.port, loops) {
        allow_open_files(settings.limits.connections);
    }

    static std::vector<std::unique_ptr<Loop>> make_loops(std::size_t count, Shared& shared) {
        std::vector<std::unique_ptr<Loop>> loops(std::max<std::size_t>(count, 1));
        for (auto& loop : loops)
            loop = std::make_unique<Loop>(shared);
        return loops;
    }

    Shared shared;
    std::vector<std::unique_ptr<Loop>> loops;
    Listener listener;
};

Server::Server(const Settings& settings, Application application)
    : parts_(std::make_unique<Parts>(settings, std::move(application))) {}

Server::~Server() {
    parts_->shared.workers.stop(); // before the loops that they deliver to
}

std::uint16_t Server::port() const {
    return parts_->listener.port();
}

void Server::run() {
    parts_->listener.start();
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < parts_->loops.size(); ++i)
        others.emplace_back([loop = parts_->loops[i].get()] { loop->run(); });
    parts_->loops.front()->run();
    for (auto& other : others)
        other.join();
    parts_->shared.workers.stop();
}

void Server::stop() {
    parts_->listener.stop();
    for (auto& loop : parts_->loops)
        loop->stop();
}

Load Server::load() const {
    const Shared& shared = parts_->shared;
    return {shared.connections, shared.workers.waiting(), shared.refused};
}

} // namespace server::beast
