#include "forum/post_view.hpp"

#include "base/text.hpp"
#include "forum/may.hpp"
#include "forum/people.hpp"
#include "members/states.hpp"

#include <algorithm>

namespace forum {
namespace {

using html::link;
using html::Writer;

/// One post on its way to the page, with what the rules say of it.
struct Shown {
    const site::Context& c;
    const Post& post;
    const PostLook& look;
    ThreadFacts thread_facts;
    PostFacts post_facts;
    Person author;
};

/// In a thread without the asker's name, whoever accepted or withdrew may be the asker.
bool may_name_others(const Shown& s) {
    return s.look.thread.attribution == Attribution::named || may_see_name(s.c.viewer, s.look.thread.author);
}

bool is_new(const Shown& s) {
    return s.look.thread.seen && s.post.id > s.look.thread.seen && s.post.author != s.c.viewer.id;
}

void accepted_mark(Writer& w, const Shown& s) {
    w.put<"<p class=\"accepted-mark\">">();
    parts::icon(w, "check");
    w.put<"Accepted answer">();
    if (s.post.accepted_states && !s.post.accepted_states->empty())
        w.put<" for {}">(states_in_words(*s.post.accepted_states));
    if (s.post.accepted_by && may_name_others(s)) w.put<", chosen by {}">(*s.post.accepted_by);
    w.put<"</p>">();
}

void byline(Writer& w, const Shown& s) {
    parts::byline(w, s.c, s.author.author(), s.post.at);
    if (!is_new(s) && !s.author.hidden_from_others) return;
    w.put<"<p class=\"row-meta\">">();
    if (is_new(s)) parts::badge(w, "New", parts::Tone::civic);
    if (s.author.hidden_from_others)
        w.put<"<span>Others see “{}”.</span>">(unnamed_member(s.post.registered_voters, s.post.state));
    w.put<"</p>">();
}

void edited_mark(Writer& w, const Shown& s) {
    if (!s.post.edited_at) return;
    w.put<"<p class=\"edited\">Edited ">();
    parts::when(w, s.c, *s.post.edited_at);
    // The history names its writers.
    if (!s.author.handle.empty() || !s.post.author)
        w.put<" · <a href=\"{}\">history</a>">(link<"/forum/posts/{}/history">(s.post.id));
    w.put<"</p>">();
}

void vote(Writer& w, const Shown& s) {
    if (may_vote(s.c.viewer, s.thread_facts, s.post_facts)) {
        const auto action = s.post.voted ? link<"/forum/posts/{}/unvote">(s.post.id)
                                         : link<"/forum/posts/{}/vote">(s.post.id);
        parts::post_button(w, s.c, action,
                           {.words = "Helpful",
                            .icon = "helpful",
                            .context = s.author.name,
                            .pressed = s.post.voted,
                            .number = s.post.votes,
                            .classes = "vote"});
    } else if (s.post.votes > 0) {
        w.put<"<span>{}</span>">(base::counted(s.post.votes, "finds this helpful", "find this helpful"));
    }
}

void acceptance(Writer& w, const Shown& s) {
    if (!may_accept(s.c.viewer, s.thread_facts, s.post_facts)) return;
    if (s.post.accepted) {
        parts::post_button(w, s.c, link<"/forum/posts/{}/unaccept">(s.post.id),
                           {.words = "Unaccept", .context = s.author.name});
        parts::button_link(w, link<"/forum/posts/{}/accept">(s.post.id), "For which states",
                           parts::Look::quiet);
    } else {
        parts::post_button(w, s.c, link<"/forum/posts/{}/accept">(s.post.id),
                           {.words = "Accept", .icon = "check", .context = s.author.name});
    }
}

void replying(Writer& w, const Shown& s) {
    const auto& thread = s.look.thread;
    if (!may_reply(s.c.viewer, s.thread_facts)) return;
    w.put<"<a class=\"button quiet\" data-quote=\"post-{}\" data-author=\"{}\" href=\"{}\">">(
        s.post.id, public_name(s.post, thread),
        link<"/forum/threads/{}/{}?page={}&quote={}#reply">(thread.id, thread.slug, s.look.page, s.post.id));
    parts::icon(w, "quote");
    w.put<"Quote</a>">();
    if (may_comment(s.c.viewer, s.thread_facts, s.post_facts))
        parts::button_link(w,
                           link<"/forum/threads/{}/{}?page={}&under={}#reply">(thread.id, thread.slug,
                                                                               s.look.page, s.post.id),
                           "Comment", parts::Look::quiet, "reply");
}

void tending(Writer& w, const Shown& s) {
    if (may_edit(s.c.viewer, s.thread_facts, s.post_facts))
        parts::button_link(w, link<"/forum/posts/{}/edit">(s.post.id), "Edit", parts::Look::quiet, "pencil");
    if (may_withdraw(s.c.viewer, s.thread_facts, s.post_facts))
        parts::button_link(w, link<"/forum/posts/{}/withdraw">(s.post.id), "Withdraw", parts::Look::quiet,
                           "trash");
}

void permalink(Writer& w, const Shown& s) {
    w.put<"<a class=\"button quiet later\" data-copy href=\"{}\">">(
        server::Url::fragment("post-" + std::to_string(s.post.id.value)));
    parts::icon(w, "link");
    w.put<"Link<span class=\"hidden-words\"> to the post by {}</span></a>">(s.author.name);
}

void tombstone(Writer& w, const Shown& s) {
    w.put<"<p>Withdrawn ">();
    parts::when(w, s.c, *s.post.withdrawn_at);
    if (s.post.withdrawn_by && may_name_others(s)) w.put<" by {}">(*s.post.withdrawn_by);
    if (!s.post.withdrawn_reason.empty()) w.put<": {}">(s.post.withdrawn_reason);
    if (may_read_withdrawn(s.c.viewer, s.post.author))
        w.put<" <a href=\"{}\">What it said</a>">(link<"/forum/posts/{}/history">(s.post.id));
    w.put<"</p>">();
}

std::string_view name_of(const Shown& s) {
    const auto kind = s.look.thread.kind;
    if (!s.post.opens()) return kind == ThreadKind::question ? "Answer" : "Reply";
    switch (kind) {
    case ThreadKind::question: return "Question";
    case ThreadKind::discussion: return "Discussion";
    case ThreadKind::story: return "Story";
    case ThreadKind::announcement: return "Announcement";
    }
    return "Post";
}

/// For those who go from heading to heading: a post is one step, and its own headings stand under it.
void heading(Writer& w, const Shown& s) {
    if (s.post.withdrawn_at)
        w.put<"<h2 class=\"hidden-words\">Withdrawn</h2>">();
    else
        w.put<"<h2 class=\"hidden-words\">{} by {}</h2>">(name_of(s), s.author.name);
}

Shown shown(const site::Context& c, const Post& post, const PostLook& look) {
    return {c, post, look, facts(look.thread), facts(post), author_of(post, look.thread, c.viewer)};
}

void comment(Writer& w, const site::Context& c, const Post& post, const PostLook& look) {
    const auto s = shown(c, post, look);
    w.put<"<li class=\"comment{}\" id=\"post-{}\">">(post.withdrawn_at ? " tombstone" : "", post.id);
    if (post.withdrawn_at) {
        tombstone(w, s);
    } else {
        w.put<"<div class=\"prose\">{}</div>">(html::Safe::trusted(post.html));
        byline(w, s);
        edited_mark(w, s);
        w.put<"<div class=\"post-acts\">">();
        if (post.votes > 0 || may_vote(c.viewer, s.thread_facts, s.post_facts)) vote(w, s);
        tending(w, s);
        w.put<"</div>">();
    }
    w.put<"</li>">();
}

void comments_of(Writer& w, const site::Context& c, const Post& post, const PostLook& look) {
    const auto mine = std::ranges::equal_range(look.comments, std::optional(post.id), {}, &Post::under);
    if (mine.empty()) return;
    w.put<"<ol class=\"comments\" aria-label=\"Comments\">">();
    for (const auto& one : mine)
        comment(w, c, one, look);
    w.put<"</ol>">();
}

} // namespace

server::Url place_of(const Thread& thread, int page, PostId post) {
    if (page <= 1) return link<"/forum/threads/{}/{}#post-{}">(thread.id, thread.slug, post);
    return link<"/forum/threads/{}/{}?page={}#post-{}">(thread.id, thread.slug, page, post);
}

std::string states_in_words(std::string_view codes) {
    const auto parts = base::split(codes, ',');
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) words += i + 1 == parts.size() ? " and " : ", ";
        words += members::state_name(parts[i]);
    }
    return words;
}

void post_view(Writer& w, const site::Context& c, const Post& post, const PostLook& look) {
    const auto s = shown(c, post, look);
    const std::string_view kind = post.withdrawn_at ? " tombstone"
                                  : post.opens()    ? " opening"
                                  : post.accepted   ? " accepted"
                                                    : "";
    w.put<"<article class=\"post{}\" id=\"post-{}\">">(kind, post.id);
    heading(w, s);
    if (post.withdrawn_at) {
        tombstone(w, s);
    } else {
        if (post.accepted) accepted_mark(w, s);
        byline(w, s);
        w.put<"<div class=\"prose\">{}</div>">(html::Safe::trusted(post.html));
        edited_mark(w, s);
        w.put<"<footer class=\"post-acts\">">();
        vote(w, s);
        acceptance(w, s);
        replying(w, s);
        tending(w, s);
        permalink(w, s);
        w.put<"</footer>">();
    }
    comments_of(w, c, post, look);
    w.put<"</article>">();
}

} // namespace forum
