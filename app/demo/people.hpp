// The Centers and people of the demonstration.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "site/viewer.hpp"
#include "store/writer.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace app {

/// Members by their handle.
class People {
  public:
    void add(const site::Viewer& viewer) { viewers_[viewer.handle] = viewer; }
    /// Throws std::runtime_error for a handle that nobody has.
    [[nodiscard]] base::MemberId at(const std::string& handle) const { return viewer(handle).id; }
    /// The same as somebody who acts.
    [[nodiscard]] const site::Viewer& viewer(const std::string& handle) const;

  private:
    std::map<std::string, site::Viewer> viewers_;
};

/// Reads centers.toml and people.toml; `password_hash` serves all.
People load_people(store::Writer& db, const std::filesystem::path& content, const std::string& password_hash,
                   base::Time joined);

} // namespace app
