// How much of something each client has of it just now: connections, bytes of bodies. So that one who takes
// much leaves enough for the others.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace server::beast {

class Shares {
  public:
    /// Gives `who` so much more, and says how much they have then.
    std::size_t give(const std::string& who, std::size_t amount);
    void take_back(const std::string& who, std::size_t amount);

  private:
    std::mutex mutex_;
    std::unordered_map<std::string, std::size_t> held_; // of those who hold something
};

} // namespace server::beast
