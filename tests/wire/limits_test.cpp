// Too much: of a header, of a body, of requests, of connections.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

using namespace wire;

namespace {

int status_of(const Running& server, const std::string& request) {
    auto client = server.connect();
    client.send(request);
    const int status = client.receive().status;
    if (status != 200) CHECK(client.at_end());
    return status;
}

std::string get(const std::string& target, const std::string& fields = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

Application with_body_limit(std::size_t most) {
    return {.handler = echo,
            .body_limit = [most](const Request& head) { return head.path == "/large" ? 10 * most : most; },
            .problem = {}};
}

} // namespace

TEST_CASE("a header is as long as the limit, and no longer") {
    const Limits limits{.header_bytes = 1000, .target_length = 500};
    const Running server(handled_by(echo), limits);
    const std::size_t rest = get("/", "X: \r\n").size();
    CHECK(status_of(server, get("/", "X: " + std::string(1000 - rest, 'x') + "\r\n")) == 200);
    CHECK(status_of(server, get("/", "X: " + std::string(1001 - rest, 'x') + "\r\n")) == 431);
    CHECK(status_of(server, get("/", "X: " + std::string(500'000, 'x') + "\r\n")) == 431);
    CHECK(status_of(server, get("/" + std::string(499, 'x'))) == 200);
    CHECK(status_of(server, get("/" + std::string(500, 'x'))) == 414);
    CHECK(status_of(server, get("/" + std::string(500'000, 'x'))) == 414);
}

TEST_CASE("a header has as many fields as the limit, and no more") {
    const Running server(handled_by(echo), {.header_fields = 10});
    std::string fields;
    for (int i = 0; i < 9; ++i)
        fields += "X: y\r\n";
    CHECK(status_of(server, get("/", fields)) == 200);
    CHECK(status_of(server, get("/", fields + "X: y\r\n")) == 431);
}

TEST_CASE("how large a body may be is decided when its header is read") {
    const Running server(with_body_limit(1000));
    const auto post = [](const std::string& path, std::size_t size) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(size) +
               "\r\n\r\n" + std::string(size, 'b');
    };
    CHECK(status_of(server, post("/", 1000)) == 200);
    CHECK(status_of(server, post("/", 1001)) == 413);
    CHECK(status_of(server, post("/large", 10'000)) == 200);
    CHECK(status_of(server, post("/large", 10'001)) == 413);
    CHECK(status_of(server, post("/", 3'000'000)) == 413); // and the client, still sending, can read that
}

TEST_CASE("a chunked body is measured as it comes") {
    const Running server(with_body_limit(1000));
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::string chunk = "1f4\r\n" + std::string(500, 'b') + "\r\n";
    CHECK(status_of(server, head + chunk + chunk + "0\r\n\r\n") == 200);
    CHECK(status_of(server, head + chunk + chunk + "1\r\nb\r\n0\r\n\r\n") == 413);
    CHECK(status_of(server, head + "fffffffffff\r\n") == 413);
}

TEST_CASE("the trimmings of a chunked body are limited too") {
    const Running server(handled_by(echo), {.header_bytes = 1000});
    const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
    std::string extensions;
    for (int i = 0; i < 100; ++i)
        extensions += "1;a=" + std::string(50, 'x') + "\r\nb\r\n";
    CHECK(status_of(server, head + extensions) == 400);
    CHECK(status_of(server, head + "1;a=" + std::string(100'000, 'x')) == 400);
    CHECK(status_of(server, head + "0\r\nX: " + std::string(100'000, 'x')) == 400);
}

TEST_CASE("a body that is too large is refused before 100 Continue") {
    const Running server(with_body_limit(1000));
    CHECK(status_of(server,
                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n") ==
          413);
}

TEST_CASE("all bodies together take no more memory than the limit") {
    Gate gate;
    const Running server(handled_by([&](Request&& request, std::size_t worker) {
                             gate.pass();
                             return echo(std::move(request), worker);
                         }),
                         {.bodies = 1500});
    const std::string request =
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n" + std::string(1000, 'b');
    auto first = server.connect();
    first.send(request);
    gate.wait_for(1);
    CHECK(status_of(server, request) == 503);
    gate.open();
    CHECK(first.receive().status == 200);
    CHECK(status_of(server, request) == 200);
}

TEST_CASE("when the queue is full, a request is turned away with Retry-After, and may come again") {
    Gate gate;
    const Running server(handled_by([&](Request&& request, std::size_t worker) {
                             gate.pass();
                             return echo(std::move(request), worker);
                         }),
                         {.waiting_requests = 1}, 1);
    auto running = server.connect();
    running.send(get("/running"));
    gate.wait_for(1);
    auto waiting = server.connect();
    waiting.send(get("/waiting"));
    server.until([](auto load) { return load.waiting == 1; });
    auto refused = server.connect();
    refused.send(get("/refused"));
    const auto answer = refused.receive();
    CHECK(answer.status == 503);
    CHECK(answer.header("retry-after") == "1");
    CHECK(server.load().refused == 1);

    gate.open();
    CHECK(running.receive().body == "GET /running\n");
    CHECK(waiting.receive().body == "GET /waiting\n");
    refused.send(get("/again"));
    CHECK(refused.receive().body == "GET /again\n");
}

TEST_CASE("many idle connections do not hinder one that works") {
    const Running server(handled_by(echo), {}, 2, 2);
    std::vector<Client> idle;
    for (int i = 0; i < 400; ++i)
        idle.push_back(server.connect());
    auto client = server.connect();
    for (int i = 0; i < 20; ++i) {
        client.send(get("/"));
        CHECK(client.receive().status == 200);
    }
    server.until([](auto load) { return load.connections == 401; });
    for (auto& other : idle) {
        other.send(get("/idle"));
        REQUIRE(other.receive().body == "GET /idle\n");
    }
}

TEST_CASE("as many requests run at a time as there are workers") {
    Gate gate;
    const Running server(handled_by([&](Request&& request, std::size_t worker) {
                             gate.pass();
                             return echo(std::move(request), worker);
                         }),
                         {.reading_of_one = 16}, 16);
    std::vector<Client> clients;
    for (int i = 0; i < 16; ++i) {
        clients.push_back(server.connect());
        clients.back().send(get("/"));
    }
    gate.wait_for(16);
    gate.open();
    for (auto& client : clients)
        CHECK(client.receive().status == 200);
}
