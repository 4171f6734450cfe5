#include "members/directory_view.hpp"
#include "members/handlers.hpp"

namespace members {

Response show_member(Context& c, Text handle) {
    const auto profile = read_profile(c.db, handle);
    if (!profile) return site::not_found(c, "There is no member with this handle.");
    return member_page(c, *profile);
}

} // namespace members
