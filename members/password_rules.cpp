#include "base/text.hpp"
#include "members/passwords.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace members {
namespace {

constexpr std::size_t fewest = 12;
constexpr std::size_t most = 200;
constexpr std::size_t fewest_own = 8;       // that must be left without what anybody could guess
constexpr std::size_t fewest_different = 5; // bytes

/// The commonest of twelve characters and more in published lists of stolen passwords, and what a hurried
/// office would choose.
constexpr auto commonest = std::to_array<std::string_view>({
    "000000000000",
    "0123456789012",
    "111111111111",
    "1111111111111",
    "121212121212",
    "123123123123",
    "1234123412341234",
    "123456123456",
    "123456654321",
    "12345678901",
    "123456789012",
    "1234567890123",
    "12345678901234",
    "123456789012345",
    "1234567890123456",
    "123456789123",
    "123456789123456789",
    "12345678910",
    "1234567891011",
    "123456789101112",
    "123456789abc",
    "1234567890qwertyuiop",
    "1234qwerasdf",
    "123qweasdzxc",
    "1q2w3e4r5t6y",
    "1q2w3e4r5t6y7u8i",
    "1qaz2wsx3edc",
    "1qaz2wsx3edc4rfv",
    "abcabcabcabc",
    "abcd12345678",
    "abcdefghijkl",
    "abcdefghijklm",
    "abcdefghijklmnopqrstuvwxyz",
    "administrator",
    "administrator1",
    "administrator123",
    "aaaaaaaaaaaa",
    "asdfghjkl123",
    "asdfghjklqwertyuiop",
    "asdfasdfasdf",
    "ballotballot",
    "changeme1234",
    "changemechangeme",
    "changemenow1",
    "correcthorsebatterystaple",
    "countyclerk1",
    "election2020",
    "election2022",
    "election2024",
    "election2026",
    "election2028",
    "elections2024",
    "elections2026",
    "iloveyou1234",
    "iloveyouiloveyou",
    "letmein12345",
    "letmeinletmein",
    "loveyouforever",
    "mypassword123",
    "onetwothreefour",
    "passw0rd1234",
    "password1234",
    "password12345",
    "password123456",
    "password1234567890",
    "password2024",
    "password2025",
    "password2026",
    "password2027",
    "passwordpassword",
    "p@ssw0rd1234",
    "p@ssword1234",
    "qazwsxedcrfv",
    "qazwsxedcrfvtgb",
    "q1w2e3r4t5y6",
    "qwer1234qwer",
    "qwerasdfzxcv",
    "qwerty123456",
    "qwertyqwerty",
    "qwertyuiop10",
    "qwertyuiop12",
    "qwertyuiop123",
    "qwertyuiop[]",
    "qwertyuiopasdfghjkl",
    "qwertyuiopasdfghjklzxcvbnm",
    "superadmin123",
    "temporary123",
    "temppassword",
    "temppassword1",
    "testpassword",
    "thisismypassword",
    "trustno1trustno1",
    "unitedstates",
    "usausausausa",
    "voteregistrar",
    "votevotevote",
    "welcome12345",
    "welcome123456",
    "welcomewelcome",
    "zxcvbnm12345",
    "zxcvbnmasdfghjkl",
});

/// What guessing begins with: rows of keys, the words of every list, and those of this field. A password may
/// hold them, but not be made of them. The longer stand before those that they hold.
constexpr auto guessed_parts = std::to_array<std::string_view>({
    "1234567890", "qwertyuiop", "asdfghjkl", "administrator", "1q2w3e4r", "1qaz2wsx", "12345678",
    "password",   "passw0rd",   "p@ssw0rd",  "p@ssword",      "iloveyou", "changeme", "elections",
    "registrar",  "election",   "welcome",   "letmein",       "123456",   "654321",   "111111",
    "000000",     "qwerty",     "abcdef",    "zxcvbn",        "ballots",  "ballot",   "cohort",
    "county",     "office",     "center",    "secret",        "voting",   "voters",   "voter",
    "votes",      "admin",      "login",     "clerk",         "12345",    "vote",     "1234",
    "asdf",       "abcd",       "2024",      "2025",          "2026",     "2027",     "2028",
});

/// The text without any place where `part` stands in it.
std::string without(std::string text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
        text.erase(at, part.size());
    return text;
}

/// What is left of the password when the parts of the member's name and address, and what is guessed first,
/// are taken out.
std::string own_part(std::string password, std::string_view name, std::string_view email) {
    std::string known = base::fold(name) + " " + base::fold(email);
    std::ranges::replace_if(
        known, [](char c) { return std::string_view("@.-_'").find(c) != std::string_view::npos; }, ' ');
    for (const auto part : base::split(known, ' '))
        if (part.size() >= 3) password = without(std::move(password), part);
    for (const auto part : guessed_parts)
        password = without(std::move(password), part);
    return password;
}

} // namespace

base::Result<> check_password(std::string_view password, std::string_view name, std::string_view email) {
    const auto size = base::length(password);
    if (size < fewest)
        return base::fail_field("password",
                                "Use at least 12 characters. A few words in a row are easy to remember.");
    if (size > most) return base::fail_field("password", "Use at most 200 characters.");
    const std::string folded = base::fold(password);
    if (std::ranges::find(commonest, folded) != commonest.end())
        return base::fail_field("password",
                                "Many people use this password, so it is tried first. Choose another.");
    if (std::set<char>(password.begin(), password.end()).size() < fewest_different)
        return base::fail_field("password", "Use more different characters.");
    if (base::length(own_part(folded, name, email)) < fewest_own)
        return base::fail_field(
            "password",
            "This is mostly your name or address, or words that are tried first. Choose something else.");
    return {};
}

} // namespace members
