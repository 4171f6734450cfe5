#include "standards/register/may.hpp"

namespace standards {

bool may_retire(const site::Viewer& viewer, StandardStatus status) {
    return viewer.is_steward() && viewer.signed_in() && status == StandardStatus::in_force;
}

bool may_revise(const site::Viewer& viewer, StandardStatus status) {
    return viewer.signed_in() && status == StandardStatus::in_force;
}

bool may_adopt(const site::Viewer& viewer) {
    return viewer.signed_in() && viewer.center;
}

} // namespace standards
