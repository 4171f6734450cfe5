// The pages where members look after their own account.
#pragma once

#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

enum class SettingsPart { profile, sign_in, second_step, tokens };
/// Title and tabs of all of them.
void settings_head(html::Writer& w, SettingsPart current);

server::Response profile_settings_page(const site::Context& c, const parts::State& state, int status = 200);

struct SignInSettings {
    parts::State password;
    std::vector<Session> sessions;
    std::string this_session; // its hash
};
server::Response sign_in_settings_page(const site::Context& c, const SignInSettings& settings,
                                       int status = 200);

struct TokenSettings {
    parts::State form;
    std::vector<Token> tokens;
};
server::Response token_settings_page(const site::Context& c, const TokenSettings& settings, int status = 200);

} // namespace members
