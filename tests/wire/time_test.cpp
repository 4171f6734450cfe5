// Too slow: the timeouts are set so small here that nothing waits, and whatever must not time out has
// minutes.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <atomic>

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
    const Running server(handled_by(echo), {.header_timeout = 50ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\n");
    std::atomic<bool> answered = false;
    std::thread dripping([&] {
        while (!answered && client.send("X: y\r\n"))
            std::this_thread::sleep_for(5ms);
    });
    const int status = client.receive().status;
    answered = true;
    dripping.join();
    CHECK(status == 408);
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
    CHECK(server.connect().at_end());
}

TEST_CASE("a blank line after a request is not the beginning of another") {
    const Running server(handled_by(echo), {.idle_timeout = 50ms});
    for (int status = 0; status == 0;) { // where this machine is too slow to ask in time: again
        auto client = server.connect();
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n\r\n");
        status = client.receive().status;
        CHECK(client.at_end()); // and no 408
    }
}

TEST_CASE("a client that does not read its response is cut off") {
    Gate gate;
    const Running server(handled_by([&](Request&&, std::size_t) {
                             gate.pass();
                             return server::text(std::string(64 << 20, 'x'));
                         }),
                         {.write_timeout = 50ms, .slowest = 1 << 30});
    auto client = server.connect();
    client.shrink_window();
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    gate.wait_for(1);
    gate.open();
    server.until([](auto load) { return load.connections == 0; });
}

TEST_CASE("a handler has all the time it needs") {
    const Running server(handled_by([](Request&& request, std::size_t worker) {
                             std::this_thread::sleep_for(200ms);
                             return echo(std::move(request), worker);
                         }),
                         {.header_timeout = 50ms, .body_timeout = 50ms});
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody");
    CHECK(client.receive().status == 200);
}

TEST_CASE("a client that does not close after the last response is closed") {
    const Running server(handled_by(echo), {.linger = 50ms});
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    CHECK(client.receive().status == 200);
    server.until([](auto load) { return load.connections == 0; });
}
