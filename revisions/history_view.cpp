#include "revisions/history_view.hpp"

#include "revisions/compare_view.hpp"

namespace revisions {
namespace {

using html::Flag;
using html::Writer;

/// The radio button that picks a revision for one side of the comparison.
void radio(Writer& w, std::string_view side, const Revision& revision, bool checked) {
    w.put<"<label><input type=\"radio\" name=\"{}\" value=\"{}\"{}><span class=\"hidden-words\">"
          "Compare {} revision {}</span></label>">(side, revision.number, Flag{"checked", checked}, side,
                                                   revision.number);
}

void note(Writer& w, const Revision& revision) {
    if (revision.redacted_at)
        w.put<"<p class=\"revision-note none\">The words of this revision were removed.</p>">();
    else if (!revision.summary.empty())
        w.put<"<p class=\"revision-note\">{}</p>">(revision.summary);
    else if (revision.number == 1)
        w.put<"<p class=\"revision-note none\">The beginning</p>">();
    else if (revision_origin(revision).empty())
        w.put<"<p class=\"revision-note none\">No summary</p>">();
    if (const auto origin = revision_origin(revision); !origin.empty())
        w.put<"<p class=\"revision-note\">{}</p>">(origin);
}

void facts(Writer& w, const site::Context& c, const Chain& chain, const Revision& revision, int newest) {
    w.put<"<p class=\"row-meta\"><a href=\"{}\">Revision {}</a> ">(chain.revision(revision.number),
                                                                   revision.number);
    if (revision.number == newest) parts::badge(w, "Current", parts::Tone::good);
    w.put<" ">();
    revision_author(w, revision);
    w.put<" ">();
    parts::when(w, c, revision.at);
    w.put<" ">();
    change_counts(w, revision.added, revision.removed);
    if (revision.number > 1)
        w.put<" <a href=\"{}\">What changed<span class=\"hidden-words\"> in revision {}</span></a>">(
            chain.compare(revision.number - 1, revision.number), revision.number);
    w.put<"</p>">();
}

void entry(Writer& w, const site::Context& c, const Chain& chain, const HistoryList& list,
           std::size_t index) {
    const auto& revision = list.revisions[index];
    w.put<"<li class=\"revision\"><span class=\"pick\">">();
    radio(w, "from", revision, index == 1);
    radio(w, "to", revision, index == 0);
    w.put<"</span><div class=\"revision-body\">">();
    note(w, revision);
    facts(w, c, chain, revision, list.newest);
    w.put<"</div></li>">();
}

} // namespace

void revision_author(Writer& w, const Revision& revision) {
    parts::author_link(w, {.name = revision.author_name, .handle = revision.author_handle});
}

std::string revision_origin(const Revision& revision) {
    if (revision.restores) return "Brings back revision " + std::to_string(*revision.restores);
    if (revision.merged_from)
        return "Merged with changes made since revision " + std::to_string(*revision.merged_from);
    return {};
}

void history_view(Writer& w, const site::Context& c, const Chain& chain, const HistoryList& list) {
    const bool comparable = list.revisions.size() > 1;
    w.put<"<form class=\"stack\" action=\"{}\">">(chain.at("/compare"));
    if (comparable)
        w.put<"<p class=\"hint\">Pick an older revision in the first column and a newer one in the second, "
              "then compare.</p>">();
    const auto compare_button = [&] {
        if (!comparable) return;
        parts::acts(w, [](Writer& inner) {
            parts::submit(inner, {.words = "Compare the two picked", .look = parts::Look::plain});
        });
    };
    compare_button();
    w.put<"<ol class=\"revisions\" reversed=\"reversed\">">();
    for (std::size_t i = 0; i < list.revisions.size(); ++i)
        entry(w, c, chain, list, i);
    w.put<"</ol>">();
    if (list.revisions.size() > 10) compare_button();
    w.put<"</form>">();
    std::optional<server::Url> newer;
    std::optional<server::Url> older;
    if (!list.is_first_page) newer = chain.at("/history");
    if (list.has_older) older = chain.at("/history?below=" + std::to_string(list.revisions.back().number));
    parts::pager(w, newer, older, "Newest", "Older");
}

} // namespace revisions
