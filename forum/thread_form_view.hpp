// The forms for the words of a thread: starting one, editing its opening post.
#pragma once

#include "forum/model.hpp"
#include "revisions/editor_view.hpp"
#include "search/find.hpp"
#include "site/parts.hpp"

namespace forum {

struct NewThreadForm {
    ThreadKind kind = ThreadKind::question;
    parts::State state{};
    std::vector<Category> categories{};
    std::vector<Tag> tags{};                // to choose from, in the hint
    std::vector<search::Similar> similar{}; // to the title so far
    std::optional<revisions::Draft> draft{};
    std::optional<base::Result<std::string>> preview{};
};

std::string new_thread_place(ThreadKind kind);
/// "Ask a question"
std::string_view start_words(ThreadKind kind);

void new_thread_view(html::Writer& w, const site::Context& c, const NewThreadForm& form);

/// Title, text and summary of a post; tags and day where `thread_fields`.
struct EditForm {
    PostId post;
    bool opens = false;
    bool thread_fields = false;
    bool question = false;
    parts::State state{};
    std::optional<server::Url> saved_since{}; // what others saved after this edit was begun
    std::optional<revisions::Draft> draft{};
    std::optional<base::Result<std::string>> preview{};
};

/// Where a draft of an edit is kept, by the revision that it is based on; with "" the beginning of them all.
std::string edit_place(PostId post, std::string_view base_revision);

void edit_view(html::Writer& w, const site::Context& c, const EditForm& form);

} // namespace forum
