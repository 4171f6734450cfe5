#include "wiki/settings_view.hpp"

#include "wiki/may.hpp"
#include "wiki/page_view.hpp"

namespace wiki {
namespace {

using html::Writer;
using server::link;

void review_form(Writer& w, const site::Context& c, const Page& page, const parts::State& state) {
    std::vector<parts::Option> options;
    for (const auto& area : areas(c.db))
        options.push_back({area.slug, area.name});
    parts::form(w, c, link<"/practices/{}/review">(page.slug), {}, state, [&](Writer& inner) {
        parts::checkbox(inner, state,
                        {.name = "reviewed", .label = "I have read the page today, and it is right"});
        parts::text_field(inner, state,
                          {.name = "review_by",
                           .label = "Review it again by",
                           .type = "date",
                           .optional = true,
                           .look = "brief"});
        parts::text_field(
            inner, state,
            {.name = "owner",
             .label = "Owner",
             .hint = "The name after @, like noor-haddad. Who owns it sees first when a review is due.",
             .optional = true});
        parts::select_field(inner, state, {.name = "area", .label = "Practice area", .options = options});
        parts::acts(inner, [](Writer& row) { parts::submit(row, {.words = "Save the review"}); });
    });
}

void rename_form(Writer& w, const site::Context& c, const Page& page, const parts::State& state) {
    parts::form(w, c, link<"/practices/{}/rename">(page.slug), {}, state, [&](Writer& inner) {
        parts::text_field(
            inner, state,
            {.name = "slug",
             .label = "Last part of the address",
             .hint = "Small letters, digits and hyphens. The old address leads to the new one. To change "
                     "the title alone, edit the page."});
        parts::acts(inner, [](Writer& row) {
            parts::submit(row, {.words = "Move the page", .look = parts::Look::plain});
        });
    });
}

void withdraw_form(Writer& w, const site::Context& c, const Page& page, const parts::State& state) {
    parts::form(w, c, link<"/practices/{}/withdraw">(page.slug), {}, state, [&](Writer& inner) {
        parts::text_field(inner, state,
                          {.name = "reason",
                           .label = "Why",
                           .hint = "Shown in the page's place. The text is kept, and you can bring it back.",
                           .max_length = 300});
        parts::acts(inner, [](Writer& row) {
            parts::submit(row, {.words = "Withdraw the page", .look = parts::Look::danger});
        });
    });
}

} // namespace

SettingsForms settings_of(const Page& page) {
    SettingsForms forms;
    forms.review.values.add("owner", page.owner_handle);
    forms.review.values.add("review_by", page.review_by ? day_text(*page.review_by) : "");
    forms.review.values.add("area", page.area_slug);
    forms.rename.values.add("slug", page.slug);
    return forms;
}

server::Response settings_page(const site::Context& c, const Page& page, const SettingsForms& forms) {
    auto chain = chain_of(c, page);
    const site::Frame frame{.title = "Settings of " + page.title,
                            .section = "practices",
                            .crumbs = chain.crumbs,
                            .width = "narrow"};
    const bool refused = forms.review.problem || forms.rename.problem || forms.withdraw.problem;
    return site::page(
        c, frame,
        [&](Writer& w) {
            parts::page_head(w, frame.title);
            parts::tabs(w, "This page", page_tabs(c, page, Face::settings));
            w.put<"<div class=\"stack-wide\">">();
            parts::section(w, "Review", [&](Writer& inner) { review_form(inner, c, page, forms.review); });
            parts::section(w, "Address", [&](Writer& inner) { rename_form(inner, c, page, forms.rename); });
            if (may_withdraw(c.viewer))
                parts::section(w, "Withdraw",
                               [&](Writer& inner) { withdraw_form(inner, c, page, forms.withdraw); });
            w.put<"</div>">();
        },
        refused ? 422 : 200);
}

} // namespace wiki
