// The sign-in form, alone or with a form that waits to be sent.
#pragma once

#include "members/kept_form.hpp"
#include "site/parts.hpp"

namespace members {

struct SignInForm {
    parts::State state{};
    std::string next = "/"; // where it leads afterwards
    KeptForm kept{};
};
server::Response sign_in_page(const site::Context& c, const SignInForm& form, int status = 200);

/// After signing in: what was typed before, and a button that sends it.
server::Response send_kept_page(const site::Context& c, const KeptForm& kept);

} // namespace members
