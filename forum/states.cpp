#include "forum/states.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace forum {
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

std::vector<std::string> tidy_states(const std::vector<std::string>& codes) {
    std::vector<std::string> tidy;
    for (std::string code : codes) {
        for (char& c : code)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        tidy.push_back(std::move(code));
    }
    std::ranges::sort(tidy);
    const auto twice = std::ranges::unique(tidy);
    tidy.erase(twice.begin(), twice.end());
    return tidy;
}

} // namespace forum
