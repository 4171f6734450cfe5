#include "server/beast/response_head.hpp"

#include "server/beast/target.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace server::beast {
namespace {

bool is_ours(std::string_view name) {
    switch (name.size()) {
    case 4: return same_word(name, "Date");
    case 10: return same_word(name, "Connection") || same_word(name, "Keep-Alive");
    case 14: return same_word(name, "Content-Length");
    case 17: return same_word(name, "Transfer-Encoding");
    default: return false;
    }
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    out.append(digits.data(), end);
}

void append_clean(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += (byte < 0x20 && c != '\t') || byte == 0x7f ? ' ' : c;
    }
}

} // namespace

void write_head(std::string& out, const Response& response, std::string_view date, Persistence note) {
    out.clear();
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out += reason_phrase(response.status);
    out += "\r\nDate: ";
    out += date;
    for (const auto& [name, value] : response.headers) {
        if (is_ours(name)) continue;
        out += "\r\n";
        append_clean(out, name);
        out += ": ";
        append_clean(out, value);
    }
    if (may_have_body(response.status)) {
        out += "\r\nContent-Length: ";
        append_number(out, response.content().size());
    }
    if (note == Persistence::close) out += "\r\nConnection: close";
    if (note == Persistence::keep_alive) out += "\r\nConnection: keep-alive";
    out += "\r\n\r\n";
}

bool may_have_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

std::string_view DateCache::now() {
    const std::time_t second = std::time(nullptr);
    if (second == second_) return text_;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&second, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                  days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                  months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
    text_ = text.data();
    second_ = second;
    return text_;
}

} // namespace server::beast
