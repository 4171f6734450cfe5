// The pages of the second step: in Settings, while it is set up, and at sign-in.
#pragma once

#include "members/second_step/second_step.hpp"
#include "members/sign_in_view.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

struct SecondStepPage {
    parts::State state{};
    std::optional<SecondStep> current{};
    bool is_needed = false; // the member's role may not go without
    std::string next = "/settings/second-step";
};
server::Response second_step_page(const site::Context& c, const SecondStepPage& page, int status = 200);

struct SetUp {
    std::string key; // raw
    std::string account;
    std::string next;
    std::string proof; // that the password opened this page; the form brings it back
    parts::State state{};
};
/// The key as QR code and in letters, and the field for the first code. Kept by no cache.
server::Response set_up_page(const site::Context& c, const SetUp& set_up, int status = 200);

/// Ten codes to print, shown this once. Kept by no cache.
server::Response recovery_codes_page(const site::Context& c, std::span<const std::string> codes,
                                     const std::string& next);

/// At sign-in, after the password: the app's code or a recovery code. Kept by no cache.
server::Response code_page(const site::Context& c, const SignInForm& form, int status = 200);

} // namespace members
