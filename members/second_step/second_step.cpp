#include "members/second_step/second_step.hpp"

#include "base/sealed.hpp"
#include "base/text.hpp"
#include "store/private_file.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace members {
namespace {

constexpr std::size_t key_bytes = 32;

/// Digits and small letters without those that look like another (Crockford's Base32): 5 bits each.
constexpr std::string_view letters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t half = 5;

/// 50 random bits: "k7dm2-x9qrt".
std::string new_recovery_code(const base::Random& random) {
    std::array<std::byte, 2 * half> bytes{};
    random(bytes);
    std::string code;
    for (const auto byte : bytes) {
        if (code.size() == half) code += '-';
        code += letters[std::to_integer<std::size_t>(byte) % letters.size()];
    }
    return code;
}

} // namespace

StepKey::StepKey(const std::filesystem::path& data_file)
    : file_(data_file.parent_path() / "second-step.key") {}

std::optional<std::string> StepKey::find() const {
    auto key = store::read_private_file(file_, key_bytes);
    return key && key->size() == key_bytes ? key : std::nullopt;
}

std::string StepKey::find_or_make(const base::Random& random) const {
    if (auto key = find()) return *key;
    auto key = base::random_key(random);
    store::write_private_file(file_, key);
    return key;
}

base::Result<RecoveryCodes> make_recovery_codes(Passwords& passwords, const base::Random& random) {
    RecoveryCodes codes;
    for (int number = 0; number < recovery_code_count; ++number) {
        codes.shown.push_back(new_recovery_code(random));
        auto hash = passwords.hash(tidy_code(codes.shown.back()));
        if (!hash) return base::fail(hash.error());
        codes.hashes.push_back(*std::move(hash));
    }
    return codes;
}

base::Problem wrong_first_code() {
    return base::fail_field("code", "This is not the code of now. Wait for the app's next one, and look "
                                    "whether the telephone's clock is right.")
        .value();
}

std::string tidy_code(std::string_view typed) {
    std::string code = base::ascii_lower(typed.substr(0, 64));
    std::erase_if(code, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
    // What is read off paper in the other way.
    std::ranges::replace(code, 'o', '0');
    std::ranges::replace(code, 'i', '1');
    std::ranges::replace(code, 'l', '1');
    return code;
}

} // namespace members
