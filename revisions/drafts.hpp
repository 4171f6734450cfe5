// What somebody is writing and has not sent yet, kept on the server so that a lost connection or another
// computer loses nothing. A form takes part by `data-draft` (the script keeps what is typed) and by
// revisions::editing_acts (a button keeps it without script).
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "server/fields.hpp"
#include "store/writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace revisions {

struct Draft {
    std::string
        place; // the path of the page with the form: "/practices/seals/edit", "/forum/threads/12#reply"
    std::string title; // "" where the form has none
    std::string body;
    base::Time at{};
    std::string others = "{}"; // the form's other fields, as Fields::json
};

/// What a form sent, for its place `key`.
Draft draft_of(const server::Fields& form, base::Time at);
/// What the form is filled with again: the title, the text and whatever else stood in it.
server::Fields fields_of(const Draft& draft);

/// The place of a new text: the path of its form, and the title it was opened with, so that a text begun from
/// a link does not take the place of another.
std::string place_of_new(std::string_view path, std::string_view title);

/// How many one member may have; the oldest goes first.
constexpr int most_drafts = 50;

std::optional<Draft> find_draft(store::Reader& db, base::MemberId member, std::string_view place);
/// The newest draft whose place begins so: "/practices/seals/edit?base=".
std::optional<Draft> find_draft_under(store::Reader& db, base::MemberId member, std::string_view prefix);
/// The newest first, for a list: without their other fields.
std::vector<Draft> drafts_of(store::Reader& db, base::MemberId member);
/// Keeps it in place of the one before; one without a word is forgotten.
void keep_draft(store::Writer& db, base::MemberId member, const Draft& draft);
/// Call it in the write that saves what was drafted.
void forget_draft(store::Writer& db, base::MemberId member, std::string_view place);
/// The same for every draft of the member whose place begins so.
void forget_drafts_under(store::Writer& db, base::MemberId member, std::string_view prefix);
/// Everybody's drafts below one path belong below another from now on: what they are for has moved.
void move_drafts(store::Writer& db, std::string_view old_prefix, std::string_view new_prefix);

} // namespace revisions
