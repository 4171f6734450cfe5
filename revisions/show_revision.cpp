#include "revisions/editor_view.hpp"
#include "revisions/history_view.hpp"
#include "revisions/may.hpp"
#include "revisions/revisions_store.hpp"

namespace revisions {
namespace {

using html::Writer;

void about(Writer& w, const site::Context& c, const Revision& revision, int newest) {
    w.put<"<p>">();
    if (revision.number == newest)
        w.put<"This is the current text, revision {}, saved by ">(revision.number);
    else
        w.put<"This is revision {} of {}, not the current text. It was saved by ">(revision.number, newest);
    revision_author(w, revision);
    w.put<" ">();
    parts::when(w, c, revision.at);
    w.put<".</p>">();
    if (const auto origin = revision_origin(revision); !origin.empty()) w.put<"<p>{}.</p>">(origin);
    if (!revision.summary.empty()) w.put<"<p>Summary: {}</p>">(revision.summary);
}

void redaction(Writer& w, const site::Context& c, const Chain& chain, const Revision& revision) {
    if (may_redact(c.viewer) && !revision.redacted_at)
        parts::button_link(w, chain.at("/revisions/" + std::to_string(revision.number) + "/redact"),
                           "Remove its words …", parts::Look::quiet);
}

void acts(Writer& w, const site::Context& c, const Chain& chain, const Revision& revision, int newest) {
    parts::button_link(w, chain.where, "Current text", parts::Look::plain);
    if (revision.number > 1)
        parts::button_link(w, chain.compare(revision.number - 1, revision.number), "What changed here",
                           parts::Look::quiet);
    if (revision.number == newest) {
        if (chain.standing == Standing::withdrawn) redaction(w, c, chain, revision);
        return;
    }
    parts::button_link(w, chain.compare(revision.number, newest), "What changed since", parts::Look::quiet);
    if (chain.may_restore && !revision.redacted_at)
        parts::post_button(w, c, chain.at("/restore"),
                           {.words = "Bring this text back",
                            .look = parts::Look::plain,
                            .icon = "history",
                            .hidden = {{"revision", std::to_string(revision.number)}}});
    redaction(w, c, chain, revision);
}

void text(Writer& w, store::Reader& db, const Chain& chain, const Revision& revision) {
    if (revision.redacted_at) {
        w.put<"<p>The words of this revision were removed for good by a steward.</p>">();
        return;
    }
    if (!revision.title.empty()) w.put<"<h2>{}</h2>">(revision.title);
    const auto html = preview(db, revision.body, kind_of(db, chain.text).value());
    if (html)
        w.put<"<div class=\"prose\">{}</div>">(html::Safe::trusted(*html));
    else
        w.put<"<pre>{}</pre>">(revision.body);
}

} // namespace

server::Response show_revision(site::Context& c, const Chain& chain, int number) {
    const auto revision = find_revision(c.db, chain.text, number);
    if (!revision) return site::not_found(c, "This text has no such revision.");
    const int newest = newest_number(c.db, chain.text);

    const site::Frame frame{.title = "Revision " + std::to_string(number) + " of " + chain.title,
                            .section = chain.section,
                            .crumbs = chain.crumbs};
    return site::page(c, frame, [&](Writer& w) {
        parts::page_head(w, frame.title, {},
                         [&](Writer& inner) { acts(inner, c, chain, *revision, newest); });
        parts::tabs(w, "This page", chain.tabs);
        parts::notice(w, number == newest ? parts::Tone::plain : parts::Tone::care,
                      [&](Writer& inner) { about(inner, c, *revision, newest); });
        w.put<"<div class=\"paper\">">();
        text(w, c.db, chain, *revision);
        w.put<"</div>">();
    });
}

} // namespace revisions
