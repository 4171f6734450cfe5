// Settings of a page: the forms of an owner or a steward.
#include "wiki/handlers.hpp"
#include "wiki/may.hpp"
#include "wiki/page_input.hpp"
#include "wiki/page_lookup.hpp"
#include "wiki/page_view.hpp"
#include "wiki/settings_view.hpp"

namespace wiki {
namespace {

/// The settings with one form refused; problems that are no form's fault have a page of their own.
server::Response refused(const site::Context& c, const Page& page, parts::State SettingsForms::* which,
                         const base::Problem& problem) {
    if (problem.kind != base::ProblemKind::invalid) return site::problem(c, problem);
    auto forms = settings_of(page);
    (forms.*which) = {c.input, problem};
    return settings_page(c, page, forms);
}

} // namespace

server::Response show_settings(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/settings");
    if (!page) return instead;
    if (!may_tend(c.viewer, *page))
        return site::problem(c, base::ProblemKind::not_allowed,
                             "Only the page's owner and the stewards may change its settings.");
    return settings_page(c, *page, settings_of(*page));
}

server::Response post_rename_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/rename");
    if (!page) return instead;
    const auto new_slug = c.input.line("slug");
    const auto renamed =
        c.write([&](store::Writer& db) { return rename_page(db, c.viewer, page->id, new_slug, c.now); });
    if (!renamed) return refused(c, *page, &SettingsForms::rename, renamed.error());
    return site::done(c, address_of(find_page(c.db, page->id).value()),
                      "The page has moved; the old address leads here.");
}

server::Response post_review_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/review");
    if (!page) return instead;
    server::Complaints complaints;
    const auto keeping = read_keeping(c, complaints);
    const Review review{c.input.line("area"), keeping.owner, keeping.review_by, c.input.flag("reviewed")};
    if (review.reviewed && review.next && *review.next <= c.now)
        complaints.add("review_by", "The next review must be after today.");
    if (complaints.any() && may_tend(c.viewer, *page))
        return refused(c, *page, &SettingsForms::review, complaints.problem());
    const auto reviewed =
        c.write([&](store::Writer& db) { return review_page(db, c.viewer, page->id, review, c.now); });
    if (!reviewed) return refused(c, *page, &SettingsForms::review, reviewed.error());
    return site::done(c, address_of(*page),
                      review.reviewed ? "Thank you: the review is noted." : "The settings are saved.");
}

server::Response post_withdraw_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up(c, slug, "/withdraw");
    if (!page) return instead;
    const auto reason = c.input.line("reason");
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", reason, 300);
    if (complaints.any() && may_withdraw(c.viewer))
        return refused(c, *page, &SettingsForms::withdraw, complaints.problem());
    const auto withdrawn =
        c.write([&](store::Writer& db) { return withdraw_page(db, c.viewer, page->id, reason, c.now); });
    if (!withdrawn) return site::problem(c, withdrawn.error());
    return site::done(c, server::link<"/practices">(), "The page is withdrawn.");
}

server::Response post_return_page(site::Context& c, const std::string& slug) {
    const auto [page, instead] = look_up_withdrawn(c, slug);
    if (!page) return instead;
    const auto returned =
        c.write([&](store::Writer& db) { return return_page(db, c.viewer, page->id, c.now); });
    if (!returned) return site::problem(c, returned.error());
    return site::done(c, address_of(*page), "The page is back.");
}

server::Response find_settings([[maybe_unused]] site::Context& c, const std::string& slug) {
    return server::see_other(server::link<"/practices/{}/settings">(slug));
}

} // namespace wiki
