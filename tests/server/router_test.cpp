#include "server/router.hpp"
#include "tests/support/test.hpp"

using server::Match;
using server::Method;
using server::NoSuchMethod;
using server::NoSuchPath;

namespace {

server::Router make_router() {
    server::Router router;
    router.add(Method::get, "/");                    // 0
    router.add(Method::get, "/forum/threads/{}");    // 1
    router.add(Method::get, "/forum/threads/{}/{}"); // 2
    router.add(Method::get, "/forum/threads/new");   // 3
    router.add(Method::post, "/forum/threads/{}");   // 4
    router.add(Method::get, "/static/{}/{...}");     // 5
    return router;
}

Match found(Method method, std::string_view path) {
    return std::get<Match>(make_router().find(method, path));
}

} // namespace

TEST_CASE("a word wins over a place that takes anything") {
    CHECK(found(Method::get, "/").route == 0);
    CHECK(found(Method::get, "/forum/threads/new").route == 3);
    CHECK(found(Method::get, "/forum/threads/12").route == 1);
    CHECK(found(Method::post, "/forum/threads/new").route == 4);
}

TEST_CASE("values are decoded once and may hold any text") {
    CHECK(found(Method::get, "/forum/threads/12/%E6%9D%8E%2Fx").values ==
          std::vector<std::string>{"12", "李/x"});
    CHECK(found(Method::get, "/forum/threads/%252e").values == std::vector<std::string>{"%2e"});
    CHECK(found(Method::get, "/static/ab/styles/base.css").values ==
          std::vector<std::string>{"ab", "styles/base.css"});
}

TEST_CASE("what is no such path says so, also when its encoding is broken") {
    const auto router = make_router();
    for (const char* path :
         {"/forum", "/forum/threads/", "/forum/threads/1/", "/forum/threads/%", "/forum/threads/%zz",
          "/forum/threads/%00", "/forum/threads/%C0%AF", "/static/x", "", "forum"})
        CHECK(std::holds_alternative<NoSuchPath>(router.find(Method::get, path)));
}

TEST_CASE("a wrong verb hears which ones there are, and HEAD is GET") {
    const auto router = make_router();
    CHECK(std::get<NoSuchMethod>(router.find(Method::del, "/forum/threads/12")).allow == "GET, HEAD, POST");
    CHECK(found(Method::head, "/forum/threads/12").route == 1);
}
