#include "revisions/api.hpp"

#include "site/json.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace revisions {
namespace {

namespace json = boost::json;

template <class T> json::value or_null(const std::optional<T>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

std::string_view kind_name(markup::Piece::Kind kind) {
    using enum markup::Piece::Kind;
    return kind == same ? "same" : kind == removed ? "removed" : "added";
}

std::string_view kind_name(markup::Line::Kind kind) {
    using enum markup::Line::Kind;
    return kind == same ? "same" : kind == removed ? "removed" : kind == added ? "added" : "changed";
}

json::object line_json(const markup::Line& line) {
    json::array pieces;
    for (const auto& piece : line.pieces)
        pieces.push_back(json::object{{"kind", kind_name(piece.kind)}, {"text", piece.text}});
    return {{"kind", kind_name(line.kind)},
            {"old_number", line.old_number ? json::value(line.old_number) : json::value(nullptr)},
            {"new_number", line.new_number ? json::value(line.new_number) : json::value(nullptr)},
            {"pieces", std::move(pieces)}};
}

json::array hunks_json(const markup::Comparison& comparison) {
    json::array hunks;
    for (const auto& hunk : comparison.hunks) {
        json::array lines;
        for (const auto& line : hunk.lines)
            lines.push_back(line_json(line));
        hunks.push_back(json::object{{"lines", std::move(lines)}});
    }
    return hunks;
}

json::array regions_json(const markup::Merge& merge) {
    json::array regions;
    for (const auto& region : merge.regions) {
        if (region.kind == markup::Region::Kind::agreed)
            regions.push_back(json::object{{"kind", "agreed"}, {"text", region.text}});
        else
            regions.push_back(json::object{{"kind", "conflict"},
                                           {"mine", region.mine},
                                           {"base", region.base},
                                           {"theirs", region.theirs}});
    }
    return regions;
}

} // namespace

json::object to_json(const Revision& revision) {
    json::object author{{"name", revision.author_name}};
    author["handle"] =
        revision.author_handle.empty() ? json::value(nullptr) : json::value(revision.author_handle);
    json::object object{{"number", revision.number},         {"title", revision.title},
                        {"summary", revision.summary},       {"author", std::move(author)},
                        {"at", base::iso_time(revision.at)}, {"added", revision.added},
                        {"removed", revision.removed}};
    object["merged_from"] = or_null(revision.merged_from);
    object["restores"] = or_null(revision.restores);
    object["redacted_at"] =
        revision.redacted_at ? json::value(base::iso_time(*revision.redacted_at)) : json::value(nullptr);
    return object;
}

server::Response list_json(site::Context& c, base::TextId text) {
    const auto limit =
        static_cast<int>(std::clamp<std::int64_t>(c.query.number("limit").value_or(50), 1, 100));
    const auto cursor = site::Cursor::parse(c.query.raw("cursor"));
    if (c.query.has("cursor") && !cursor)
        return site::problem(c, base::fail_field("cursor", "This cursor is none of ours.").value());
    const int below = cursor ? static_cast<int>(std::clamp<std::int64_t>(cursor->key, 1, 1'000'000'000)) : 0;
    auto revisions = history(c.db, text, below, limit + 1);
    std::optional<std::string> next;
    if (revisions.size() > static_cast<std::size_t>(limit)) {
        revisions.pop_back();
        next = site::Cursor{revisions.back().number, 0}.text();
    }
    json::array items;
    for (const auto& revision : revisions)
        items.push_back(to_json(revision));
    return site::listed(std::move(items), next);
}

server::Response revision_json(site::Context& c, base::TextId text, int number) {
    const auto revision = find_revision(c.db, text, number);
    if (!revision) return site::not_found(c, "This text has no such revision.");
    auto object = to_json(*revision);
    object["body"] = revision->body;
    return site::json(object);
}

server::Response compare_json(site::Context& c, base::TextId text) {
    const auto revision = [&](std::string_view side) -> std::optional<Revision> {
        const auto number = c.query.number(side);
        if (!number || *number < 1 || *number > 1'000'000'000) return std::nullopt;
        return find_revision(c.db, text, static_cast<int>(*number));
    };
    const auto from = revision("from");
    const auto to = revision("to");
    if (!from || !to) return site::not_found(c, "Name two revisions of this text: ?from=1&to=2.");
    const auto comparison = markup::compare(from->body, to->body);
    return site::json({{"from", to_json(*from)},
                       {"to", to_json(*to)},
                       {"added_lines", comparison.added_lines},
                       {"removed_lines", comparison.removed_lines},
                       {"hunks", hunks_json(comparison)}});
}

server::Response conflict_json(const site::Context& c, const Conflict& conflict) {
    const int status = site::status_of(base::ProblemKind::conflict);
    auto theirs = to_json(conflict.theirs);
    theirs["body"] = conflict.theirs.body;
    const json::object object{
        {"type", "about:blank"},
        {"title", server::reason_phrase(status)},
        {"status", status},
        {"detail", "Somebody else saved a change in the same place. Finish `merged` and save it with "
                   "`base_revision` set to the number of `theirs`."},
        {"instance", c.request_id},
        {"mine", {{"title", conflict.mine.title}, {"body", conflict.mine.body}}},
        {"theirs", std::move(theirs)},
        {"merged", {{"title", conflict.title}, {"body", conflict.merge.text}}},
        {"regions", regions_json(conflict.merge)}};
    return server::json(json::serialize(object), status, "application/problem+json");
}

} // namespace revisions
