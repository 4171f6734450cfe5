#include "revisions/chain.hpp"

#include <stdexcept>

namespace revisions {

server::Url Chain::at(const std::string& rest) const {
    auto url = server::Url::local(path + rest);
    if (!url) throw std::logic_error("a chain's path is no path of this site: " + path);
    return *std::move(url);
}

server::Url Chain::revision(int number) const {
    return at("/revisions/" + std::to_string(number));
}

server::Url Chain::compare(int from, int to) const {
    return at("/compare?from=" + std::to_string(from) + "&to=" + std::to_string(to));
}

} // namespace revisions
