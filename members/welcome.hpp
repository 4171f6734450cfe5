// The end of signing in, by password alone or with the second step: where it leads.
#pragma once

#include "members/services.hpp"
#include "members/sign_in_view.hpp"

#include <string>

namespace members {

/// What a form of signing in carries along: where to, or a form that waits to be sent.
SignInForm sign_in_form_of(const site::Context& c);
/// Into the site with that fresh session; `c` is the viewer's from here on.
server::Response welcome(site::Context& c, const Services& services, const SignInForm& form,
                         const std::string& session);

} // namespace members
