#include "app/settings.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <toml++/toml.h>

#include <sstream>
#include <stdexcept>

namespace app {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, std::string_view key, const std::string& wanted) {
    throw std::runtime_error(file.string() + ": «" + std::string(key) + "» must be " + wanted);
}

template <class T>
void take(const std::filesystem::path& file, std::string_view key, const toml::node& node, T& out,
          const char* wanted) {
    const auto value = node.value_exact<T>();
    if (!value) refuse(file, key, wanted);
    out = *value;
}

/// A whole number from 1 to `most`.
void take_number(const std::filesystem::path& file, std::string_view key, const toml::node& node, int& out,
                 int most) {
    std::int64_t number = 0;
    take(file, key, node, number, "a whole number");
    if (number < 1 || number > most) refuse(file, key, "from 1 to " + std::to_string(most));
    out = static_cast<int>(number);
}

/// What members type, without a path: every request for another host is refused, so that a slip here would
/// shut everybody out. Kept as browsers send it: in small letters, without the port that goes without saying.
void take_address(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                  std::string& out) {
    struct Scheme {
        std::string_view begins;
        std::string_view usual_port;
    };
    const char* wanted = "a text like \"https://cohort.example.gov\", with nothing behind the name";
    take(file, key, node, out, wanted);
    out = base::ascii_lower(out);
    if (out.ends_with('/')) out.pop_back();
    for (const auto& [begins, usual_port] : {Scheme{"https://", ":443"}, Scheme{"http://", ":80"}}) {
        if (!out.starts_with(begins)) continue;
        if (out.ends_with(usual_port)) out.resize(out.size() - usual_port.size());
        if (out.size() > begins.size() && out.find_first_of("/?# @", begins.size()) == out.npos) return;
    }
    if (!out.empty()) refuse(file, key, wanted);
}

/// A list of roles' names; an empty one names nobody.
void take_roles(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                std::vector<site::Role>& out) {
    const std::string wanted = "a list of roles like [\"steward\", \"administrator\"]";
    const auto* list = node.as_array();
    if (!list) refuse(file, key, wanted);
    out.clear();
    for (const auto& entry : *list) {
        const auto role = base::parse_enum<site::Role>(entry.value_exact<std::string>().value_or(""));
        if (!role) refuse(file, key, wanted);
        out.push_back(*role);
    }
}

void take_setting(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                  Settings& out) {
    if (key == "listen") return take(file, key, node, out.listen, "a text like \"127.0.0.1:8080\"");
    if (key == "address") return take_address(file, key, node, out.address);
    if (key == "site_name") return take(file, key, node, out.site_name, "a text");
    if (key == "behind_proxy") return take(file, key, node, out.behind_proxy, "true or false");
    if (key == "rate_limits") return take(file, key, node, out.rate_limits, "true or false");
    if (key == "metrics_token") return take(file, key, node, out.metrics_token, "a text");
    if (key == "workers") return take_number(file, key, node, out.workers, 256);
    if (key == "endorsements") return take_number(file, key, node, out.endorsements, 500);
    if (key == "second_step_for") return take_roles(file, key, node, out.second_step_for);
    throw std::runtime_error(file.string() + ": there is no setting «" + std::string(key) + "»");
}

} // namespace

Settings read_settings(const std::filesystem::path& file) {
    Settings settings;
    // A folder opens like an empty file, which would stand for all defaults.
    if (std::filesystem::is_directory(file))
        throw std::runtime_error(file.string() + " is a folder, not a settings file");
    try {
        const auto table = toml::parse_file(file.string());
        for (const auto& [key, node] : table)
            take_setting(file, key.str(), node, settings);
    } catch (const toml::parse_error& error) {
        std::ostringstream line;
        line << file.string() << ": " << error.description() << " (" << error.source().begin << ")";
        throw std::runtime_error(line.str());
    }
    parse_listen(settings.listen);
    return settings;
}

Listen parse_listen(const std::string& text) {
    const auto colon = text.rfind(':');
    const auto digits =
        colon == std::string::npos ? std::string_view() : std::string_view(text).substr(colon + 1);
    const auto port = base::parse_int(digits).value_or(-1);
    auto address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    in6_addr parsed{};
    const bool numeric = ::inet_pton(AF_INET, address.c_str(), &parsed) == 1 ||
                         ::inet_pton(AF_INET6, address.c_str(), &parsed) == 1;
    if (port < 0 || port > 65535 || !numeric)
        throw std::runtime_error("«" + text + "» is no address to listen on; write it like 127.0.0.1:8080");
    return {address, static_cast<std::uint16_t>(port)};
}

} // namespace app
