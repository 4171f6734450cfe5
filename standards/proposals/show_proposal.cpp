#include "notices/notices.hpp"
#include "notices/see.hpp"
#include "revisions/drafts.hpp"
#include "standards/proposals/aftermath.hpp"
#include "standards/proposals/comment_store.hpp"
#include "standards/proposals/handlers.hpp"
#include "standards/proposals/proposal_form.hpp"
#include "standards/proposals/proposal_view.hpp"

namespace standards {
server::Response show_proposal(site::Context& c, ProposalId id) {
    const auto proposal = find_proposal(c.db, id);
    if (!proposal) return no_such_proposal(c);

    Reading reading;
    const auto source = read_text(revisions::newest(c.db, proposal->text).body);
    reading.text =
        take_apart(revisions::rendered(c.db, proposal->text).html, source.value_or(ProposalText{}));
    reading.authors = authors_of(c.db, id);
    reading.endorsements = endorsements_of(c.db, id);
    reading.ballots = ballots_on(c.db, id);
    reading.timeline = timeline_of(c.db, id);
    reading.names = names_in_ledger(c.db, id);
    reading.standard = standard_number(c.db, id);
    reading.comments = comments_by_clause(c.db, id);
    reading.is_author = is_author(c.db, id, c.viewer.id);
    reading.watching = notices::is_watching(c.db, c.viewer.id, subject_of(id));
    reading.has_draft = revisions::find_draft_under(c.db, c.viewer.id, edit_place(*proposal, "")).has_value();
    notices::see(c, address_of(*proposal).text());
    return reading_page(c, *proposal, reading);
}

} // namespace standards
