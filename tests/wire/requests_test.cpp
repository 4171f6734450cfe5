// What a well-behaved client sees, in whatever pieces its bytes arrive.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <stdexcept>

using namespace wire;

TEST_CASE("a request is answered, with length and date and no word about the program") {
    const Running server;
    auto client = server.connect();
    client.send("GET /forum?sort=new HTTP/1.1\r\nHost: cohort.example\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer.status == 200);
    CHECK(answer.body == "GET /forum?sort=new\n");
    CHECK(answer.header("content-length") == std::to_string(answer.body.size()));
    CHECK(answer.header("date").size() == std::string_view("Sun, 06 Nov 1994 08:49:37 GMT").size());
    CHECK(answer.header("date").ends_with(" GMT"));
    CHECK(answer.header("connection").empty());
    CHECK(answer.header("server").empty());
}

TEST_CASE("a request that comes byte by byte is answered like one that comes whole") {
    const Running server;
    auto client = server.connect();
    for (int round = 0; round < 2; ++round) {
        client.send_slowly("POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello");
        CHECK(client.receive().body == "POST /a\nhello");
    }
}

TEST_CASE("a connection serves one request after the other") {
    const Running server;
    auto client = server.connect();
    for (int i = 0; i < 50; ++i) {
        client.send("GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
        CHECK(client.receive().body == "GET /" + std::to_string(i) + "\n");
    }
    CHECK(server.load().connections == 1);
}

TEST_CASE("requests sent ahead are answered in their order, and none is lost") {
    const Running server(handled_by(echo), {}, 4);
    auto client = server.connect();
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc";
    client.send(all);
    client.finish();
    for (int i = 0; i < 200; ++i)
        REQUIRE(client.receive().body == "POST /" + std::to_string(i) + "\nabc");
    CHECK(client.at_end());
}

TEST_CASE("blank lines before a request are passed over") {
    const Running server;
    auto client = server.connect();
    client.send(
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().body == "POST /\na");
    CHECK(client.receive().body == "GET /b\n");
}

TEST_CASE("a client that wants to close is answered and closed") {
    const Running server;
    auto client = server.connect();
    client.send(
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\nGET /never HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer.status == 200);
    CHECK(answer.header("connection") == "close");
    CHECK(client.at_end());
}

TEST_CASE("HTTP/1.0 closes, unless the client asks to stay") {
    const Running server;
    auto client = server.connect();
    client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    CHECK(client.receive().header("connection") == "keep-alive");
    client.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(client.receive().header("connection") == "close");
    CHECK(client.at_end());
}

TEST_CASE("HEAD has the header of GET and no body") {
    const Running server(handled_by([](Request&&, std::size_t) { return server::html("<p>12 seals</p>"); }));
    auto client = server.connect();
    client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto head = client.receive(true);
    const auto get = client.receive();
    CHECK(head.header("content-length") == "15");
    CHECK(head.header("content-type") == get.header("content-type"));
    CHECK(get.body == "<p>12 seals</p>");
}

TEST_CASE("204 and 304 have neither body nor length") {
    const Running server(handled_by([](Request&& request, std::size_t) {
        return Response{.status = request.path == "/204" ? 204 : 304, .headers = {}, .body = "never sent"};
    }));
    auto client = server.connect();
    for (const int status : {204, 304}) {
        client.send("GET /" + std::to_string(status) + " HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto answer = client.receive();
        CHECK(answer.status == status);
        CHECK(answer.headers.count("content-length") == 0);
    }
    client.finish();
    CHECK(client.at_end());
}

TEST_CASE("a fixed body is sent as it is") {
    static const std::string styles(100'000, 's');
    const Running server(handled_by([](Request&&, std::size_t) {
        return Response{.status = 200, .headers = {}, .body = {}, .fixed_body = styles};
    }));
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().body == styles);
}

TEST_CASE("a chunked body is read rightly wherever it is split") {
    const Running server;
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string body =
        "5\r\nhello\r\n1;note=x\r\n \r\n00A\r\n0123456789\r\n0\r\nX-Sum: 7\r\nHost: evil\r\n\r\n";
    auto client = server.connect();
    for (std::size_t split = 0; split <= body.size(); ++split) {
        client.send(head + body.substr(0, split));
        std::this_thread::yield();
        client.send(body.substr(split));
        REQUIRE(client.receive().body == "POST /\nhello 0123456789");
    }
    client.send_slowly(head + body);
    CHECK(client.receive().body == "POST /\nhello 0123456789");
}

TEST_CASE("an empty chunked body may come byte by byte") {
    const Running server;
    auto client = server.connect();
    client.send_slowly("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    CHECK(client.receive().body == "POST /\n");
}

TEST_CASE("a trailer does not become a header") {
    const Running server(handled_by([](Request&& request, std::size_t) {
        return server::text(request.headers.get("Host").data() + std::string("|") +
                            std::string(request.headers.get("Cookie")));
    }));
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                "0\r\nCookie: session=stolen\r\n\r\n");
    CHECK(client.receive().body == "h|");
}

TEST_CASE("a client that expects 100 Continue gets it, and then the answer") {
    const Running server;
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.receive().status == 100);
    client.send("body");
    CHECK(client.receive().body == "POST /\nbody");
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\nbody");
    auto answer = client.receive(); // with the body there already, the 100 may be left out
    if (answer.status == 100) answer = client.receive();
    CHECK(answer.body == "POST /\nbody");
}

TEST_CASE("a target in absolute form is taken for this host only") {
    const Running server;
    auto client = server.connect();
    client.send("GET HTTP://Cohort.example:8080/a?b=c HTTP/1.1\r\nHost: cohort.EXAMPLE:8080\r\n\r\n");
    CHECK(client.receive().body == "GET /a?b=c\n");
    client.send("GET http://h?b HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().body == "GET /?b\n");
    client.send("GET http://other.example/a HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().status == 400);
    CHECK(client.at_end());
}

TEST_CASE("the handler sees method, headers, address and worker") {
    const Running server(handled_by([](Request&& request, std::size_t worker) {
                             return server::text(std::string(request.headers.get("x-custom")) + ' ' +
                                                 request.remote + ' ' + (worker < 3 ? "worker" : "stranger") +
                                                 ' ' + std::string(base::enum_text(request.method)));
                         }),
                         {}, 3);
    auto client = server.connect();
    for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
        client.send(method + " / HTTP/1.1\r\nHost: h\r\nX-Custom:\t D\xC3\xBCren \r\n\r\n");
        CHECK(client.receive().body == "D\xC3\xBCren 127.0.0.1 worker " + method);
    }
}

TEST_CASE("no value of a response can begin a field of its own") {
    const Running server(handled_by([](Request&&, std::size_t) {
        Response response = server::text("ok");
        response.headers.add("X-Name", "a\r\nSet-Cookie: b=c");
        response.headers.add("Content-Length", "999");
        response.headers.add("Transfer-Encoding", "chunked");
        return response;
    }));
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    const auto answer = client.receive();
    CHECK(answer.header("x-name") == "a  Set-Cookie: b=c");
    CHECK(answer.headers.count("set-cookie") == 0);
    CHECK(answer.headers.count("transfer-encoding") == 0);
    CHECK(answer.body == "ok");
}

TEST_CASE("what is at hand is answered while every worker is busy, and in its order") {
    Gate gate;
    auto application = handled_by([&](Request&& request, std::size_t worker) {
        gate.pass();
        return echo(std::move(request), worker);
    });
    application.kept = [](const Request& request) -> std::optional<Response> {
        if (request.path == "/broken") throw std::runtime_error("no");
        if (request.path != "/kept") return std::nullopt;
        return server::text("at hand\n");
    };
    const Running server(std::move(application), {}, 1);
    auto busy = server.connect();
    busy.send("GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /kept HTTP/1.1\r\nHost: h\r\n\r\n");
    gate.wait_for(1);
    auto other = server.connect();
    other.send("GET /kept HTTP/1.1\r\nHost: h\r\n\r\nGET /broken HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(other.receive().body == "at hand\n");
    gate.open();
    CHECK(busy.receive().body == "GET /a\n");
    CHECK(busy.receive().body == "at hand\n");
    CHECK(other.receive().body == "GET /broken\n");
}
