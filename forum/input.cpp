#include "forum/input.hpp"

#include "base/text.hpp"
#include "forum/tags.hpp"

namespace forum {
namespace {

/// The text, admitted and rendered; what is wrong with it stands at title and body.
std::optional<revisions::Prepared> prepare(site::Context& c, server::Complaints& complaints,
                                           std::string title, std::string body) {
    if (base::trim(body).empty()) {
        complaints.add("body", "The text is missing: write it here.");
        return std::nullopt;
    }
    auto text = revisions::prepare(c.db, revisions::TextKind::post, std::move(title), std::move(body));
    if (text) return *std::move(text);
    collect(complaints, text.error(), "body");
    return std::nullopt;
}

std::string given(const server::Fields& input, std::string_view field, const std::string& otherwise) {
    return input.has(field) ? input.text(field) : otherwise;
}

} // namespace

void collect(server::Complaints& complaints, const base::Problem& problem, std::string_view field) {
    if (problem.fields.empty()) complaints.add(field, problem.detail);
    for (const auto& one : problem.fields)
        complaints.add(one.field, one.message);
}

base::Result<NewThread> read_new_thread(site::Context& c) {
    server::Complaints complaints;
    NewThread thread;
    const auto kind = base::parse_enum<ThreadKind>(c.input.raw("kind"));
    if (!kind)
        complaints.add("kind", "Choose what it is: a question, a discussion, a story or an announcement.");
    thread.kind = kind.value_or(ThreadKind::question);
    // In the order of the form, so that its summary of faults leads down the page.
    const std::string title = c.input.line("title");
    complaints.check_length("title", "The title", title, longest_title);
    thread.category = c.input.line("category");
    if (thread.category.empty())
        complaints.add("category", "Choose a category, so that the right people see it.");
    auto text = prepare(c, complaints, title, c.input.text("body"));
    thread.tags = tidy_tags(c.input.list("tags"));
    check_tags(complaints, thread.tags);
    if (const auto attribution = base::parse_enum<Attribution>(c.input.raw("attribution")))
        thread.attribution = *attribution;
    else if (!c.input.raw("attribution").empty())
        complaints.add("attribution", "Say named or unnamed.");
    if (thread.attribution == Attribution::unnamed && !c.viewer.center)
        complaints.add("attribution",
                       "The name can be left out behind that of a Center only, and you have none.");
    if (thread.kind == ThreadKind::question) {
        if (const auto needed = read_needed_by(c))
            thread.needed_by = *needed;
        else
            collect(complaints, needed.error(), "needed_by");
    } else if (!c.input.line("needed_by").empty()) {
        complaints.add("needed_by", "Only a question has a day by which an answer is needed.");
    }
    if (complaints.any()) return base::fail(complaints.problem());
    thread.text = *std::move(text);
    thread.author = {.member = c.viewer.id, .at = c.now};
    return thread;
}

base::Result<NewPost> read_reply(site::Context& c, ThreadId thread) {
    server::Complaints complaints;
    NewPost post{.thread = thread, .author = {.member = c.viewer.id, .at = c.now}, .text = {}};
    if (!c.input.raw("reply_to").empty()) {
        if (const auto number = c.input.number("reply_to"); number && *number > 0)
            post.under = PostId{*number};
        else
            complaints.add("reply_to", "Name the post to comment on by its number.");
    }
    if (auto text = prepare(c, complaints, "", c.input.text("body"))) post.text = *std::move(text);
    if (complaints.any()) return base::fail(complaints.problem());
    return post;
}

base::Result<Edit> read_edit(site::Context& c, PostId post, bool opens, const revisions::Revision& newest) {
    server::Complaints complaints;
    Edit edit{.post = post, .text = {}, .author = {.member = c.viewer.id, .at = c.now}};
    edit.base_revision = newest.number;
    if (c.input.has("base_revision")) {
        const auto number = c.input.number("base_revision").value_or(0);
        if (number < 1 || number > newest.number)
            complaints.add("base_revision", "Say which revision the text is based on: the newest is " +
                                                std::to_string(newest.number) + ".");
        else
            edit.base_revision = static_cast<int>(number);
    }
    std::string title;
    if (opens) {
        title = c.input.has("title") ? c.input.line("title") : newest.title;
        complaints.check_length("title", "The title", title, longest_title);
    }
    edit.author.summary = c.input.line("summary");
    if (base::length(edit.author.summary) > 200)
        complaints.add("summary", "The summary has more than 200 characters. Shorten it.");
    if (auto text = prepare(c, complaints, title, given(c.input, "body", newest.body)))
        edit.text = *std::move(text);
    if (complaints.any()) return base::fail(complaints.problem());
    return edit;
}

base::Result<std::optional<base::Time>> read_needed_by(site::Context& c) {
    const std::string text = c.input.line("needed_by");
    if (text.empty()) return std::optional<base::Time>();
    auto time = base::parse_iso_time(text);
    if (!time) return base::fail_field("needed_by", "Write the day as year, month and day: 2027-03-09.");
    if (text.size() == 10) *time += std::chrono::hours(12);
    if (*time < c.now - std::chrono::days(1)) return base::fail_field("needed_by", "This day has passed.");
    if (*time > c.now + std::chrono::days(2 * 366))
        return base::fail_field("needed_by", "This day is more than two years ahead.");
    return std::optional(*time);
}

std::string day_text(base::Time needed_by) {
    return base::iso_time(needed_by).substr(0, 10);
}

} // namespace forum
