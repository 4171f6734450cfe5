// What the pages of history need to know about the thing whose text it is: a page of the wiki, a post, a
// proposal. The slice that owns the text fills this in; the pages then look the same everywhere.
//
//     /practices/{slug}/history             show_history(c, chain)
//     /practices/{slug}/revisions/{n}       show_revision(c, chain, n)
//     /practices/{slug}/compare?from=&to=   show_compare(c, chain)
//     /practices/{slug}/restore             POST, field `revision`: the slice's own act
//     /practices/{slug}/revisions/{n}/redact   GET show_redact(c, chain, n), POST redact_revision(c, chain,
//     n)
#pragma once

#include "revisions/revisions.hpp"
#include "site/layout.hpp"
#include "site/parts.hpp"

#include <functional>

namespace revisions {

struct Chain {
    base::TextId text;
    std::string title;                 // of the thing now: "Seals: choosing, numbering, checking"
    server::Url where;                 // where it is read
    std::string path;                  // encoded; "/history", "/revisions/3" … stand behind it
    std::string_view section{};        // of the frame: "practices", "forum"
    std::vector<site::Crumb> crumbs{}; // the way to the thing, itself included
    std::vector<parts::Tab> tabs{};    // "Read", "Edit", "History"; none for posts
    bool may_restore = false;
    Standing standing = Standing::shown;
    // What follows when a revision was emptied: its title goes wherever it was copied to. Of something
    // withdrawn that can be the newest revision.
    std::function<void(store::Writer&, bool newest)> forget_title{};

    /// An address behind `path`: at("/history").
    [[nodiscard]] server::Url at(const std::string& rest) const;
    [[nodiscard]] server::Url revision(int number) const;
    [[nodiscard]] server::Url compare(int from, int to) const;
};

/// Every revision, the newest first: who, when, why; any two can be compared, an older one restored.
server::Response show_history(site::Context& c, const Chain& chain);
/// One revision as it was. 404 where there is none.
server::Response show_revision(site::Context& c, const Chain& chain, int number);
/// Two revisions against each other: `from` and `to` of the query; without them the newest two.
server::Response show_compare(site::Context& c, const Chain& chain);
/// The form that empties a revision for good, of what is still shown an old one; stewards only.
server::Response show_redact(site::Context& c, const Chain& chain, int number);
/// Empties it; the reason goes into the audit log.
server::Response redact_revision(site::Context& c, const Chain& chain, int number);

} // namespace revisions
