#include "forum/tell.hpp"

#include "forum/post_store.hpp"
#include "members/members.hpp"
#include "server/url.hpp"

namespace forum {

std::string address_of(PostId post) {
    return server::link<"/forum/posts/{}">(post).text();
}

std::vector<std::string> addresses_in(store::Reader& db, ThreadId thread) {
    std::vector<std::string> addresses;
    for (const auto post : all_posts(db, thread))
        addresses.push_back(address_of(post));
    return addresses;
}

void tell_mentioned(store::Writer& db, const NewsOfPost& news, const std::vector<std::string>& mentioned) {
    std::vector<MemberId> members;
    for (const auto& handle : mentioned)
        if (const auto member = members::find_by_handle(db, handle)) members.push_back(*member);
    notices::tell(
        db, members,
        {notices::Reason::mentioned, news.author, news.title, address_of(news.post), news.at, news.unnamed});
}

void tell_of_post(store::Writer& db, const NewsOfPost& news, const std::vector<std::string>& mentioned) {
    tell_mentioned(db, news, mentioned);
    notices::tell_watchers(
        db, {news.subject},
        {news.reason, news.author, news.title, address_of(news.post), news.at, news.unnamed});
}

} // namespace forum
