#include "members/routes.hpp"

#include "members/handlers.hpp"

namespace members {
namespace {

/// A handler that needs the services of this room.
template <class... Values>
auto with(const Services& services, Response (*handler)(Context&, const Services&, Values...)) {
    return [&services, handler](Context& c, Values... values) { return handler(c, services, values...); };
}

/// Where a form that was sent elsewhere stands.
Response find_invitations(Context&) {
    return server::see_other(server::link<"/invitations">());
}

Response find_sign_in_settings(Context&) {
    return server::see_other(server::link<"/settings/sign-in">());
}

} // namespace

std::vector<site::Route> routes(const Services& services) {
    using site::Door;
    using site::get;
    using site::post;
    return {
        get("/sign-in", show_sign_in, Door::anyone),
        post("/sign-in", with(services, sign_in), Door::anyone),
        get("/sign-in/code", show_code_form, Door::anyone),
        post("/sign-in/code", with(services, check_code), Door::anyone),
        post("/sign-out", sign_out, Door::anyone),

        get("/invitations", list_invitations),
        get("/invitations/new", show_new_invitation),
        post("/invitations/new", create_invitation),
        get("/invitations/{}", show_invitation, Door::anyone),
        post("/invitations/{}", with(services, take_invitation), Door::anyone),
        post("/invitations/{}/revoke", revoke_invitation_link),
        get("/invitations/{}/revoke", find_invitations),

        get("/members", show_members),
        get("/members/{}", show_member),
        get("/centers", show_centers),
        get("/centers/{}", show_center),
        get("/centers/{}/edit", show_edit_center),
        post("/centers/{}/edit", save_center),
        get("/centers/{}/delegates", show_delegates),
        post("/centers/{}/delegates", save_delegates),

        get("/settings", show_settings),
        post("/settings", save_settings),
        get("/settings/sign-in", show_sign_in_settings),
        get("/settings/password", find_sign_in_settings),
        post("/settings/password", with(services, change_password)),
        post("/settings/sessions/end", end_sessions_of_mine),
        get("/settings/second-step", with(services, show_second_step)),
        post("/settings/second-step", with(services, change_second_step)),
        post("/settings/second-step/confirm", with(services, confirm_second_step)),
        get("/settings/tokens", show_tokens),
        post("/settings/tokens", with(services, create_token)),
        post("/settings/tokens/{}/revoke", revoke_own_token),

        get("/admin/audit", show_audit_log),
        get("/admin/centers/new", show_new_center),
        post("/admin/centers/new", save_new_center),
        get("/admin/members/{}", show_account),
        post("/admin/members/{}", save_account),
        post("/admin/members/{}/password", create_password_link),

        get("/api/v1/me", api_me),
        get("/api/v1/members", api_members),
        get("/api/v1/members/{}", api_member),
        get("/api/v1/centers", api_centers),
        get("/api/v1/centers/{}", api_center),
        post("/api/v1/invitations", api_invite),
    };
}

} // namespace members
