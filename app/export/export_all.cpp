#include "app/blocks.hpp"
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/export/export_forum.hpp"
#include "app/export/export_pages.hpp"
#include "app/export/export_people.hpp"
#include "app/export/export_standards.hpp"
#include "base/text.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {
namespace {

constexpr std::string_view about = R"(What the people of a Cohort wrote and decided, in open formats.

practices/         The best-practice pages: Markdown (CommonMark with tables, task lists, strikethrough, footnotes),
                   one folder a practice area, one file a page, named as in the page's address. YAML front matter gives
                   title, area, owner (handle), review_by, formerly (older addresses), revision and updated.
                   The folder is a Git repository: each version of each page is a commit by its author at its time,
                   under the page's present name. A withdrawn page is gone from the files and still in the history.
                   `cohort import markdown` reads this folder.
areas.ndjson       The practice areas in their order.
forum/             threads, posts (their newest text), revisions (every text that a post ever had), votes ("this
                   helped") and categories. A post is Markdown; "under" is the post that a comment stands under; number
                   1 opens the thread. In a question the posts with under = null and number > 1 are answers.
standards/         Adopted standards (CE-2027-01.md) and proposals/ as Markdown with YAML front matter, a Git repository
                   of its own: each revision of a proposal and each adopted version is a commit.
standards.ndjson   Every version of every standard. proposals.ndjson, comments.ndjson: what is in the making, what was
                   said of it in consultation and the answers.
ledgers/           Every act on a proposal and its ballots, each line holding the hash of the one before.
records/           The public record of each certified ballot; `cohort verify` recounts one without this program's data.
members.ndjson     Who the handles are. centers.ndjson: the offices, with their delegate first and then the alternates.

*.ndjson files hold one JSON object a line, in UTF-8. Times are UTC (RFC 3339). null: there is none. sha256 is that of
the title, a line feed and the text. "author" is a member's handle, null for imported texts, whose "author_name" says
who wrote them.

Left out on purpose: e-mail addresses, passwords, sessions, tokens and invitations; drafts and inboxes; the names of those
who asked without being named (unnamed = true); the texts of withdrawn posts and threads; emptied versions (redacted_at);
the votes of open ballots; how far each Center says it is with a standard; who watches what; the audit log.
)";

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return base::counted(static_cast<std::int64_t>(number), one, many);
}

} // namespace

void export_all(const std::filesystem::path& data, const std::filesystem::path& to) {
    if (std::filesystem::exists(to))
        throw std::runtime_error(to.string() + " exists already; name a folder that does not");
    const auto database = open_data(data);
    const auto connection = database->open_reader();
    store::Reader reader(*connection);
    const store::Snapshot one_moment(reader); // a server may go on writing
    write_file(to / "README.txt", about);
    const auto members = export_people(reader, to);
    export_shelves(reader, to);
    const auto forum = export_forum(reader, to / "forum");
    const auto versions = export_pages(reader, to / "practices");
    const auto standards = export_standards(reader, to);
    std::printf("%s, %s, %s, %s, %s and %s written to %s\n", counted(members, "member", "members").c_str(),
                counted(forum.threads, "thread", "threads").c_str(),
                counted(forum.posts, "post", "posts").c_str(),
                counted(versions, "version of a page", "versions of pages").c_str(),
                counted(standards.standards, "standard", "standards").c_str(),
                counted(standards.proposals, "proposal", "proposals").c_str(), to.c_str());
}

} // namespace app
