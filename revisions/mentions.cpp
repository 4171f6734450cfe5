#include "revisions/mentions.hpp"

#include "markup/text_links.hpp"

#include <set>

namespace revisions {

std::vector<std::string> newly_mentioned(const markup::Rendered& rendered, std::string_view body_before) {
    std::set<std::string> before;
    for (const auto& link : markup::find_text_links(body_before))
        if (link.kind == markup::TextLink::Kind::member) before.insert(link.target);
    std::vector<std::string> handles;
    for (const auto& handle : rendered.mentions)
        if (!before.contains(handle)) handles.push_back(handle);
    return handles;
}

} // namespace revisions
