// Requests that another project collected, sound and malformed: sent whole and byte by byte they are answered
// alike; the malformed ones are refused, and nothing after them is taken for a request.
#include "tests/support/shared_data.hpp"
#include "tests/support/test.hpp"
#include "tests/wire/running.hpp"

#include <algorithm>

using namespace wire;

namespace {

std::string from_base64(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        constexpr std::string_view digits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        const auto digit = digits.find(c);
        if (digit == digits.npos) break;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>(bits >> count & 0xff);
    }
    return bytes;
}

/// With a Host where there is none, since a missing Host would hide what the sample is about.
std::string with_host(std::string bytes) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    std::string small(bytes.size(), ' ');
    std::ranges::transform(bytes, small.begin(), lower);
    const std::size_t line = bytes.find("HTTP/1.1\r\n");
    if (line != std::string::npos && small.find("\nhost:") == std::string::npos)
        bytes.insert(line + 10, "Host: h\r\n");
    return bytes;
}

struct Exchange {
    std::vector<int> statuses;
    bool closed = false;
    bool operator==(const Exchange&) const = default;
};

Exchange answers_to(Client& client, std::string_view sent) {
    Exchange seen;
    client.finish();
    while (!client.at_end()) {
        seen.statuses.push_back(client.receive(sent.starts_with("HEAD")).status);
        if (seen.statuses.back() == 0) return seen;
    }
    seen.closed = true;
    return seen;
}

Exchange whole(const Running& server, const std::string& bytes) {
    auto client = server.connect();
    client.send(bytes);
    return answers_to(client, bytes);
}

/// All samples side by side, so that the pauses between bytes are waited for only once.
std::vector<Exchange> byte_by_byte(const Running& server, const std::vector<std::string>& samples) {
    std::vector<Client> clients;
    std::size_t longest = 0;
    for (const auto& sample : samples) {
        clients.push_back(server.connect());
        longest = std::max(longest, sample.size());
    }
    for (std::size_t at = 0; at < longest; ++at) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            if (at < samples[i].size()) clients[i].send(std::string_view(samples[i]).substr(at, 1));
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    std::vector<Exchange> seen;
    for (std::size_t i = 0; i < samples.size(); ++i)
        seen.push_back(answers_to(clients[i], samples[i]));
    return seen;
}

/// No fault of the message itself: it switches the protocol, which we decline, or it was the connection's
/// last, and what comes after it is not read.
bool is_sound_for_us(const std::string& error) {
    return error.starts_with("Pause on ") || error == "Data after `Connection: close`";
}

/// How many messages the collectors' parser saw begin.
std::size_t messages_begun(const boost::json::object& sample) {
    return static_cast<std::size_t>(std::ranges::count_if(sample.at("log").as_array(), [](const auto& event) {
        return std::string_view(event.as_string()).ends_with("message begin");
    }));
}

/// Whether the log was taken from these bytes: in one record of the collection it was not.
bool log_fits(const boost::json::object& sample, std::string_view bytes) {
    constexpr std::string_view mark = "span[method]=\"";
    for (const auto& event : sample.at("log").as_array()) {
        const std::string_view line = event.as_string();
        const auto at = line.find(mark);
        if (at != line.npos)
            return bytes.starts_with(line.substr(at + mark.size(), line.size() - at - mark.size() - 1));
    }
    return true;
}

} // namespace

TEST_CASE("strangers' requests are judged alike however they arrive, and the malformed ones refused") {
    const auto samples = shared_data::read_ndjson("http-requests/llhttp.ndjson");
    if (!samples) return;
    const Running server;
    std::vector<std::string> sent;
    for (const auto& sample : *samples) {
        sent.push_back(from_base64(shared_data::text(sample, "b64")));
        sent.push_back(with_host(sent.back()));
    }
    const auto slow = byte_by_byte(server, sent);
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const auto& sample = samples->at(i / 2);
        INFO(shared_data::text(sample, "title") << "\n" << sent[i]);
        const auto seen = whole(server, sent[i]);
        CHECK(seen == slow[i]);
        CHECK(seen.closed);
        if (shared_data::text(sample, "type") != "request" || sample.at("error").is_null()) continue;
        if (is_sound_for_us(shared_data::text(sample, "error")) || !log_fits(sample, sent[i])) continue;
        REQUIRE(!seen.statuses.empty());
        CHECK(seen.statuses.back() >= 400);
        CHECK(seen.statuses.size() <= messages_begun(sample)); // the sound ones before it, and one refusal
    }
}
