// A member's authenticator app: takes the key that a page shows, and shows the codes.
#pragma once

#include "base/clock.hpp"

#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace testing {

class Authenticator {
  public:
    /// Of raw bytes.
    explicit Authenticator(std::string key) : key_(std::move(key)) {}

    /// From the page that sets the second step up.
    static Authenticator from_page(std::string_view html) {
        constexpr std::string_view before = "class=\"step-key\">";
        const auto at = html.find(before);
        if (at == std::string_view::npos) throw std::runtime_error("the page shows no key");
        const auto from = at + before.size();
        const std::string text(html.substr(from, html.find('<', from) - from));
        char* bytes = nullptr;
        std::size_t length = 0;
        if (oath_base32_decode(text.data(), text.size(), &bytes, &length) != OATH_OK)
            throw std::runtime_error("the page's key is not base32: " + text);
        std::string key(bytes, length);
        std::free(bytes);
        return Authenticator(std::move(key));
    }

    [[nodiscard]] std::string code(base::Time now) const {
        std::array<char, 7> text{};
        if (oath_totp_generate(key_.data(), key_.size(), now.time_since_epoch().count(), 30, 0, 6,
                               text.data()) != OATH_OK)
            throw std::runtime_error("no code");
        return text.data();
    }
    [[nodiscard]] const std::string& key() const { return key_; }

  private:
    std::string key_;
};

} // namespace testing
