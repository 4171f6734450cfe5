#include "base/text.hpp"
#include "members/members.hpp"
#include "notices/notices.hpp"
#include "revisions/mentions.hpp"
#include "server/url.hpp"
#include "wiki/page_index.hpp"
#include "wiki/page_store.hpp"

#include <algorithm>
#include <array>

namespace wiki {
namespace {

using notices::Reason;
using notices::Subject;
using notices::SubjectKind;
using revisions::Author;
using revisions::Prepared;

/// Slugs that stand for something else below /practices.
constexpr std::array<std::string_view, 2> reserved{"new", "areas"};

bool is_reserved(std::string_view slug) {
    return std::ranges::find(reserved, slug) != reserved.end();
}

/// The slug of a new page, or which field must change.
base::Result<std::string> new_slug(store::Reader& db, const NewPage& page, const std::string& title) {
    auto slug = page.slug.empty() ? base::slug(title) : page.slug;
    const std::string field = page.slug.empty() ? "title" : "slug";
    if (!base::is_slug(slug))
        return base::fail_field(field, "An address is made of small letters, digits and single hyphens.");
    if (is_reserved(slug)) return base::fail_field(field, "This title is taken. Add a word to it.");
    if (is_taken(db, slug))
        return base::fail_field(field, "There is a page at “/practices/" + slug +
                                           "” already. Add to it, or choose another title.");
    return slug;
}

base::Result<> check_title(std::string_view title) {
    server::Complaints complaints;
    complaints.check_length("title", "The title", title, 200);
    if (complaints.any()) return base::fail(complaints.problem());
    return {};
}

/// The members that the text mentions and the one before did not.
std::vector<MemberId> newly_mentioned(store::Reader& db, const markup::Rendered& rendered,
                                      std::string_view body_before) {
    std::vector<MemberId> mentioned;
    for (const auto& handle : revisions::newly_mentioned(rendered, body_before))
        if (const auto member = members::find_by_handle(db, handle)) mentioned.push_back(*member);
    return mentioned;
}

void tell(store::Writer& db, const Page& page, Reason reason, const std::vector<MemberId>& mentioned,
          const Author& author) {
    const auto address = server::link<"/practices/{}">(page.slug).text();
    notices::Event event{reason, author.member.value_or(MemberId{}), page.title, address, author.at};
    event.reason = Reason::mentioned;
    notices::tell(db, mentioned, event);
    event.reason = reason;
    if (reason == Reason::edited) event.address += "/history";
    const Subject subject = reason == Reason::posted ? Subject{SubjectKind::area, page.area.value}
                                                     : Subject{SubjectKind::page, page.id.value};
    notices::tell_watchers(db, {subject}, event);
}

/// What follows when a page has got a new newest revision; `before` is the page as it was.
void settle(store::Writer& db, const Page& before, const Prepared& text, const Author& author, Tell telling) {
    set_saved(db, before.id, text.title, author.at);
    const auto page = find_page(db, before.id).value();
    tell_names(db, page);
    index_page(db, page, text.rendered);
    if (telling == Tell::nobody) return;
    const auto old_text = revisions::find_revision(db, before.text, before.revision).value();
    tell(db, page, Reason::edited, newly_mentioned(db, text.rendered, old_text.body), author);
}

base::Result<Page> find_live(store::Reader& db, PageId id) {
    auto page = find_page(db, id);
    if (!page) return base::fail(base::ProblemKind::not_found, "There is no such page.");
    if (page->is_withdrawn()) return base::fail(base::ProblemKind::gone, "This page was withdrawn.");
    return *std::move(page);
}

} // namespace

base::Result<PageId> create_page(store::Writer& db, const NewPage& page, const Prepared& text,
                                 const Author& author, Tell telling) {
    if (const auto sound = check_title(text.title); !sound) return base::fail(sound.error());
    const auto area = find_area(db, page.area);
    if (!area) return base::fail_field("area", "Choose the practice area that it belongs to.");
    auto slug = new_slug(db, page, text.title);
    if (!slug) return base::fail(slug.error());

    const auto text_id = revisions::start(db, revisions::TextKind::page, text, author);
    const auto id = add_page(
        db, {*std::move(slug), text.title, area->id, text_id, page.owner, page.review_by, author.at});
    for (const auto& watcher : {author.member, page.owner})
        if (watcher) notices::watch(db, *watcher, {SubjectKind::page, id.value}, author.at);
    const auto made = find_page(db, id).value();
    tell_names(db, made);
    index_page(db, made, text.rendered);
    if (telling == Tell::watchers)
        tell(db, made, Reason::posted, newly_mentioned(db, text.rendered, ""), author);
    return id;
}

base::Result<revisions::Saved> save_page(store::Writer& db, PageId id, int base_revision,
                                         const Prepared& text, const Author& author, Tell telling) {
    if (const auto sound = check_title(text.title); !sound) return base::fail(sound.error());
    const auto page = find_live(db, id);
    if (!page) return base::fail(page.error());
    auto saved = revisions::save(db, page->text, base_revision, text, author);
    if (saved && (saved->how == revisions::Saving::saved || saved->how == revisions::Saving::merged))
        settle(db, *page, saved->text, author, telling);
    return saved;
}

base::Result<revisions::Saved> restore_page(store::Writer& db, PageId id, int revision, const Author& author,
                                            Tell telling) {
    const auto page = find_live(db, id);
    if (!page) return base::fail(page.error());
    auto saved = revisions::restore(db, page->text, revision, author);
    if (saved && saved->how == revisions::Saving::saved) settle(db, *page, saved->text, author, telling);
    return saved;
}

std::string free_slug(store::Reader& db, std::string_view wanted) {
    auto slug = base::slug(wanted);
    for (int number = 2; is_taken(db, slug) || is_reserved(slug); ++number)
        slug = base::slug(wanted).substr(0, 72) + "-" + std::to_string(number);
    return slug;
}

} // namespace wiki
