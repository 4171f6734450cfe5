#include "server/beast/server.hpp"

#include "server/beast/listener.hpp"
#include "server/beast/loop.hpp"
#include "server/beast/shared.hpp"

#include <algorithm>
#include <thread>
#include <vector>

namespace server::beast {

struct Server::Parts {
    Parts(const Settings& settings, Application application)
        : shared(settings, std::move(application)), loops(make_loops(settings.io_threads, shared)),
          listener(settings.address, settings.port, loops) {}

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
