#include "base/text.hpp"
#include "standards/register/may.hpp"
#include "standards/register/standard_view.hpp"
#include "standards/register/words.hpp"

namespace standards {
namespace {

using html::Writer;
using server::link;

void fact(Writer& w, std::string_view name, const parts::Inside& value) {
    w.put<"<dt>{}</dt><dd>{}</dd>">(name, value);
}

void number_link(Writer& w, const std::string& number) {
    w.put<"<a href=\"{}\">{}</a>">(link<"/standards/{}">(number), number);
}

void facts(Writer& w, const site::Context& c, const StandardPage& page) {
    const auto& standard = page.version;
    w.put<"<dl class=\"facts\">">();
    fact(w, "Number", [&](Writer& in) { in.put<"{}, version {}">(standard.number, standard.version); });
    fact(w, "Status", [&](Writer& in) {
        if (page.is_newest())
            parts::badge(in, words_for(standard.status), tone_of(standard.status));
        else
            parts::badge(in, "An earlier version");
    });
    fact(w, "Adopted", [&](Writer& in) { parts::date(in, c, standard.adopted_at); });
    fact(w, "Review by", [&](Writer& in) {
        parts::date(in, c, standard.review_by);
        if (standard.review_by < c.now && page.is_newest() && standard.status == StandardStatus::in_force) {
            in.put<" ">();
            parts::badge(in, "Due", parts::Tone::care, "clock");
        }
    });
    for (const auto& number : page.replaces)
        fact(w, "Replaces", [&](Writer& in) { number_link(in, number); });
    if (!standard.replaced_by.empty())
        fact(w, "Replaced by", [&](Writer& in) { number_link(in, standard.replaced_by); });
    w.put<"</dl>">();
}

void versions(Writer& w, const site::Context& c, const StandardPage& page) {
    w.put<"<ul class=\"versions-list\">">();
    for (std::size_t i = 0; i < page.versions.size(); ++i) {
        const auto& version = page.versions[i];
        const bool is_shown = version.version == page.version.version;
        w.put<"<li><a href=\"{}\"{}>Version {}</a>, ">(
            version_address(version),
            html::Attribute{"aria-current",
                            is_shown ? std::optional<std::string_view>("true") : std::nullopt},
            version.version);
        parts::date(w, c, version.adopted_at);
        if (i + 1 < page.versions.size()) {
            const auto before = page.versions[i + 1].version;
            w.put<" <a class=\"no-print\" href=\"{}\">what changed"
                  "<span class=\"hidden-words\"> from version {} "
                  "to {}</span></a>">(
                *server::Url::local(link<"/standards/{}/compare">(version.number).text() + "?from=" +
                                    std::to_string(before) + "&to=" + std::to_string(version.version)),
                before, version.version);
        }
        w.put<"</li>">();
    }
    w.put<"</ul>">();
}

void other_forms(Writer& w, const StandardPage& page) {
    const auto json = server::Url::local(link<"/api/v1/standards/{}">(page.version.number).text() +
                                         "?version=" + std::to_string(page.version.version));
    std::vector<parts::Entry> entries{{"As JSON", *json},
                                      {"Feed of the register", link<"/standards/feed.atom">()}};
    parts::links(w, entries);
}

void your_center(Writer& w, const StandardPage& page) {
    const auto where = link<"/standards/{}/adoption">(page.version.number);
    w.put<"<section class=\"card no-print\"><h2>Your Center</h2>">();
    if (page.own.empty())
        w.put<"<p>Your Center has not said yet how far it is with this standard.</p>">();
    else
        w.put<"<p>{} of {} met. {}</p>">(
            clauses_met(page.own),
            base::counted(static_cast<std::int64_t>(page.text.clauses.size()), "clause", "clauses"),
            page.own_is_shared ? "The members of all Centers see this." : "Only your Center sees this.");
    parts::button_link(w, where, page.own.empty() ? "Say how far you are" : "Change or print it",
                       parts::Look::plain);
    w.put<"</section>">();
}

void shared(Writer& w, const StandardPage& page) {
    if (page.shared.empty()) return;
    parts::section(w, "Centers that share how far they are", [&](Writer& in) {
        in.put<"<ul class=\"versions-list\">">();
        for (const auto& center : page.shared)
            in.put<"<li><a href=\"{}\">{}</a>: {} met, {} in progress, {} not yet</li>">(
                link<"/centers/{}">(center.slug), center.name, center.met, center.in_progress,
                center.not_yet);
        in.put<"</ul>">();
    });
}

void acts(Writer& w, const site::Context& c, const StandardPage& page) {
    const auto& standard = page.version;
    parts::section(w, "What you can do", [&](Writer& in) {
        in.put<"<div class=\"stack\">">();
        if (page.revision)
            in.put<"<p>A revision is <a href=\"{}\">in the making</a>.</p>">(
                link<"/standards/proposals/{}">(*page.revision));
        else if (may_revise(c.viewer, standard.status))
            parts::post_button(in, c, link<"/standards/{}/revise">(standard.number),
                               {.words = "Propose a better version", .icon = "pencil"});
        parts::button_link(in, link<"/standards/proposals/{}">(standard.proposal), "How it came to be",
                           parts::Look::quiet);
        if (may_retire(c.viewer, standard.status))
            parts::button_link(in, link<"/standards/{}/retire">(standard.number), "Retire or replace it",
                               parts::Look::quiet);
        in.put<"</div>">();
    });
}

} // namespace

void standard_aside(Writer& w, const site::Context& c, const StandardPage& page) {
    parts::section(w, "About this standard", [&](Writer& in) { facts(in, c, page); });
    if (may_adopt(c.viewer) && page.version.status == StandardStatus::in_force) your_center(w, page);
    parts::section(w, "Versions", [&](Writer& in) { versions(in, c, page); });
    w.put<"<div class=\"stack-wide no-print\">">();
    shared(w, page);
    if (c.viewer.signed_in()) acts(w, c, page);
    parts::section(w, "Other forms", [&](Writer& in) { other_forms(in, page); });
    w.put<"</div>">();
}

} // namespace standards
