// What is refused before any handler sees it. Each is answered once, and the connection ends: whatever
// follows an ambiguous message must not be taken for another request (RFC 9112 section 11.2).
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <atomic>

using namespace wire;
using namespace std::string_literals;

namespace {

const std::string next = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

struct Case {
    const char* what;
    int status;
    std::string bytes;
};

std::string get(const std::string& fields) {
    return "GET / HTTP/1.1\r\n" + fields + "\r\n";
}

std::string post(const std::string& fields, const std::string& body) {
    return "POST / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
}

std::vector<Case> whom_it_is_for() {
    return {
        {"no Host", 400, get("")},
        {"two Hosts", 400, get("Host: h\r\nHost: h\r\n")},
        {"an empty Host", 400, get("Host:\r\n")},
        {"two names in a Host", 400, get("Host: a, b\r\n")},
        {"a Host with a path", 400, get("Host: h/x\r\n")},
        {"a Host with a user", 400, get("Host: user@h\r\n")},
        {"an unknown method", 501, "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a method in small letters", 501, "get / HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"OPTIONS of everything", 501, "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"an asterisk", 400, "GET * HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"CONNECT", 501, "CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"an authority alone", 400, "GET h:443 HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a user in the target", 400, "GET http://u:p@h/ HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"another scheme", 400, "GET ftp://h/ HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"UTF-8 in the target", 400, "GET /\xC3\xBC HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a control byte in the target", 400, "GET /\x01 HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"NUL in the target", 400, "GET /\0 HTTP/1.1\r\nHost: h\r\n\r\n"s},
        {"DEL in the target", 400, "GET /\x7f HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a tab in the request line", 400, "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a blank in the target", 400, "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"a fragment", 400, "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n"},
        {"no version", 400, "GET /\r\nHost: h\r\n\r\n"},
        {"HTTP/2.0", 505, "PRI * HTTP/2.0\r\n\r\n"},
        {"another protocol", 400, "GET / ICE/1.0\r\nHost: h\r\n\r\n"},
    };
}

std::vector<Case> where_its_lines_end() {
    return {
        {"a folded line", 400, get("Host: h\r\nX: a\r\n b\r\n")},
        {"a folded line with a tab", 400, get("Host: h\r\nX: a\r\n\tb\r\n")},
        {"a blank before the first field", 400, get(" Host: h\r\nX: a\r\n")},
        {"bare LF", 400, "GET / HTTP/1.1\nHost: h\n\n"},
        {"bare LF between fields", 400, get("Host: h\nX: a\r\n")},
        {"bare CR", 400, get("Host: h\rX: a\r\n")},
        {"bare CR before the end", 400, get("Host: h\r\n\r")},
        {"a blank before the colon", 400, get("Host : h\r\n")},
        {"no colon", 400, get("Host: h\r\nX\r\n")},
        {"an empty name", 400, get("Host: h\r\n: a\r\n")},
        {"NUL in a value", 400, get("Host: h\r\nX: a\0b\r\n"s)},
        {"a form feed in a value", 400, get("Host: h\r\nX: a\fb\r\n")},
    };
}

std::vector<Case> where_its_body_ends() {
    return {
        {"two lengths", 400, post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab")},
        {"the same length two times", 400, post("Content-Length: 1\r\nContent-Length: 1\r\n", "a")},
        {"a list of lengths", 400, post("Content-Length: 1, 1\r\n", "a")},
        {"a length with a sign", 400, post("Content-Length: +1\r\n", "a")},
        {"a negative length", 400, post("Content-Length: -1\r\n", "a")},
        {"a hexadecimal length", 400, post("Content-Length: 0x1\r\n", "a")},
        {"an empty length", 400, post("Content-Length:\r\n", "")},
        {"a length beyond all numbers", 400, post("Content-Length: 99999999999999999999\r\n", "a")},
        {"a length before a coding", 400,
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"a coding before a length", 400,
         post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
        {"identity and a length", 501, post("Transfer-Encoding: identity\r\nContent-Length: 1\r\n", "a")},
        {"an unknown coding", 501, post("Transfer-Encoding: pigeons\r\n", "")},
        {"a coding besides chunked", 501, post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
        {"chunked, and then another", 501, post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")},
        {"chunked two times", 400,
         post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"an empty coding", 501, post("Transfer-Encoding:\r\n", "")},
        {"chunked in HTTP/1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"an unknown expectation", 417, post("Expect: a-miracle\r\nContent-Length: 1\r\n", "a")},
    };
}

std::vector<Case> chunks() {
    std::vector<Case> cases{
        {"a size that is none", 400, "x\r\n"},
        {"a size with a sign", 400, "+1\r\na\r\n0\r\n\r\n"},
        {"a size with 0x", 400, "0x1\r\na\r\n0\r\n\r\n"},
        {"a size beyond all numbers", 400, "10000000000000000000\r\na\r\n0\r\n\r\n"},
        {"no size", 400, "\r\na\r\n0\r\n\r\n"},
        {"a blank before the size", 400, " 1\r\na\r\n0\r\n\r\n"},
        {"a blank after the size", 400, "1 \r\na\r\n0\r\n\r\n"},
        {"words after the size", 400, "1 abc\r\na\r\n0\r\n\r\n"},
        {"an empty extension", 400, "1;\r\na\r\n0\r\n\r\n"},
        {"LF after the size", 400, "1\na\r\n0\r\n\r\n"},
        {"LF in an extension", 400, "1;a=\"\n\"\r\na\r\n0\r\n\r\n"},
        {"CR in an extension", 400, "1;a=\"\r\"\r\na\r\n0\r\n\r\n"},
        {"a quotation that the line's end cuts", 400, "1\r\na\r\n5;a=\"b\r\n"},
        {"more data than the size", 400, "1\r\nab\r\n0\r\n\r\n"},
        {"LF after the data", 400, "1\r\na\n0\r\n\r\n"},
        {"a bad trailer", 400, "1\r\na\r\n0\r\nno colon\r\n\r\n"},
        {"a length in the trailer", 400, "1\r\na\r\n0\r\nContent-Length: 5\r\n\r\n"},
    };
    for (auto& one : cases)
        one.bytes = post("Transfer-Encoding: chunked\r\n", one.bytes);
    return cases;
}

void check(const std::vector<Case>& cases) {
    std::atomic<int> smuggled = 0;
    std::atomic<int> handled = 0;
    const Running server(handled_by([&](Request&& request, std::size_t worker) {
        request.path == "/smuggled" ? ++smuggled : ++handled;
        return echo(std::move(request), worker);
    }));
    for (const auto& one : cases) {
        INFO(one.what);
        for (const bool slowly : {false, true}) {
            auto client = server.connect();
            slowly ? client.send_slowly(one.bytes + next) : static_cast<void>(client.send(one.bytes + next));
            client.finish();
            const auto answer = client.receive();
            CHECK(answer.status == one.status);
            CHECK(answer.header("connection") == "close");
            CHECK(client.at_end());
        }
    }
    CHECK(handled == 0);
    CHECK(smuggled == 0);
}

} // namespace

TEST_CASE("a request that does not say whom it is for is refused") {
    check(whom_it_is_for());
}

TEST_CASE("a request whose lines end in two ways is refused") {
    check(where_its_lines_end());
}

TEST_CASE("a request whose body ends in two places is refused") {
    check(where_its_body_ends());
}

TEST_CASE("a chunked body with tricks is refused") {
    check(chunks());
}

TEST_CASE("a request that ends too early is refused") {
    const Running server;
    for (const std::string bytes :
         {"GET / HT", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc",
          "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"}) {
        auto client = server.connect();
        client.send(bytes);
        client.finish();
        CHECK(client.receive().status == 400);
        CHECK(client.at_end());
    }
}

TEST_CASE("the page of an error is the application's, and the API's where the API was asked") {
    const Running server({.handler = echo, .body_limit = {}, .problem = [](int status, bool api) {
                              return server::text(std::to_string(status) + (api ? " api" : " page"), status);
                          }});
    const auto ask = [&](const std::string& request) {
        auto client = server.connect();
        client.send(request);
        return client.receive().body;
    };
    CHECK(ask("GET /forum HTTP/1.1\r\n\r\n") == "400 page");
    CHECK(ask("GET /api/v1/threads HTTP/1.1\r\n\r\n") == "400 api");
    CHECK(ask("BREW /api/v1/threads HTTP/1.1\r\nHost: h\r\n\r\n") == "501 api");
    CHECK(ask("\x16\x03\x01 this is TLS\r\n") == "400 page");
}
