// Which route of the whole program takes a request.
#pragma once

#include "app/application.hpp"
#include "server/router.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace testing {

class Routes {
  public:
    explicit Routes(const app::Application& application) {
        for (const auto& route : application.routes()) {
            router_.add(route.method, route.pattern);
            patterns_.push_back(route.pattern);
        }
    }

    /// "/forum/threads/{}/posts"; "" where none does. A query and a fragment are no matter.
    [[nodiscard]] std::string pattern(server::Method method, std::string_view target) const {
        const auto found = router_.find(method, target.substr(0, target.find_first_of("?#")));
        const auto* match = std::get_if<server::Match>(&found);
        return match ? patterns_[match->route] : "";
    }

  private:
    server::Router router_{};
    std::vector<std::string> patterns_{};
};

} // namespace testing
