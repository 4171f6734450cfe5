// The SQL of texts, their revisions and what is derived from the newest one. Only this folder uses it.
#pragma once

#include "revisions/revisions.hpp"

namespace revisions {

/// What a revision says besides its text and author.
struct Origin {
    std::optional<int> merged_from{};
    std::optional<int> restores{};
    int added = 0;
    int removed = 0;
};

base::TextId add_text(store::Writer& db, TextKind kind);
/// Nothing for a text that does not exist.
std::optional<TextKind> kind_of(store::Reader& db, base::TextId text);
/// Writes revision `number`, makes it the newest, and keeps its HTML and links.
void add_revision(store::Writer& db, base::TextId text, int number, const Prepared& prepared,
                  const Author& author, const Origin& origin);
/// Replaces what is derived from the newest revision: HTML, contents, links. Ids that have a prefix get one
/// made of the text's number.
void keep_rendered(store::Writer& db, base::TextId text, const markup::Rendered& rendered);
void empty_revision(store::Writer& db, base::TextId text, int number, base::MemberId by, base::Time at);

/// Title and body of the newest revision, as `prepare` takes them.
struct Source {
    TextKind kind;
    std::string title;
    std::string body;
};
Source newest_source(store::Reader& db, base::TextId text);
/// Reads the headings that the column `contents` holds, a line each.
std::vector<markup::Heading> parse_contents(std::string_view contents);
/// Texts whose HTML is missing or made by a renderer older than this one.
std::vector<base::TextId> texts_to_render(store::Reader& db, int renderer_version);
std::vector<base::TextId> texts_linking(store::Reader& db, std::string_view slug);

std::optional<std::string> page_name(store::Reader& db, std::string_view slug);
void put_page_name(store::Writer& db, std::string_view slug, std::string_view title);
void drop_page_name(store::Writer& db, std::string_view slug);

/// SHA-256 of title, a line feed, and body.
std::string digest(std::string_view title, std::string_view body);

} // namespace revisions
