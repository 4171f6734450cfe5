#include "members/second_step/totp.hpp"

#include "server/url.hpp"

#include <liboath/oath.h>

#include <cstdlib>
#include <memory>
#include <span>
#include <stdexcept>

namespace members {
namespace {

constexpr std::size_t neighbours = 1;

void begin_oath() {
    static const int begun = oath_init();
    if (begun != OATH_OK) throw std::runtime_error(std::string("liboath: ") + oath_strerror(begun));
}

std::string base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK)
        throw std::runtime_error("liboath cannot write base32");
    const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
    return {text, length};
}

} // namespace

std::string new_totp_key(const base::Random& random) {
    std::string key(totp_key_bytes, '\0');
    random(std::as_writable_bytes(std::span(key)));
    return key;
}

std::optional<std::int64_t> totp_step(std::string_view key, std::string_view code, base::Time now) {
    begin_oath();
    if (code.size() != 6) return std::nullopt;
    std::uint64_t step = 0;
    const int found =
        oath_totp_validate3(key.data(), key.size(), now.time_since_epoch().count(),
                            static_cast<unsigned>(totp_step_length.count()), OATH_TOTP_DEFAULT_START_TIME,
                            neighbours, nullptr, &step, std::string(code).c_str());
    return found < 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(step));
}

std::string key_in_groups(std::string_view key) {
    std::string text = base32(key);
    for (std::size_t at = 4; at < text.size(); at += 5)
        text.insert(at, 1, ' '); // a string literal makes g++ 12 warn falsely when optimizing
    return text;
}

std::string key_address(std::string_view key, std::string_view site, std::string_view account) {
    const auto issuer = server::percent_encode(site);
    return "otpauth://totp/" + issuer + ":" + server::percent_encode(account) + "?secret=" + base32(key) +
           "&issuer=" + issuer;
}

} // namespace members
