#include "app/import/stackexchange_dump.hpp"

#include "app/import/html_words.hpp"
#include "app/import/progress.hpp"
#include "app/import/qa_builder.hpp"
#include "app/import/xml_rows.hpp"
#include "base/text.hpp"

#include <cctype>
#include <stdexcept>

namespace app {
namespace {

namespace fs = std::filesystem;

enum class PostType : std::int64_t { question = 1, answer = 2 };
enum class LinkType : std::int64_t { related = 1, duplicate = 3 };
enum class VoteType : std::int64_t { up = 2 };

base::Time time_of(const XmlRow& row, std::string_view name) {
    const auto time = base::parse_iso_time(std::string(row.text(name)) + "Z"); // the dump leaves the zone out
    if (!time)
        throw std::runtime_error("row " + std::string(row.text("Id")) + " has no " + std::string(name));
    return *time;
}

QaPerson person(const XmlRow& row, std::string_view id, std::string_view name) {
    return {row.number(id), std::string(row.text(name))};
}

/// "<a><b-c>" or, in later dumps, "|a|b-c|"
std::vector<std::string> tags_of(std::string_view text) {
    std::vector<std::string> tags;
    for (std::size_t at = 0; (at = text.find_first_not_of("<>|", at)) != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of("<>|", at), text.size());
        tags.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return tags;
}

void add_post(QaBuilder& builder, const XmlRow& row) {
    const auto type = PostType(row.number("PostTypeId"));
    if (type != PostType::question && type != PostType::answer) return; // wikis of tags and the like
    QaPostRow post;
    post.id = row.number("Id");
    post.parent = type == PostType::answer ? row.number("ParentId") : 0;
    post.accepted = row.number("AcceptedAnswerId");
    post.at = time_of(row, "CreationDate");
    if (!row.text("ClosedDate").empty()) post.closed = time_of(row, "ClosedDate");
    post.by = person(row, "OwnerUserId", "OwnerDisplayName");
    post.title = without_entities(row.text("Title"));
    post.tags = tags_of(row.text("Tags"));
    post.licence = row.text("ContentLicense");
    if (!builder.has_body(post.id)) post.body = markdown_of_html(row.text("Body"));
    if (type == PostType::question || post.parent != 0) builder.add(std::move(post));
}

/// Types 1, 4 and 7 are titles, 2, 5 and 8 bodies: first, edited and rolled back.
void add_change(QaBuilder& builder, const XmlRow& row) {
    const auto type = row.number("PostHistoryTypeId");
    if (type < 1 || type > 9 || type % 3 == 0) return;
    QaChangeRow change;
    change.post = row.number("PostId");
    change.at = time_of(row, "CreationDate");
    change.by = person(row, "UserId", "UserDisplayName");
    change.summary = row.text("Comment");
    if (type % 3 == 1)
        change.title = without_entities(row.text("Text"));
    else
        change.body = row.text("Text");
    builder.add(std::move(change));
}

void add_comment(QaBuilder& builder, const XmlRow& row) {
    builder.add(QaCommentRow{row.number("Id"), row.number("PostId"), time_of(row, "CreationDate"),
                             person(row, "UserId", "UserDisplayName"), std::string(row.text("Text"))});
}

void add_link(QaBuilder& builder, const XmlRow& row) {
    const auto type = LinkType(row.number("LinkTypeId"));
    if (type == LinkType::related || type == LinkType::duplicate)
        builder.add_link(row.number("PostId"), {row.number("RelatedPostId"), type == LinkType::duplicate});
}

void read(const fs::path& file, bool needed, const std::function<void(const XmlRow&)>& visit) {
    if (!fs::exists(file)) {
        if (needed) throw std::runtime_error(file.string() + " is missing");
        return;
    }
    Progress progress("rows of " + file.filename().string(), 0);
    read_xml_rows(file, [&](const XmlRow& row) {
        try {
            visit(row);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ": " + error.what());
        }
        progress.advance();
    });
}

bool is_host(std::string_view name) {
    return name.find('.') != std::string_view::npos && !name.starts_with('.') && !name.ends_with('.') &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos;
}

} // namespace

QaSite read_stackexchange_dump(const fs::path& folder) {
    QaBuilder builder;
    const auto with = [&](auto add) { return [&builder, add](const XmlRow& row) { add(builder, row); }; };
    read(folder / "PostHistory.xml", true, with(add_change));
    read(folder / "Posts.xml", true, with(add_post));
    read(folder / "Users.xml", false, [&](const XmlRow& row) {
        builder.add_user(row.number("Id"), std::string(row.text("DisplayName")));
    });
    read(folder / "Comments.xml", false, with(add_comment));
    read(folder / "PostLinks.xml", false, with(add_link));
    std::int64_t votes = 0;
    read(folder / "Votes.xml", false,
         [&](const XmlRow& row) { votes += VoteType(row.number("VoteTypeId")) == VoteType::up ? 1 : 0; });
    const auto name = fs::absolute(folder / "x").parent_path().filename().string();
    auto site = std::move(builder).build(name, is_host(name) ? "https://" + name : "");
    site.votes = votes;
    return site;
}

} // namespace app
