#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "members/admin.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {

void make_token(const std::filesystem::path& data, const std::string& email, const std::string& scopes,
                int days) {
    const auto database = open_data(data);
    const auto token =
        members::make_token(*database, base::system_random(), email, scopes, days, base::system_clock()());
    if (!token) throw std::runtime_error(token.error().detail);
    std::printf("%s\n", token->c_str());
}

} // namespace app
