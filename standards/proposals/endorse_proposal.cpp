// Small acts of one button: endorsing, watching.
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
namespace {

enum class Watching { on, off };

server::Response set_watching(site::Context& c, ProposalId id, Watching watching) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);
    c.write([&](store::Writer& db) {
        if (watching == Watching::on)
            notices::watch(db, c.viewer.id, subject_of(id), c.now);
        else
            notices::unwatch(db, c.viewer.id, subject_of(id));
    });
    return site::done(c, address_of(*proposal),
                      watching == Watching::on ? "You will hear of changes to this proposal."
                                               : "You no longer watch this proposal.");
}

server::Response set_watching_ideas(site::Context& c, Watching watching) {
    c.write([&](store::Writer& db) {
        if (watching == Watching::on)
            notices::watch(db, c.viewer.id, ideas, c.now);
        else
            notices::unwatch(db, c.viewer.id, ideas);
    });
    return site::done(c, server::link<"/standards/proposals">(),
                      watching == Watching::on ? "You will hear of new proposals."
                                               : "You no longer hear of new proposals.");
}

} // namespace

server::Response post_endorse(site::Context& c, ProposalId id) {
    const auto endorsed = c.write([&](store::Writer& db) { return endorse(db, c.viewer, id, c.now); });
    if (!endorsed) return site::problem(c, endorsed.error());
    return site::done(c, server::link<"/standards/proposals/{}">(id), "Your Center endorses this idea.");
}

server::Response post_unendorse(site::Context& c, ProposalId id) {
    const auto taken =
        c.write([&](store::Writer& db) { return take_endorsement_back(db, c.viewer, id, c.now); });
    if (!taken) return site::problem(c, taken.error());
    return site::done(c, server::link<"/standards/proposals/{}">(id),
                      "Your Center no longer endorses this idea.");
}

server::Response post_watch_proposal(site::Context& c, ProposalId id) {
    return set_watching(c, id, Watching::on);
}

server::Response post_unwatch_proposal(site::Context& c, ProposalId id) {
    return set_watching(c, id, Watching::off);
}

server::Response post_watch_ideas(site::Context& c) {
    return set_watching_ideas(c, Watching::on);
}

server::Response post_unwatch_ideas(site::Context& c) {
    return set_watching_ideas(c, Watching::off);
}

server::Response find_proposals([[maybe_unused]] site::Context& c) {
    return server::see_other(server::link<"/standards/proposals">());
}

} // namespace standards
