#include "app/import/page_links.hpp"

#include "app/import/link_targets.hpp"
#include "base/text.hpp"
#include "server/url.hpp"

#include <array>
#include <vector>

namespace app {
namespace {

/// "travel/../leave/index.md" gives "leave"; nothing for what climbs out of the root.
std::optional<std::string> normal(std::string_view path) {
    std::vector<std::string> parts;
    for (const auto part : base::split(path, '/')) {
        if (part.empty() || part == ".") continue;
        if (part != "..") {
            parts.emplace_back(part);
        } else if (parts.empty()) {
            return std::nullopt;
        } else {
            parts.pop_back();
        }
    }
    if (parts.empty()) return "";
    auto& last = parts.back();
    for (const std::string_view ending : std::array{".md", ".markdown", ".html"})
        if (last.ends_with(ending)) {
            last.erase(last.size() - ending.size());
            break;
        }
    const auto name = base::ascii_lower(last);
    if (name == "index" || name == "readme") parts.pop_back();
    return base::join(parts, "/");
}

bool has_scheme(std::string_view target) {
    return target.substr(0, target.find_first_of("/?#")).find(':') != std::string_view::npos;
}

} // namespace

void PageLinks::add(std::string_view path, const std::string& slug) {
    if (const auto key = normal(path); key && !key->empty()) slugs_.emplace(*key, slug);
}

std::optional<std::string> PageLinks::resolve(std::string_view target, std::string_view from) const {
    if (target.empty() || target.starts_with('#') || target.starts_with("//") || has_scheme(target))
        return std::nullopt;
    const auto fragment = target.find('#');
    const auto path =
        server::percent_decode(target.substr(0, std::min(target.find_first_of("?#"), target.size())));
    if (!path) return std::nullopt;
    const auto folder = from.substr(0, from.rfind('/') == std::string_view::npos ? 0 : from.rfind('/') + 1);
    const auto below_folder = normal(path->starts_with('/') ? *path : std::string(folder) + *path);
    auto found = below_folder ? slugs_.find(*below_folder) : slugs_.end();
    if (found == slugs_.end()) // site generators count from the root without saying so
        if (const auto below_root = normal(*path)) found = slugs_.find(*below_root);
    if (found == slugs_.end()) return std::nullopt;
    return "/practices/" + found->second +
           (fragment == std::string_view::npos ? "" : std::string(target.substr(fragment)));
}

std::string PageLinks::rewrite(std::string_view markdown, std::string_view from) const {
    return replace_link_targets(markdown, [&](std::string_view target) -> std::optional<std::string> {
        if (auto address = resolve(target, from)) return address;
        return std::nullopt;
    });
}

} // namespace app
