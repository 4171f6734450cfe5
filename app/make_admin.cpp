#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "base/text.hpp"
#include "members/admin.hpp"
#include "members/members.hpp"
#include "members/passwords.hpp"

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <stdexcept>

namespace app {
namespace {

std::string read_password() {
    if (::isatty(STDIN_FILENO) != 0) std::fputs("Password (12 characters or more): ", stderr);
    std::string password;
    std::getline(std::cin, password);
    if (password.ends_with('\r')) password.pop_back();
    return password;
}

} // namespace

void make_admin(const std::filesystem::path& data, const std::string& email, const std::string& name,
                const std::string& center, bool without_second_step) {
    const auto password = read_password();
    // Before a folder is made: whoever mistypes it, or the password, shall find nothing new there unsaid.
    if (const auto sound = members::check_password(password, name, email); !sound)
        throw std::runtime_error(sound.error().detail);
    const bool is_new = !std::filesystem::exists(data_file(data));
    const auto database = open_or_make_data(data);
    if (is_new) std::printf("made a new data folder, %s\n", data.c_str());
    const std::string slug = center.empty() ? "" : base::slug(center);
    const auto made = members::make_administrator(
        *database, base::system_random(), email, name, slug, password, base::system_clock()(),
        without_second_step ? members::OldSecondStep::turn_off : members::OldSecondStep::keep);
    if (!made) throw std::runtime_error(made.error().detail);
    std::printf("%s may now sign in as administrator%s\n", email.c_str(),
                without_second_step ? ", with no second step until it is set up anew" : "");
}

} // namespace app
