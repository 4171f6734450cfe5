#include "server/response.hpp"
#include "tests/support/test.hpp"

using server::Request;

TEST_CASE("a reader who has the page already gets 304 without it") {
    Request request;
    auto first = server::html("<p>hello</p>");
    server::answer_conditionally(request, first);
    const std::string tag(first.headers.get("ETag"));
    CHECK(tag.starts_with("W/\""));
    request.headers.add("If-None-Match", "\"other\", " + tag);
    auto second = server::html("<p>hello</p>");
    server::answer_conditionally(request, second);
    CHECK(second.status == 304);
    CHECK(second.content().empty());
    auto changed = server::html("<p>hello!</p>");
    server::answer_conditionally(request, changed);
    CHECK(changed.status == 200);
}

TEST_CASE("only safe requests that succeeded are answered from what the client has") {
    Request request;
    request.headers.add("If-None-Match", "*");
    auto missing = server::html("gone", 404);
    server::answer_conditionally(request, missing);
    CHECK(missing.status == 404);
    request.method = server::Method::post;
    auto posted = server::html("done");
    server::answer_conditionally(request, posted);
    CHECK(posted.status == 200);
}

TEST_CASE("text is compressed for those who take it") {
    Request request;
    auto plain = server::html(std::string(5000, 'a'));
    server::compress(request, plain);
    CHECK(plain.body.size() == 5000);
    request.headers.add("Accept-Encoding", "br, gzip;q=0.8");
    auto packed = server::html(std::string(5000, 'a'));
    server::compress(request, packed);
    CHECK(packed.headers.get("Content-Encoding") == "gzip");
    CHECK(packed.body.size() < 500);
    auto tiny = server::html("short");
    server::compress(request, tiny);
    CHECK(tiny.body == "short");
    for (const char* other : {"gzip;q=0", "gzip; Q=0.000", "br, gzip;a=b;q=0.0", "gzippy", "x-gzip"}) {
        Request refuses;
        refuses.headers.add("Accept-Encoding", other);
        auto whole = server::html(std::string(5000, 'a'));
        server::compress(refuses, whole);
        CHECK(whole.body.size() == 5000);
    }
}

TEST_CASE("cookies are found whole") {
    Request request;
    request.headers.add("Cookie", "xcohort=1; cohort=abc; cohort2=2");
    CHECK(request.cookie("cohort") == "abc");
    CHECK(request.cookie("cohor").empty());
}
