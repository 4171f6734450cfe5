#include "base/text.hpp"
#include "forum/category_store.hpp"
#include "forum/index_store.hpp"
#include "forum/post_store.hpp"
#include "forum/tags.hpp"
#include "forum/tell.hpp"
#include "forum/thread_store.hpp"

namespace forum {
namespace {

base::Result<Category> category_for(store::Reader& db, const NewThread& thread) {
    server::Complaints complaints;
    const auto category = find_category(db, thread.category);
    if (!category) complaints.add("category", "Choose a category of the list.");
    complaints.check_length("title", "The title", thread.text.title, longest_title);
    check_tags(complaints, thread.tags);
    if (complaints.any()) return base::fail(complaints.problem());
    return *category;
}

} // namespace

base::Result<Started> start_thread(store::Writer& db, const NewThread& thread) {
    const auto category = category_for(db, thread);
    if (!category) return base::fail(category.error());

    const auto text = revisions::start(db, revisions::TextKind::post, thread.text, thread.author);
    const auto id = insert_thread(db, {thread, category->id, base::slug(thread.text.title)});
    const auto post = insert_post(db, {.thread = id, .author = thread.author, .text = {}}, 1, text);
    count_post(db, id, post, thread.author.at, false);
    add_tags(db, id, thread.tags);
    count_in_category(db, category->id, Count::up);

    if (thread.author.member) {
        notices::watch(db, *thread.author.member, {notices::SubjectKind::thread, id.value}, thread.author.at);
        mark_seen(db, *thread.author.member, id, post);
    }
    if (thread.tell == Tell::watchers)
        tell_of_post(db,
                     {.subject = {notices::SubjectKind::category, category->id.value},
                      .reason = notices::Reason::posted,
                      .post = post,
                      .title = thread.text.title,
                      .author = thread.author.member.value_or(MemberId{}),
                      .unnamed = thread.attribution == Attribution::unnamed,
                      .at = thread.author.at},
                     thread.text.rendered.mentions);
    index_post(db, post, thread.text.rendered);
    return Started{id, post};
}

} // namespace forum
