// The world of the attacks: the people and things of tests/http, every address that shows something, and the
// way back to how it was before an act.
#pragma once

#include "tests/http/calls.hpp"
#include "tests/http/places.hpp"
#include "tests/support/rewind.hpp"
#include "tests/support/routes.hpp"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace attack {

/// Who looks at what: "asker", "helper", "steward", "administrator", "nobody"; a path under /api/ is called
/// with a token.
struct Address {
    std::string by;
    std::string path;
    auto operator<=>(const Address&) const = default;
};

class Ground {
  public:
    Ground();

    testing::World world{};

    server::Response get(const Address& address);
    /// The page at the end of its redirects.
    server::Response follow(const Address& address);
    /// A form as that person's browser sends it.
    server::Response post(const std::string& by, const std::string& path,
                          const std::vector<std::pair<std::string, std::string>>& fields);
    server::Response call(const std::string& by, server::Method method, const std::string& path,
                          const std::string& json);

    /// Where members look: pages (at most three of a kind a person), calls, feeds.
    const std::vector<Address>& addresses() const { return addresses_; }
    /// The route that takes it: "POST /forum/threads/{}/posts"; "" where there is none.
    std::string route_of(server::Method method, std::string_view path) const;
    /// Everything as it was when the ground was made.
    void back() { rewind_->back(); }

  private:
    void add_calls();
    void walk(const std::string& by);

    std::map<std::string, testing::Browser> browsers_;
    std::map<std::string, std::string> tokens_;
    testing::Routes routes_{world.scene.application()};
    std::vector<Address> addresses_;
    std::unique_ptr<testing::Rewind> rewind_;
};

} // namespace attack
