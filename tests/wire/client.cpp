#include "tests/wire/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace wire {
namespace {

constexpr int patience = 60; // seconds; only a broken server lets a test wait that long

void set(int socket, int level, int option, const auto& value) {
    if (::setsockopt(socket, level, option, &value, sizeof value) != 0)
        throw std::runtime_error("setsockopt failed");
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

Answer parse_head(std::string_view head) {
    Answer answer;
    if (!head.starts_with("HTTP/1.1 ") || head.size() < 12) return answer;
    answer.status = std::atoi(std::string(head.substr(9, 3)).c_str());
    for (std::size_t at = head.find("\r\n"); at + 2 < head.size();) {
        const std::size_t end = head.find("\r\n", at + 2);
        const auto line = head.substr(at + 2, end - at - 2);
        const std::size_t colon = line.find(": ");
        if (colon != line.npos) answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
        at = end;
    }
    return answer;
}

} // namespace

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

Client::Client(std::uint16_t port, const char* from)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in own{};
    own.sin_family = AF_INET;
    if (socket_ < 0 || inet_pton(AF_INET, from, &own.sin_addr) != 1 ||
        ::bind(socket_, reinterpret_cast<const sockaddr*>(&own), sizeof own) != 0)
        throw std::runtime_error("cannot come from that address");
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0)
        throw std::runtime_error("cannot connect");
    set(socket_, SOL_SOCKET, SO_RCVTIMEO, timeval{patience, 0});
    set(socket_, IPPROTO_TCP, TCP_NODELAY, 1);
}

Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

Client::Client(Client&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::send_slowly(std::string_view bytes) {
    for (const char& byte : bytes) {
        if (!send({&byte, 1})) return;
        ::usleep(100); // so that the server reads it before the next comes; nothing fails if it does not
    }
}

void Client::finish() {
    ::shutdown(socket_, SHUT_WR);
}

void Client::reset() {
    set(socket_, SOL_SOCKET, SO_LINGER, linger{1, 0});
    ::close(std::exchange(socket_, -1));
}

void Client::shrink_window() {
    set(socket_, SOL_SOCKET, SO_RCVBUF, 4096);
}

bool Client::fill() {
    std::array<char, 16 * 1024> bytes;
    const auto got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("no answer came");
    if (got <= 0) return false;
    received_.append(bytes.data(), static_cast<std::size_t>(got));
    return true;
}

Answer Client::receive(bool bodiless) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) return {};
    Answer answer = parse_head(std::string_view(received_).substr(0, end + 2));
    received_.erase(0, end + 4);
    const auto length = static_cast<std::size_t>(std::atol(answer.header("content-length").c_str()));
    if (bodiless) return answer;
    while (received_.size() < length)
        if (!fill()) return {};
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
}

bool Client::at_end() {
    return received_.empty() && !fill();
}

} // namespace wire
