#include "members/own_password.hpp"

#include "members/member_store.hpp"

namespace members {

base::Problem not_your_password() {
    return base::fail_field("current_password", "This is not your password.").value();
}

base::Result<> check_own_password(const site::Context& c, const Services& services) {
    const auto credentials = find_credentials(c.db, c.viewer.id);
    if (!credentials) return base::fail(base::ProblemKind::gone, "This account is closed.");
    const auto who = std::to_string(c.viewer.id.value);
    if (auto room = services.limiter.take(Act::own_password, who, c.now); !room) return room;
    const auto verdict =
        services.passwords.verify(credentials->password_hash, c.input.raw("current_password"));
    if (!verdict) return base::fail(verdict.error());
    if (!verdict->right) return base::fail(not_your_password());
    return {};
}

} // namespace members
