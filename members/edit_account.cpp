#include "members/accounts.hpp"
#include "members/admin_view.hpp"
#include "members/handlers.hpp"
#include "members/may.hpp"
#include "members/options.hpp"
#include "members/shown_once_view.hpp"

namespace members {
namespace {

Response not_yours(const Context& c) {
    return site::problem(c, base::ProblemKind::not_allowed, "Administrators can do this.");
}

base::Result<AccountChange> read_form(Context& c) {
    server::Complaints complaints;
    const auto role = base::parse_enum<site::Role>(c.input.line("role"));
    if (!role) complaints.add("role", "Choose a role.");
    std::optional<base::CenterId> center;
    if (const auto slug = c.input.line("center"); !slug.empty()) {
        center = find_center(c.db, slug);
        if (!center) complaints.add("center", "Choose a Center of the list.");
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return AccountChange{*role, center, c.input.flag("open"), std::string(c.input.raw("seen"))};
}

/// The account as it stands; with what went wrong, where something did.
Response page_now(Context& c, const Profile& profile, const std::optional<base::Problem>& problem = {}) {
    parts::State state{.problem = problem};
    state.values.add("role", base::enum_text(profile.role));
    state.values.add("center", profile.center_slug.value_or(""));
    if (!profile.closed) state.values.add("open", "yes");
    state.values.add("seen", standing_of(profile));
    return account_page(c, profile, second_step_of(c.db, profile.id), center_options(c.db), state,
                        problem ? site::status_of(problem->kind) : 200);
}

/// What a Center's vote has to do with it would else go unnoticed.
std::string saved_words(const std::optional<PassedSeat>& passed) {
    const std::string saved = "The account is saved.";
    if (!passed) return saved;
    if (!passed->delegate) return saved + " " + passed->center + " has nobody now who casts its vote.";
    return saved + " " + passed->center + " has " + *passed->delegate + " now as its delegate.";
}

} // namespace

Response show_account(Context& c, Text handle) {
    if (!may_administer(c.viewer)) return not_yours(c);
    const auto profile = read_profile(c.db, handle);
    if (!profile) return site::not_found(c, "There is no such member.");
    return page_now(c, *profile);
}

Response save_account(Context& c, Text handle) {
    if (!may_administer(c.viewer)) return not_yours(c);
    const auto profile = read_profile(c.db, handle);
    if (!profile) return site::not_found(c, "There is no such member.");
    const auto refuse = [&](const base::Problem& problem) {
        // What was chosen on a page that had grown old would undo what somebody else did.
        if (problem.kind == base::ProblemKind::conflict)
            return page_now(c, read_profile(c.db, profile->id).value(), problem);
        if (problem.kind != base::ProblemKind::invalid) return site::problem(c, problem);
        return account_page(c, *profile, second_step_of(c.db, profile->id), center_options(c.db),
                            {.values = c.input, .problem = problem}, 422);
    };
    const auto change = read_form(c);
    if (!change) return refuse(change.error());
    const auto saved =
        c.write([&](store::Writer& db) { return change_account(db, c.viewer, profile->id, *change, c.now); });
    if (!saved) return refuse(saved.error());
    return site::done(c, server::link<"/members/{}">(handle), saved_words(*saved));
}

Response create_password_link(Context& c, Text handle) {
    const auto member = find_by_handle(c.db, handle);
    if (!member) return site::not_found(c, "There is no such member.");
    const auto secret = c.write(
        [&](store::Writer& db) { return offer_password(db, c.services.random, c.viewer, *member, c.now); });
    if (!secret) return site::problem(c, secret.error());
    return shown_once_page(
        c, {.title = "The link is ready",
            .lede = "Give it to the member alone. It is shown this once, works once, and ends in a day.",
            .label = "Link",
            .secret = whole_address(c, server::link<"/invitations/{}">(*secret)),
            .back = server::link<"/admin/members/{}">(handle),
            .back_words = "The account"});
}

} // namespace members
