// What breaks: handlers that throw, clients that vanish, and the end of the server itself.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <stdexcept>
#include <system_error>

using namespace wire;
using namespace std::chrono_literals;

namespace {

const std::string request = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

TEST_CASE("a handler that throws is a 500, and the connection goes on") {
    const Running server(handled_by([](Request&& received, std::size_t worker) -> Response {
        if (received.path == "/broken") throw std::runtime_error("disk on fire");
        if (received.path == "/odd") throw 42;
        return echo(std::move(received), worker);
    }));
    auto client = server.connect();
    for (const std::string path : {"/broken", "/odd"}) {
        client.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto answer = client.receive();
        CHECK(answer.status == 500);
        CHECK(answer.body.find("disk") == std::string::npos);
    }
    client.send(request);
    CHECK(client.receive().status == 200);
}

TEST_CASE("functions of the application that throw do no more harm than a 500") {
    const Running server({.handler = echo,
                          .body_limit = [](const Request&) -> std::size_t { throw std::runtime_error("x"); },
                          .problem = [](int, bool) -> Response { throw std::runtime_error("y"); }});
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\na");
    CHECK(client.receive().status == 500);
    auto other = server.connect();
    other.send(request);
    CHECK(other.receive().status == 200);
}

TEST_CASE("a client that vanishes leaves nothing behind") {
    Gate gate;
    const Running server(handled_by([&](Request&&, std::size_t) {
        gate.pass();
        return server::text(std::string(1 << 20, 'x'));
    }));
    for (const std::string bytes :
         {"", "GET / HT", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc"}) {
        auto client = server.connect();
        client.send(bytes);
        server.until([](auto load) { return load.connections == 1; });
        client.reset();
        server.until([](auto load) { return load.connections == 0; });
    }
    auto client = server.connect();
    client.send(request + request);
    gate.wait_for(1);
    client.reset();
    gate.open();
    server.until([](auto load) { return load.connections == 0; });
}

TEST_CASE("a stop lets a running request end, and nothing else begin") {
    Gate gate;
    Running server(handled_by([&](Request&& received, std::size_t worker) {
        gate.pass();
        return echo(std::move(received), worker);
    }));
    auto idle = server.connect();
    auto client = server.connect();
    client.send(request);
    gate.wait_for(1);
    server.until([](auto load) { return load.connections == 2; });
    server.stop();
    CHECK(idle.at_end());
    CHECK_THROWS(server.connect());
    gate.open();
    const auto answer = client.receive();
    CHECK(answer.body == "GET /\n");
    CHECK(answer.header("connection") == "close");
    CHECK(client.at_end());
    server.wait();
}

TEST_CASE("a stop lets a request that is half sent be finished") {
    Running server;
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.receive().status == 100);
    server.stop();
    client.send("body");
    CHECK(client.receive().body == "POST /\nbody");
    server.wait();
}

TEST_CASE("a stop cuts off what does not end") {
    Running server(handled_by(echo), {.grace = 50ms});
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.receive().status == 100);
    server.stop();
    CHECK(client.at_end());
    server.wait();
}

TEST_CASE("a stop cuts off a request whose handler takes too long") {
    Gate gate;
    Running server(handled_by([&](Request&& received, std::size_t worker) {
                       gate.pass();
                       return echo(std::move(received), worker);
                   }),
                   {.grace = 50ms}, 1);
    auto running = server.connect();
    running.send(request);
    gate.wait_for(1);
    auto waiting = server.connect();
    waiting.send(request);
    server.until([](auto load) { return load.waiting == 1; });
    server.stop();
    CHECK(running.at_end());
    CHECK(waiting.at_end());
    gate.open();
    server.wait();
}

TEST_CASE("a server that was stopped before it ran does not run") {
    server::beast::Server server({}, handled_by(echo));
    server.stop();
    server.run();
    CHECK(server.load().connections == 0);
}

TEST_CASE("a port that is taken is an error at once") {
    const server::beast::Server first({}, handled_by(echo));
    CHECK_THROWS_AS(server::beast::Server({.port = first.port()}, handled_by(echo)), std::system_error);
    CHECK_THROWS_AS(server::beast::Server({.address = "localhost"}, handled_by(echo)), std::system_error);
}
