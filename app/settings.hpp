// What an administrator may set: a TOML file, with the command line's words on top. Every setting has a sound
// default.
#pragma once

#include "site/viewer.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

struct Settings {
    std::string listen = "127.0.0.1:8080"; // address:port; port 0 lets the system pick
    std::string address; // "https://cohort.example.gov", for links; "" takes what the browser asked for
    std::string site_name = "Cohort";
    bool behind_proxy = false; // believe X-Forwarded-For and -Proto from a proxy on this machine
    int workers = 64;          // threads that answer; as many writers wait for the disk together
    bool rate_limits = true;   // off only for measuring
    int endorsements = 3;      // how many Centers must endorse an idea before it becomes a draft
    std::vector<site::Role> second_step_for{site::Role::steward,
                                            site::Role::administrator}; // may not go without
    std::string metrics_token; // bearer token that may read /metrics from elsewhere than this machine
};

struct Listen {
    std::string address;
    std::uint16_t port;
};

/// Reads the file over the defaults. Throws std::runtime_error naming line and column, or the setting that is
/// not known.
Settings read_settings(const std::filesystem::path& file);
/// "127.0.0.1:8080", "[::1]:8080". Throws std::runtime_error with what it should look like.
Listen parse_listen(const std::string& text);

} // namespace app
