// From method and path to the number of a route. A table that reads like the list of addresses it serves.
#pragma once

#include "server/request.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace server {

/// The route that was found, with what stood at its {} places, percent-decoded.
struct Match {
    std::size_t route;
    std::vector<std::string> values;
};
struct NoSuchPath {};
/// The path exists for other methods; `allow` lists them as the Allow header wants it (RFC 9110
/// section 10.2.1).
struct NoSuchMethod {
    std::string allow;
};

class Router {
  public:
    /// "/forum/threads/{}/{}": a {} takes one whole segment, "{...}" at the end takes all that is left.
    /// Routes are numbered as they are added; where several match, one with words wins over one with {} at
    /// the first place they differ.
    void add(Method method, std::string_view pattern);

    /// HEAD finds the GET route. A trailing slash is another path, and so not found.
    [[nodiscard]] std::variant<Match, NoSuchPath, NoSuchMethod> find(Method method,
                                                                     std::string_view path) const;

  private:
    struct Entry {
        Method method;
        std::vector<std::string> segments;
        std::size_t number;
    };
    std::vector<Entry> entries_; // words before {} at each place
};

} // namespace server
