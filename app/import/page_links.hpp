// Which imported file became which page, so that links between the files become links between the pages.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace app {

class PageLinks {
  public:
    /// `path` is relative to the root of what is imported; the first page that claims a path keeps it. Site
    /// generators' addresses ("/travel/fmla/", "travel/fmla.html") are paths as well.
    void add(std::string_view path, const std::string& slug);

    /// The address of the page that this target means in the file `from`: "../leave.md#sick" gives
    /// "/practices/leave#sick". Nothing for what leads elsewhere or nowhere.
    [[nodiscard]] std::optional<std::string> resolve(std::string_view target, std::string_view from) const;

    /// The text of the file `from` with such links in place.
    [[nodiscard]] std::string rewrite(std::string_view markdown, std::string_view from) const;

  private:
    std::map<std::string, std::string, std::less<>> slugs_; // by path without its ending
};

} // namespace app
