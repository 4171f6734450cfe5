// Every page and act of this room; routes.cpp says at which address.
#pragma once

#include "members/invitations.hpp"
#include "members/services.hpp"
#include "members/tokens.hpp"
#include "site/context.hpp"

namespace members {

using server::Response;
using site::Context;
using Text = const std::string&;

Response show_sign_in(Context& c);
Response sign_in(Context& c, const Services& services);
Response sign_out(Context& c);
Response show_code_form(Context& c);
Response check_code(Context& c, const Services& services);

Response list_invitations(Context& c);
Response show_new_invitation(Context& c);
Response create_invitation(Context& c);
Response revoke_invitation_link(Context& c, InvitationId invitation);
Response show_invitation(Context& c, Text secret);
Response take_invitation(Context& c, const Services& services, Text secret);

Response show_members(Context& c);
Response show_member(Context& c, Text handle);
Response show_centers(Context& c);
Response show_center(Context& c, Text slug);
Response show_new_center(Context& c);
Response save_new_center(Context& c);
Response show_edit_center(Context& c, Text slug);
Response save_center(Context& c, Text slug);
Response show_delegates(Context& c, Text slug);
Response save_delegates(Context& c, Text slug);

Response show_settings(Context& c);
Response save_settings(Context& c);
Response show_sign_in_settings(Context& c);
Response change_password(Context& c, const Services& services);
Response end_sessions_of_mine(Context& c);
Response show_second_step(Context& c, const Services& services);
Response change_second_step(Context& c, const Services& services);
Response confirm_second_step(Context& c, const Services& services);
Response show_tokens(Context& c);
Response create_token(Context& c, const Services& services);
Response revoke_own_token(Context& c, TokenId token);

Response show_audit_log(Context& c);
Response show_account(Context& c, Text handle);
Response save_account(Context& c, Text handle);
Response create_password_link(Context& c, Text handle);

Response api_me(Context& c);
Response api_members(Context& c);
Response api_member(Context& c, Text handle);
Response api_centers(Context& c);
Response api_center(Context& c, Text slug);
Response api_invite(Context& c);

} // namespace members
