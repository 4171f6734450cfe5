#include "server/beast/shares.hpp"

namespace server::beast {

std::size_t Shares::give(const std::string& who, std::size_t amount) {
    const std::lock_guard lock(mutex_);
    return held_[who] += amount;
}

void Shares::take_back(const std::string& who, std::size_t amount) {
    const std::lock_guard lock(mutex_);
    const auto held = held_.find(who);
    if (held != held_.end() && (held->second -= amount) == 0) held_.erase(held);
}

} // namespace server::beast
