#include "markup/admission.hpp"
#include "revisions/drafts.hpp"
#include "revisions/handlers.hpp"

namespace revisions {
namespace {

/// Whether a browser follows a form, and so wants a page; scripts ask for anything.
bool wants_page(const site::Context& c) {
    return c.request.headers.get("Accept").find("text/html") != std::string_view::npos;
}

} // namespace

server::Response keep_draft_sent(site::Context& c) {
    const auto draft = draft_of(c.input, c.now);
    server::Complaints complaints;
    complaints.check_length("key", "The place of the draft", draft.place, 200);
    if (draft.title.size() > 1000) complaints.add("title", "This title is too long to keep.");
    if (draft.others.size() > 2 * markup::page_limits.bytes)
        complaints.add("body", "The form holds more than a draft can keep. Send it, or shorten it.");
    for (const auto& [name, value] : c.input)
        if (value.size() > markup::page_limits.bytes) complaints.add(name, "This text is too long to keep.");
    if (complaints.any()) return site::problem(c, complaints.problem());

    c.write([&](store::Writer& db) { keep_draft(db, c.viewer.id, draft); });
    if (wants_page(c)) return site::done(c, server::link<"/drafts">(), "Your draft is kept.");
    return server::no_content();
}

server::Response delete_draft(site::Context& c) {
    const auto place = c.input.line("key");
    c.write([&](store::Writer& db) { forget_draft(db, c.viewer.id, place); });
    return site::done(c, server::link<"/drafts">(), "The draft is deleted.");
}

} // namespace revisions
