// Too slow: the timeouts are set so small here that nothing waits, and whatever must not time out has
// minutes.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

using namespace wire;
using namespace std::chrono_literals;

TEST_CASE("a header that does not come to its end is answered with 408") {
    const Running server(handled_by(echo), {.header_timeout = 50ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost:");
    CHECK(client.receive().status == 408);
    CHECK(client.at_end());
}

TEST_CASE("a header that drips in does not gain time by dripping") {
    const Running server(handled_by(echo), {.header_timeout = 50ms, .linger = 50ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\n");
    std::thread dripping([&] {
        while (client.send("X: y\r\n"))
            std::this_thread::sleep_for(5ms);
    });
    CHECK(client.receive().status == 408);
    dripping.join();
}

TEST_CASE("a body that does not come to its end is answered with 408") {
    const Running server(handled_by(echo), {.body_timeout = 50ms});
    for (const std::string body :
         {"Content-Length: 100\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n5\r\nab"}) {
        auto client = server.connect();
        client.send("POST / HTTP/1.1\r\nHost: h\r\n" + body);
        CHECK(client.receive().status == 408);
        CHECK(client.at_end());
    }
}

TEST_CASE("a long body may take as long as its length allows") {
    const Running server(handled_by(echo), {.body_timeout = 50ms, .slowest = 1});
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 601\r\n\r\n" + std::string(600, 'b'));
    std::this_thread::sleep_for(200ms);
    client.send("b");
    CHECK(client.receive().status == 200);
}

TEST_CASE("a connection on which nothing is asked is closed without a word") {
    const Running server(handled_by(echo), {.idle_timeout = 50ms});
    auto silent = server.connect();
    CHECK(silent.at_end());
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n\r\n"); // the blank line at the end is not a new request
    CHECK(client.receive().status == 200);
    CHECK(client.at_end());
}

TEST_CASE("a client that does not read its response is cut off") {
    const Running server(
        handled_by([](Request&&, std::size_t) { return server::text(std::string(64 << 20, 'x')); }),
        {.write_timeout = 50ms, .slowest = 1 << 30});
    auto client = server.connect();
    client.shrink_window();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    server.until([](auto load) { return load.connections == 1; });
    server.until([](auto load) { return load.connections == 0; });
}

TEST_CASE("a handler has all the time it needs") {
    const Running server(handled_by([](Request&& request, std::size_t worker) {
                             std::this_thread::sleep_for(200ms);
                             return echo(std::move(request), worker);
                         }),
                         {.idle_timeout = 20ms, .header_timeout = 20s, .body_timeout = 20ms, .linger = 20ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    CHECK(client.receive().status == 200);
}

TEST_CASE("a client that does not close after the last response is closed") {
    const Running server(handled_by(echo), {.linger = 50ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    CHECK(client.receive().status == 200);
    server.until([](auto load) { return load.connections == 0; });
}
