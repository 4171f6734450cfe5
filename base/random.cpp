#include "base/random.hpp"

#include "base/digest.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace base {

Random system_random() {
    return [](std::span<std::byte> out) {
        while (!out.empty()) {
            const ssize_t got = ::getrandom(out.data(), out.size(), 0);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) throw std::system_error(errno, std::generic_category(), "getrandom");
            out = out.subspan(static_cast<std::size_t>(got));
        }
    };
}

std::string random_token(const Random& random) {
    std::array<std::byte, 32> bytes{};
    random(bytes);
    return base64url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

} // namespace base
