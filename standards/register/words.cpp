#include "standards/register/words.hpp"

namespace standards {

std::string_view words_for(StandardStatus status) {
    switch (status) {
    case StandardStatus::in_force: return "In force";
    case StandardStatus::superseded: return "Superseded";
    default: return "Retired";
    }
}

parts::Tone tone_of(StandardStatus status) {
    return status == StandardStatus::in_force ? parts::Tone::good : parts::Tone::plain;
}

std::string_view words_for(AdoptionStatus status) {
    switch (status) {
    case AdoptionStatus::met: return "Met";
    case AdoptionStatus::in_progress: return "In progress";
    case AdoptionStatus::not_yet: return "Not yet";
    default: return "Not applicable";
    }
}

parts::Tone tone_of(AdoptionStatus status) {
    switch (status) {
    case AdoptionStatus::met: return parts::Tone::good;
    case AdoptionStatus::in_progress: return parts::Tone::civic;
    case AdoptionStatus::not_yet: return parts::Tone::care;
    default: return parts::Tone::plain;
    }
}

} // namespace standards
