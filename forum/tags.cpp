#include "forum/tags.hpp"

#include "base/text.hpp"
#include "forum/model.hpp"

#include <algorithm>

namespace forum {
namespace {

constexpr std::size_t longest_tag = 40;

} // namespace

std::vector<std::string> tidy_tags(const std::vector<std::string>& typed) {
    std::vector<std::string> tags;
    for (const auto& words : typed) {
        auto tag = base::slug(words);
        if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(std::move(tag));
    }
    return tags;
}

void check_tags(server::Complaints& complaints, const std::vector<std::string>& tags) {
    if (tags.size() > most_tags) {
        complaints.add("tags", "A thread has at most " + std::to_string(most_tags) + " tags. Take some out.");
        return;
    }
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (!base::is_slug(tags[i]) || base::length(tags[i]) > longest_tag)
            complaints.add("tags", "«" + tags[i] + "» is no tag: use at most " + std::to_string(longest_tag) +
                                       " small letters, digits and hyphens.");
        else if (std::ranges::find(tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(i), tags[i]) !=
                 tags.begin() + static_cast<std::ptrdiff_t>(i))
            complaints.add("tags", "«" + tags[i] + "» stands there twice.");
    }
}

} // namespace forum
