#include "members/handlers.hpp"
#include "members/sign_in_view.hpp"

namespace members {

Response show_sign_in(Context& c) {
    const auto next = server::Url::local(c.query.raw("next")).value_or(server::link<"/">());
    if (c.viewer.signed_in()) return server::see_other(next);
    return sign_in_page(c, {.next = next.text()});
}

} // namespace members
