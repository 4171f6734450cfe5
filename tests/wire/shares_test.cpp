// One client's share: who takes much of something leaves enough for the others.
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <map>

using namespace wire;
using namespace std::chrono_literals;

namespace {

constexpr auto greedy = "127.0.0.2";
constexpr auto modest = "127.0.0.3";

std::string get(const std::string& path, const std::string& fields = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

std::string post(const std::string& path, std::size_t size, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           body;
}

/// A handler that notes which paths it was asked for, in order, and waits at a gate before it answers.
struct Witness {
    Gate gate;
    std::mutex mutex;
    std::vector<std::string> paths;

    Application application() {
        return handled_by([this](Request&& request, std::size_t worker) {
            {
                const std::lock_guard lock(mutex);
                paths.push_back(request.path);
            }
            gate.pass();
            return echo(std::move(request), worker);
        });
    }
};

std::vector<Client> send_each(const Running& server, const char* from,
                              const std::vector<std::string>& messages) {
    std::vector<Client> clients;
    for (const auto& message : messages) {
        clients.push_back(server.connect(from));
        clients.back().send(message);
    }
    return clients;
}

} // namespace

TEST_CASE("clients take turns: one who asks little does not wait for one who asks much") {
    Witness witness;
    const Running server(witness.application(), {}, 1);
    auto first = send_each(server, greedy, {get("/greedy/0")});
    witness.gate.wait_for(1);
    auto many = send_each(server, greedy, {get("/greedy/1"), get("/greedy/2"), get("/greedy/3")});
    server.until([](auto load) { return load.waiting == 3; });
    auto few = send_each(server, modest, {get("/modest/1")});
    server.until([](auto load) { return load.waiting == 4; });
    witness.gate.open();
    CHECK(few[0].receive().status == 200);
    for (auto& client : many)
        CHECK(client.receive().status == 200);
    REQUIRE(witness.paths.size() == 5);
    CHECK(witness.paths[2] == "/modest/1"); // the greedy one stood in line before
}

TEST_CASE("of one client only so many pages are made at a time, and free workers wait for others") {
    Witness witness;
    const Running server(witness.application(), {.reading_of_one = 2}, 4);
    auto many = send_each(server, greedy, {get("/1"), get("/2"), get("/3"), get("/4"), get("/5")});
    witness.gate.wait_for(2);
    server.until([](auto load) { return load.waiting == 3; });
    auto few = send_each(server, modest, {get("/6"), get("/7")});
    witness.gate.wait_for(4);
    CHECK(server.load().waiting == 3);
    witness.gate.open();
    for (auto& client : many)
        CHECK(client.receive().status == 200);
    for (auto& client : few)
        CHECK(client.receive().status == 200);
}

TEST_CASE("of one client only so many changes are at work at a time") {
    Witness witness;
    const Running server(witness.application(), {.changing_of_one = 2}, 4);
    auto many = send_each(server, greedy, {post("/1", 0, ""), post("/2", 0, ""), post("/3", 0, "")});
    witness.gate.wait_for(2);
    server.until([](auto load) { return load.waiting == 1; });
    auto few = send_each(server, modest, {post("/4", 0, ""), post("/5", 0, "")});
    witness.gate.wait_for(4);
    witness.gate.open();
    for (auto& client : many)
        CHECK(client.receive().status == 200);
    for (auto& client : few)
        CHECK(client.receive().status == 200);
}

TEST_CASE("one client fills its part of the queue, and the rest stays open to others") {
    Witness witness;
    const Running server(witness.application(), {.waiting_of_one = 2}, 1);
    auto running = send_each(server, greedy, {get("/0")});
    witness.gate.wait_for(1);
    auto waiting = send_each(server, greedy, {get("/1"), get("/2")});
    server.until([](auto load) { return load.waiting == 2; });
    auto refused = send_each(server, greedy, {get("/3")});
    const auto answer = refused[0].receive();
    CHECK(answer.status == 503);
    CHECK(answer.header("retry-after") == "1");
    auto other = send_each(server, modest, {get("/4")});
    server.until([](auto load) { return load.waiting == 3; });
    witness.gate.open();
    CHECK(other[0].receive().body == "GET /4\n");
    for (auto& client : waiting)
        CHECK(client.receive().status == 200);
}

TEST_CASE("behind a proxy it is who asks that counts, not who connects") {
    Witness witness;
    auto application = witness.application();
    application.arrived = [](Request& head) { head.remote = head.headers.get("X-Forwarded-For"); };
    const Running server(std::move(application), {.reading_of_one = 1}, 2);
    const auto asked_by = [&](const std::string& who) {
        return get("/" + who, "X-Forwarded-For: " + who + "\r\n");
    };
    auto proxied = send_each(server, greedy, {asked_by("192.0.2.1"), asked_by("192.0.2.1")});
    server.until([](auto load) { return load.waiting == 1; });
    auto other = send_each(server, greedy, {asked_by("192.0.2.2")});
    witness.gate.wait_for(2);
    CHECK(witness.paths.back() == "/192.0.2.2");
    witness.gate.open();
    for (auto& client : proxied)
        CHECK(client.receive().status == 200);
}

TEST_CASE("one client holds so many connections, and others come in") {
    const Running server(handled_by(echo), {.connections_of_one = 3});
    std::vector<Client> held;
    for (int i = 0; i < 3; ++i)
        held.push_back(server.connect(greedy));
    auto refused = server.connect(greedy);
    CHECK(refused.receive().status == 503);
    CHECK(refused.at_end());
    auto other = server.connect(modest);
    other.send(get("/"));
    CHECK(other.receive().status == 200);
    held[0].send(get("/"));
    CHECK(held[0].receive().status == 200);
    held.clear();
    server.until([](auto load) { return load.connections == 1; });
    auto again = server.connect(greedy);
    again.send(get("/"));
    CHECK(again.receive().status == 200);
}

TEST_CASE("bodies that one client does not finish leave room for those of others") {
    const Running server(handled_by(echo), {.bodies = 10'000, .bodies_of_one = 2'000});
    auto first = server.connect(greedy);
    first.send(post("/", 2'000, std::string(1'999, 'b')));
    for (int status = 0; status != 503;) { // once the server has read the first
        auto second = server.connect(greedy);
        second.send(post("/", 100, std::string(100, 'b')));
        status = second.receive().status;
    }
    auto other = server.connect(modest);
    other.send(post("/", 1'000, std::string(1'000, 'b')));
    CHECK(other.receive().status == 200);
    first.send("b");
    CHECK(first.receive().status == 200);
    auto again = server.connect(greedy);
    again.send(post("/", 2'000, std::string(2'000, 'b')));
    CHECK(again.receive().status == 200);
}

TEST_CASE("a body that stands still is given up, however much of it has come") {
    const Running server(handled_by(echo), {.standstill = 50ms});
    auto client = server.connect();
    client.send(post("/", 200'001, std::string(200'000, 'b')));
    CHECK(client.receive().status == 408);
    CHECK(client.at_end());
}

TEST_CASE("a response that stands still is given up, however much of it was read") {
    Gate gate;
    const Running server(handled_by([&](Request&&, std::size_t) {
                             gate.pass();
                             return server::text(std::string(64 << 20, 'x'));
                         }),
                         {.standstill = 50ms});
    auto client = server.connect();
    client.shrink_window();
    client.send(get("/"));
    gate.wait_for(1);
    CHECK(server.load().connections == 1);
    gate.open();
    server.until([](auto load) { return load.connections == 0; });
}

TEST_CASE("a packed body is refused before it is read") {
    const Running server(handled_by(echo));
    for (const std::string coding : {"gzip", "deflate", "br", "identity, gzip", "x-unknown"}) {
        auto client = server.connect();
        client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\nContent-Encoding: " + coding +
                    "\r\n\r\n");
        CHECK(client.receive().status == 415);
        CHECK(client.at_end());
    }
    auto client = server.connect();
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Encoding: Identity\r\n\r\nb");
    CHECK(client.receive().status == 200);
}

TEST_CASE("when every place is taken, who has waited longest makes room for who comes") {
    const Running server(handled_by(echo), {.connections = 3});
    std::vector<Client> held;
    for (int i = 0; i < 3; ++i) {
        held.push_back(server.connect());
        held.back().send(get("/"));
        CHECK(held.back().receive().status == 200);
    }
    auto newcomer = server.connect();
    newcomer.send(get("/"));
    CHECK(newcomer.receive().status == 200);
    CHECK(held[0].at_end());
    held[2].send(get("/"));
    CHECK(held[2].receive().status == 200);
}

TEST_CASE("where every place is taken by requests at work, a newcomer is told so") {
    Witness witness;
    const Running server(witness.application(), {.connections = 2, .reading_of_one = 2}, 2);
    auto working = send_each(server, greedy, {get("/1"), get("/2")});
    witness.gate.wait_for(2);
    auto newcomer = server.connect(modest);
    newcomer.send(get("/"));
    CHECK(newcomer.receive().status == 503);
    CHECK(newcomer.at_end());
    witness.gate.open();
    for (auto& client : working)
        CHECK(client.receive().status == 200);
}

TEST_CASE("three thousand connections that are silent, one by one or after a request, hinder nobody") {
    const Running server(handled_by(echo));
    std::vector<Client> silent;
    for (int i = 0; i < 3'000; ++i) {
        const std::string from = "127.0.1." + std::to_string(i % 10 + 1);
        silent.push_back(server.connect(from.c_str()));
        if (i % 2 == 0) silent.back().send(get("/silent"));
    }
    auto client = server.connect(modest);
    for (int i = 0; i < 50; ++i) {
        client.send(get("/"));
        REQUIRE(client.receive().status == 200);
        auto fresh = server.connect(modest);
        fresh.send(get("/"));
        REQUIRE(fresh.receive().status == 200);
    }
    for (std::size_t i = 0; i < silent.size(); ++i) {
        if (i % 2 == 1) silent[i].send(get("/silent"));
        REQUIRE(silent[i].receive().body == "GET /silent\n");
    }
}
