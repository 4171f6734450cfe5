// Addresses: how they are read (RFC 3986) and the one type that may stand in href, src and action.
#pragma once

#include "base/id.hpp"
#include "base/literal.hpp"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace server {

/// Everything but unreserved characters (RFC 3986 section 2.3) becomes %XX.
std::string percent_encode(std::string_view text);
void append_percent_encoded(std::string& out, std::string_view text);
/// Reads %XX; nothing where a % is not followed by two hexadecimal digits. `plus_is_blank` for forms.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_blank = false);

/// An address that is safe to put into a page: made by link<>, or checked.
class Url {
  public:
    /// A path of this site that came from outside (a form's "next"): must start with one "/" and hold no
    /// backslash, control character or blank, so that it cannot lead elsewhere.
    static std::optional<Url> local(std::string_view path);
    /// An address of any site; http and https only.
    static std::optional<Url> external(std::string_view address);
    /// A place on the same page: "#post-12".
    static Url fragment(std::string_view id) { return Url("#" + percent_encode(id)); }

    [[nodiscard]] const std::string& text() const { return text_; }
    bool operator==(const Url&) const = default;

  private:
    explicit Url(std::string text) : text_(std::move(text)) {}
    template <base::Literal pattern, class... Values> friend Url link(const Values&... values);

    std::string text_;
};

namespace detail {

inline void append_value(std::string& out, std::string_view text) {
    append_percent_encoded(out, text);
}
template <std::integral T> void append_value(std::string& out, T number) {
    out += std::to_string(number);
}
template <class Tag> void append_value(std::string& out, base::Id<Tag> id) {
    out += std::to_string(id.value);
}

consteval std::size_t count_slots(std::string_view pattern) {
    std::size_t slots = 0;
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i)
        slots += pattern[i] == '{' && pattern[i + 1] == '}';
    return slots;
}

} // namespace detail

/// `link<"/forum/threads/{}/{}">(id, slug)`: an address of this site; each value is percent-encoded into its
/// place.
template <base::Literal pattern, class... Values> Url link(const Values&... values) {
    static_assert(pattern.view().starts_with('/') && !pattern.view().starts_with("//"),
                  "a path of this site");
    static_assert(detail::count_slots(pattern.view()) == sizeof...(Values), "one value for each {}");
    std::string out;
    std::string_view rest = pattern.view();
    [[maybe_unused]] const auto fill = [&](const auto& value) {
        const std::size_t slot = rest.find("{}");
        out += rest.substr(0, slot);
        detail::append_value(out, value);
        rest.remove_prefix(slot + 2);
    };
    (fill(values), ...);
    out += rest;
    return Url(std::move(out));
}

} // namespace server
