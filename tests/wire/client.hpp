// A client that sends exactly the bytes it is told and reads what comes back, on a plain POSIX socket: the
// tests must be able to be rude, and must not read with the library that writes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace wire {

struct Answer {
    int status = 0;                             // 0: nothing came, or nothing that is a response
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const;
};

class Client {
  public:
    /// Comes from that address, which must be of the loopback (127.0.0.0/8).
    explicit Client(std::uint16_t port, const char* from = "127.0.0.1");
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False once the server has closed.
    bool send(std::string_view bytes);
    /// Each byte in a packet of its own.
    void send_slowly(std::string_view bytes);
    /// Says that nothing more will be sent; the answers can still be read.
    void finish();
    /// Resets the connection, as a program does that dies.
    void reset();

    /// The next response; `bodiless` after a HEAD.
    Answer receive(bool bodiless = false);
    /// Whether the server has closed and nothing is left to read. Waits for one or the other.
    bool at_end();
    /// So few bytes are kept for us by the system that a large response cannot be written at once.
    void shrink_window();

  private:
    bool fill();

    int socket_;
    std::string received_;
};

} // namespace wire
