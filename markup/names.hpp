// What `@name`, `[[slug]]` and `#123` stand for in one text: asks the caller once a name and remembers what
// was linked.
#pragma once

#include "markup/render.hpp"
#include "markup/text_links.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace markup {

class Names {
  public:
    explicit Names(const Options& options) : options_(options) {}

    /// The links of a text that lead somewhere: without mentions of nobody. Pages that are missing stay.
    std::vector<TextLink> links_in(std::string_view text);
    /// Whether the slug has a page; true when the caller cannot tell.
    bool has_page(const std::string& slug);
    /// The words to show for a link.
    std::string words_for(const TextLink& link, std::string_view text);
    /// Remembers a link that was shown.
    void note(const TextLink& link, Rendered& rendered);

  private:
    bool is_member(const std::string& handle);
    std::optional<std::string> title_of(const std::string& slug);

    const Options& options_;
    std::map<std::string, bool, std::less<>> members_;
    std::map<std::string, std::optional<std::string>, std::less<>> titles_;
    std::set<std::string> noted_;
};

} // namespace markup
