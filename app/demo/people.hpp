// The Centers and people of the demonstration.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "store/writer.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace app {

/// Members by their handle.
class People {
  public:
    void add(const std::string& handle, base::MemberId member) { members_[handle] = member; }
    /// Throws std::runtime_error for a handle that nobody has.
    [[nodiscard]] base::MemberId at(const std::string& handle) const;

  private:
    std::map<std::string, base::MemberId> members_;
};

/// Reads centers.toml and people.toml; `password_hash` serves all.
People load_people(store::Writer& db, const std::filesystem::path& content, const std::string& password_hash,
                   base::Time joined);

} // namespace app
