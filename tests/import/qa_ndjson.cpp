#include "tests/import/qa_ndjson.hpp"

#include "app/import/qa_builder.hpp"
#include "base/text.hpp"
#include "tests/support/shared_data.hpp"

namespace testing {
namespace {

using Row = boost::json::object;

std::string text(const Row& row, const char* key) {
    const auto* value = row.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : "";
}

std::int64_t number(const Row& row, const char* key) {
    const auto* value = row.if_contains(key);
    return value != nullptr && value->is_number() ? value->to_number<std::int64_t>() : 0;
}

base::Time at(const Row& row, const char* key = "at") {
    return base::parse_iso_time(text(row, key)).value();
}

app::QaPerson person(const Row& row) {
    return {number(row, "user"), text(row, "author")};
}

app::QaPostRow post(const Row& row) {
    app::QaPostRow post;
    post.id = number(row, "id");
    post.parent = number(row, "parent");
    post.accepted = number(row, "accepted");
    post.at = at(row);
    if (!text(row, "closed").empty()) post.closed = at(row, "closed");
    post.by = person(row);
    post.title = text(row, "title");
    if (const auto* tags = row.if_contains("tags"); tags != nullptr && tags->is_array())
        for (const auto& tag : tags->as_array())
            post.tags.emplace_back(tag.as_string());
    post.body = text(row, "md");
    return post;
}

void add_change(app::QaBuilder& builder, const Row& row) {
    const auto what = text(row, "what");
    if (what != "body" && what != "title") return;
    app::QaChangeRow change{number(row, "post"), at(row), person(row), text(row, "comment"), {}, {}};
    (what == "body" ? change.body : change.title) = text(row, "text");
    builder.add(std::move(change));
}

} // namespace

std::optional<app::QaSite> read_qa_site(const std::string& folder, const std::string& host) {
    const auto each = [&](const std::string& name, const auto& visit) {
        const auto rows = shared_data::read_ndjson("forum-stackexchange/" + folder + "/" + name);
        if (!rows) return false;
        for (const auto& row : *rows)
            visit(row);
        return true;
    };
    app::QaBuilder builder;
    if (!each("posts.ndjson.gz", [&](const Row& row) { builder.add(post(row)); })) return std::nullopt;
    each("users.ndjson", [&](const Row& row) { builder.add_user(number(row, "id"), text(row, "name")); });
    each("revisions.ndjson.gz", [&](const Row& row) { add_change(builder, row); });
    each("comments.ndjson.gz", [&](const Row& row) {
        builder.add(app::QaCommentRow{number(row, "id"), number(row, "post"), at(row), person(row),
                                      text(row, "text")});
    });
    each("links.ndjson", [&](const Row& row) {
        builder.add_link(number(row, "from"), {number(row, "to"), text(row, "kind") == "duplicate"});
    });
    auto site = std::move(builder).build(host, "https://" + host);
    each("votes.ndjson.gz", [&](const Row& row) {
        if (text(row, "vote") == "up") site.votes += number(row, "n");
    });
    return site;
}

} // namespace testing
