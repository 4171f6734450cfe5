#include "forum/thread_form_view.hpp"

#include "forum/may.hpp"
#include "forum/similar_view.hpp"

namespace forum {
namespace {

using html::link;
using html::Writer;

struct Words {
    std::string_view start;
    std::string_view title;
    std::string_view title_hint;
    std::string_view body;
    std::string_view body_hint;
    std::string_view save;
};

Words words_for(ThreadKind kind) {
    switch (kind) {
    case ThreadKind::question:
        return {
            "Ask a question",
            "Your question in one line",
            "As you would say it to a colleague: “How many e-pollbooks per 1,000 check-ins do you plan for?”",
            "The details",
            "Your state, the size of your office, what you have tried.",
            "Ask"};
    case ThreadKind::discussion:
        return {"Start a discussion",
                "What it is about, in one line",
                "",
                "What you would like to talk about",
                "",
                "Start the discussion"};
    case ThreadKind::story:
        return {"Tell what works",
                "What works, in one line",
                "",
                "Your story",
                "What it was like before, what you did, what it took, what came of it.",
                "Post the story"};
    case ThreadKind::announcement:
        return {"Announce", "The news in one line", "", "The announcement", "", "Announce"};
    }
    return {};
}

void kind_tabs(Writer& w, const site::Context& c, const NewThreadForm& form) {
    std::vector<parts::Tab> tabs;
    for (const auto kind : base::all_values<ThreadKind>())
        if (may_start(c.viewer, kind))
            tabs.push_back({std::string(start_words(kind)), link<"/forum/new?kind={}">(base::enum_text(kind)),
                            kind == form.kind});
    parts::tabs(w, "What you start", tabs);
}

void tags_field(Writer& w, const parts::State& state, const std::vector<Tag>& known) {
    std::string hint = "At most five, with commas between; new ones are welcome.";
    for (std::size_t i = 0; i < known.size(); ++i)
        hint += (i == 0 ? " Often used: " : ", ") + known[i].name;
    parts::text_field(w, state, {.name = "tags", .label = "Tags", .hint = hint, .optional = true});
}

void needed_by_field(Writer& w, const parts::State& state) {
    parts::text_field(w, state,
                      {.name = "needed_by",
                       .label = "Needed by",
                       .hint = "The day after which an answer comes too late; coaches look at these first.",
                       .type = "date",
                       .optional = true,
                       .look = "brief"});
}

void fields(Writer& w, const site::Context& c, const NewThreadForm& form) {
    const auto words = words_for(form.kind);
    const auto& state = form.state;
    std::vector<parts::Option> categories;
    for (const auto& category : form.categories)
        categories.push_back({category.slug, category.name, category.description});
    parts::hidden_field(w, "kind", base::enum_text(form.kind));
    parts::text_field(w, state,
                      {.name = "title",
                       .label = words.title,
                       .hint = words.title_hint,
                       .max_length = static_cast<int>(longest_title)});
    similar_part(w, form.similar);
    parts::select_field(
        w, state,
        {.name = "category", .label = "Category", .options = categories, .first = "Choose a category"});
    parts::markdown_field(w, state, {.name = "body", .label = words.body, .hint = words.body_hint});
    tags_field(w, state, form.tags);
    if (form.kind == ThreadKind::question) needed_by_field(w, state);
    if (c.viewer.center)
        parts::checkbox(
            w, state,
            {.name = "attribution",
             .label = "Do not show my name",
             .hint =
                 "Others then see only the size and the state of your office. The staff sees who you are.",
             .value = "unnamed"});
}

} // namespace

std::string new_thread_place(ThreadKind kind) {
    return "/forum/new?kind=" + std::string(base::enum_text(kind));
}

std::string_view start_words(ThreadKind kind) {
    return words_for(kind).start;
}

void new_thread_view(Writer& w, const site::Context& c, const NewThreadForm& form) {
    parts::page_head(w, start_words(form.kind));
    kind_tabs(w, c, form);
    if (form.preview) revisions::preview_part(w, *form.preview);
    const auto place = form.state.value("key");
    const auto action = link<"/forum/threads?kind={}">(base::enum_text(form.kind));
    parts::form(w, c, action, {.draft = place}, form.state, [&](Writer& inner) {
        revisions::draft_note(inner, c, form.draft);
        fields(inner, c, form);
        revisions::editing_acts(
            inner, {.save = words_for(form.kind).save, .place = place, .back = link<"/forum">()});
    });
}

std::string edit_place(PostId post, std::string_view base_revision) {
    return "/forum/posts/" + std::to_string(post.value) + "/edit?base=" + std::string(base_revision);
}

void edit_view(Writer& w, const site::Context& c, const EditForm& form) {
    parts::page_head(w, "Edit a post", "What it said before stays in its history.");
    if (form.preview) revisions::preview_part(w, *form.preview);
    const auto& state = form.state;
    const auto place = edit_place(form.post, state.value("base_revision"));
    parts::form(w, c, link<"/forum/posts/{}/edit">(form.post), {.draft = place}, state, [&](Writer& inner) {
        revisions::draft_note(inner, c, form.draft);
        if (form.saved_since)
            parts::notice(inner, parts::Tone::care, [&](Writer& notice) {
                notice.put<
                    "<p>Somebody saved this post after you began. Your changes will be merged with theirs "
                    "when you save. <a href=\"{}\">What they changed</a></p>">(*form.saved_since);
            });
        parts::hidden_field(inner, "base_revision", state.value("base_revision"));
        if (form.opens)
            parts::text_field(
                inner, state,
                {.name = "title", .label = "Title", .max_length = static_cast<int>(longest_title)});
        parts::markdown_field(inner, state, {.name = "body", .label = "Text"});
        if (form.thread_fields) {
            parts::hidden_field(inner, "tags_before", state.value("tags_before"));
            tags_field(inner, state, {});
        }
        if (form.thread_fields && form.question) {
            parts::hidden_field(inner, "needed_by_before", state.value("needed_by_before"));
            needed_by_field(inner, state);
        }
        parts::text_field(inner, state,
                          {.name = "summary",
                           .label = "What you changed",
                           .hint = "For the history: “corrected the form number”.",
                           .optional = true});
        revisions::editing_acts(inner,
                                {.save = "Save", .place = place, .back = link<"/forum/posts/{}">(form.post)});
    });
}

} // namespace forum
