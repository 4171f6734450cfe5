// The frame of every page: head, skip link, navigation with the search box, the notice, main, footer.
#pragma once

#include "server/html/writer.hpp"
#include "site/context.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace site {

struct Crumb {
    std::string words;
    server::Url where;
};

struct Frame {
    std::string title;           // of the page, without the site's name; the body writes its own <h1>
    std::string_view section{};  // which entry of the navigation is current: "home", "forum", "practices", …
    std::vector<Crumb> crumbs{}; // the way here, without the page itself
    std::string_view width = ""; // "": with room for an aside; "narrow" for forms and single texts
};

using Body = std::function<void(html::Writer&)>;

/// The whole page around `body`, which fills <main>.
server::Response page(const Context& c, const Frame& frame, const Body& body, int status = 200);

/// The address of a file of static/, under the hash of the whole tree, so that it may be cached for ever.
server::Url asset(std::string_view name);

} // namespace site
