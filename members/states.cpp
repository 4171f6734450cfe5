#include "members/states.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace members {
namespace {

constexpr auto states =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"AK", "Alaska"},
                                                                  {"AL", "Alabama"},
                                                                  {"AR", "Arkansas"},
                                                                  {"AS", "American Samoa"},
                                                                  {"AZ", "Arizona"},
                                                                  {"CA", "California"},
                                                                  {"CO", "Colorado"},
                                                                  {"CT", "Connecticut"},
                                                                  {"DC", "the District of Columbia"},
                                                                  {"DE", "Delaware"},
                                                                  {"FL", "Florida"},
                                                                  {"GA", "Georgia"},
                                                                  {"GU", "Guam"},
                                                                  {"HI", "Hawaii"},
                                                                  {"IA", "Iowa"},
                                                                  {"ID", "Idaho"},
                                                                  {"IL", "Illinois"},
                                                                  {"IN", "Indiana"},
                                                                  {"KS", "Kansas"},
                                                                  {"KY", "Kentucky"},
                                                                  {"LA", "Louisiana"},
                                                                  {"MA", "Massachusetts"},
                                                                  {"MD", "Maryland"},
                                                                  {"ME", "Maine"},
                                                                  {"MI", "Michigan"},
                                                                  {"MN", "Minnesota"},
                                                                  {"MO", "Missouri"},
                                                                  {"MP", "the Northern Mariana Islands"},
                                                                  {"MS", "Mississippi"},
                                                                  {"MT", "Montana"},
                                                                  {"NC", "North Carolina"},
                                                                  {"ND", "North Dakota"},
                                                                  {"NE", "Nebraska"},
                                                                  {"NH", "New Hampshire"},
                                                                  {"NJ", "New Jersey"},
                                                                  {"NM", "New Mexico"},
                                                                  {"NV", "Nevada"},
                                                                  {"NY", "New York"},
                                                                  {"OH", "Ohio"},
                                                                  {"OK", "Oklahoma"},
                                                                  {"OR", "Oregon"},
                                                                  {"PA", "Pennsylvania"},
                                                                  {"PR", "Puerto Rico"},
                                                                  {"RI", "Rhode Island"},
                                                                  {"SC", "South Carolina"},
                                                                  {"SD", "South Dakota"},
                                                                  {"TN", "Tennessee"},
                                                                  {"TX", "Texas"},
                                                                  {"UT", "Utah"},
                                                                  {"VA", "Virginia"},
                                                                  {"VI", "the Virgin Islands"},
                                                                  {"VT", "Vermont"},
                                                                  {"WA", "Washington"},
                                                                  {"WI", "Wisconsin"},
                                                                  {"WV", "West Virginia"},
                                                                  {"WY", "Wyoming"}});

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

/// A state's name as people look for it: "the" is no part of that.
std::string plain_name(std::string_view name) {
    auto plain = base::ascii_lower(name);
    return plain.starts_with("the ") ? plain.substr(4) : plain;
}

} // namespace

std::string_view state_name(std::string_view code) {
    const auto found =
        std::ranges::lower_bound(states, code, {}, &std::pair<std::string_view, std::string_view>::first);
    return found != states.end() && found->first == code ? found->second : std::string_view();
}

std::vector<std::string_view> state_codes() {
    std::vector<std::string_view> codes;
    for (const auto& [code, name] : states)
        codes.push_back(code);
    return codes;
}

std::string state_code(std::string_view words) {
    const auto found = std::ranges::find(states, plain_name(words),
                                         [](const auto& state) { return plain_name(state.second); });
    return found == states.end() ? upper(std::string(words)) : std::string(found->first);
}

std::vector<std::string> tidy_states(const std::vector<std::string>& codes) {
    std::vector<std::string> tidy;
    for (const auto& code : codes)
        tidy.push_back(upper(code));
    std::ranges::sort(tidy);
    const auto twice = std::ranges::unique(tidy);
    tidy.erase(twice.begin(), twice.end());
    return tidy;
}

} // namespace members
