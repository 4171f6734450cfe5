// Every text that anybody writes is a chain of revisions here: started, saved, merged, restored, redacted.
// The slice that owns the text (a post, a page, a proposal) decides who may; here it is kept.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/problem.hpp"
#include "markup/merge.hpp"
#include "markup/render.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace revisions {

enum class TextKind { post, page, proposal };

constexpr auto enum_names(TextKind) {
    return std::array<std::string_view, 3>{"post", "page", "proposal"};
}

/// A text that has passed admission and is rendered: made on the worker, before the writer is asked.
struct Prepared {
    std::string title; // "" where the text has none of its own
    std::string body;
    markup::Rendered rendered;
};

/// Cleans, admits and renders. Mentions link only members that exist, [[slug]] shows the page's title (both
/// looked up through `db`). Fails with `invalid` at the field "body". Headings and footnotes of a page keep
/// their plain ids; those of posts get a prefix, made anew of the text's number where it is kept, so that
/// many, also of the same words, may share a page.
base::Result<Prepared> prepare(store::Reader& db, TextKind kind, std::string title, std::string body);

/// Who writes, when and why. An import without a member gives the name alone.
struct Author {
    std::optional<base::MemberId> member;
    std::string name{};
    base::Time at{};
    std::string summary{};
};

/// Starts a chain with revision 1.
base::TextId start(store::Writer& db, TextKind kind, const Prepared& text, const Author& author);

enum class Saving {
    saved,     // the next revision
    unchanged, // the same title and body as the newest: nothing was written
    merged,    // based on an older one; both changes are in the new revision
    conflict,  // based on an older one and at odds with it: nothing was written, `merge` holds both
};

struct Saved {
    Saving how = Saving::saved;
    int number = 0;        // of the newest revision now
    markup::Merge merge{}; // of the bodies, for merged and conflict
    std::string title{};   // in a conflict: the titles merged, or mine where both were changed
    Prepared text{};       // what is now the newest text, for the search index (saved, merged)
};

/// Adds a revision based on revision `base`; merges three ways when `base` is no longer the newest. A
/// conflict is not a failure but an answer: the caller shows both texts. Fails with `invalid` at
/// base_revision where `base` is no revision of the text.
base::Result<Saved> save(store::Writer& db, base::TextId text, int base, const Prepared& mine,
                         const Author& author);

/// Makes an older revision the newest again, as a new revision that says so.
base::Result<Saved> restore(store::Writer& db, base::TextId text, int number, const Author& author);

/// Whether the newest revision is what people read, or the thing was withdrawn and nothing can be saved any
/// more.
enum class Standing { shown, withdrawn };

/// Empties a revision for good (a home address that must go), keeping that it was there, when, and who
/// removed it. Fails with `conflict` for the newest revision of what is shown: save a text without the
/// passage first.
base::Result<> redact(store::Writer& db, base::TextId text, int number, Standing standing, base::MemberId by,
                      base::Time at);

/// The title of a thing whose newest revision was emptied.
constexpr std::string_view emptied_title = "Words removed";

struct Revision {
    int number;
    std::string title;
    std::string body;
    std::string summary;
    std::optional<base::MemberId> author;
    std::string author_name;   // the member's name, or the imported one
    std::string author_handle; // "" for imported
    base::Time at;
    std::optional<int> merged_from;
    std::optional<int> restores;
    std::optional<base::Time> redacted_at;
    int added; // lines that came with it
    int removed;
};

/// One revision, or nothing.
std::optional<Revision> find_revision(store::Reader& db, base::TextId text, int number);
/// The number of the newest one; 0 for a text that does not exist.
int newest_number(store::Reader& db, base::TextId text);
/// The newest one. Throws std::logic_error for a text that does not exist.
Revision newest(store::Reader& db, base::TextId text);
/// The newest first, without bodies; `below` (exclusive, 0 for all) and `limit` for paging.
std::vector<Revision> history(store::Reader& db, base::TextId text, int below, int limit);

struct RenderedText {
    std::string html;
    std::vector<markup::Heading> headings;
};
/// The newest revision as HTML.
RenderedText rendered(store::Reader& db, base::TextId text);

/// Says what [[slug]] leads to, and renders the texts again that link it: a page that appeared, or got
/// another title. Only the wiki calls this, for its pages and for their old addresses.
void name_page(store::Writer& db, std::string_view slug, std::string_view title);
/// Says that [[slug]] leads nowhere any more.
void forget_page_name(store::Writer& db, std::string_view slug);

/// What is wrong in the chains (a missing number, a wrong digest, no HTML): one sentence each; empty is good.
std::vector<std::string> check(store::Reader& db);
enum class Which {
    all,
    stale, // whose HTML is missing or older than this program's renderer
};
/// Renders texts again and finds their links anew; gives their number.
int rebuild(store::Writer& db, Which which = Which::all);

} // namespace revisions
