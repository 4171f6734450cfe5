#include "members/members.hpp"
#include "revisions/chain.hpp"
#include "revisions/may.hpp"

namespace revisions {
namespace {

using html::Writer;

/// Why the viewer may not empty this revision, or nothing.
std::optional<base::Problem> refusal(site::Context& c, const Chain& chain, int number) {
    if (!may_redact(c.viewer))
        return base::Problem{base::ProblemKind::not_allowed,
                             "Only a steward may remove the words of a revision."};
    const auto revision = find_revision(c.db, chain.text, number);
    if (!revision || revision->redacted_at)
        return base::Problem{base::ProblemKind::not_found, "There is no such revision with words in it."};
    if (chain.standing == Standing::shown && number == newest_number(c.db, chain.text))
        return base::Problem{base::ProblemKind::conflict,
                             "This is the current text. Save it without the passage first."};
    return std::nullopt;
}

server::Response form(site::Context& c, const Chain& chain, int number, const parts::State& state) {
    const site::Frame frame{.title = "Remove the words of revision " + std::to_string(number),
                            .section = chain.section,
                            .crumbs = chain.crumbs,
                            .width = "narrow"};
    const auto address = chain.at("/revisions/" + std::to_string(number) + "/redact");
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title, chain.title);
            parts::notice(w, parts::Tone::care, [](Writer& inner) {
                inner.put<
                    "<p>The words of this one revision go for good: a home address, a voter's name. That "
                    "it was there, who saved it and when, stays. Look at its neighbours too: they may "
                    "hold the same words.</p>">();
            });
            parts::form(w, c, address, {}, state, [&](Writer& inner) {
                parts::text_field(inner, state,
                                  {.name = "reason",
                                   .label = "Why",
                                   .hint = "Goes into the audit log. Do not repeat what you remove."});
                parts::acts(inner, [&](Writer& row) {
                    parts::submit(row, {.words = "Remove its words", .look = parts::Look::danger});
                    parts::button_link(row, chain.revision(number), "Cancel", parts::Look::quiet);
                });
            });
        },
        state.problem ? 422 : 200);
}

} // namespace

server::Response show_redact(site::Context& c, const Chain& chain, int number) {
    if (const auto problem = refusal(c, chain, number)) return site::problem(c, *problem);
    return form(c, chain, number, {});
}

server::Response redact_revision(site::Context& c, const Chain& chain, int number) {
    if (const auto problem = refusal(c, chain, number)) return site::problem(c, *problem);
    const auto reason = c.input.line("reason");
    server::Complaints complaints;
    complaints.check_length("reason", "The reason", reason, 300);
    if (complaints.any()) return form(c, chain, number, {c.input, complaints.problem()});

    const auto result = c.write([&](store::Writer& db) {
        auto redacted = redact(db, chain.text, number, chain.standing, c.viewer.id, c.now);
        if (!redacted) return redacted;
        if (chain.forget_title) chain.forget_title(db, number == newest_number(db, chain.text));
        // By its place: the title may be what had to go.
        members::audit(db, c.viewer.id, "removed the words of a revision",
                       chain.path + ", revision " + std::to_string(number), reason, c.now);
        return redacted;
    });
    if (!result) return site::problem(c, result.error());
    return site::done(c, chain.at("/history"), "The words of that revision are gone.");
}

} // namespace revisions
