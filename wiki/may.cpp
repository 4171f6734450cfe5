#include "wiki/may.hpp"

namespace wiki {

bool may_create(const site::Viewer& viewer) {
    return viewer.signed_in();
}

bool may_edit(const site::Viewer& viewer, const Page& page) {
    return viewer.signed_in() && !page.is_withdrawn();
}

bool may_tend(const site::Viewer& viewer, const Page& page) {
    if (page.is_withdrawn()) return false;
    return viewer.is_steward() || (viewer.signed_in() && page.owner == viewer.id);
}

bool may_withdraw(const site::Viewer& viewer) {
    return viewer.is_steward();
}

bool may_read_withdrawn(const site::Viewer& viewer) {
    return viewer.is_steward();
}

} // namespace wiki
