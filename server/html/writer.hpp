// The one way to make HTML: `w.put<"<a href=\"{}\">{}</a>">(url, title)`. The literal is read at compile time
// as HTML; a value is escaped for the place where it stands, and what cannot be made safe there does not
// compile.
//
//   between tags        text, numbers, Safe, or a callable void(Writer&) that writes what stands inside
//   name="{}"           text, numbers, Url; not in style, srcdoc or on… attributes
//   href="{}" and kin   Url only
//   <input{}>           Flag or Attribute: a whole attribute that may be absent
#pragma once

#include "base/id.hpp"
#include "base/literal.hpp"
#include "server/html/scan.hpp"
#include "server/url.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace html {

using server::link;
using server::Url;

/// HTML that is known to be sound: made by the Markdown renderer, or by a view itself. Keeps a view of the
/// text only.
class Safe {
  public:
    static Safe trusted(std::string_view html) { return Safe(html); }
    [[nodiscard]] std::string_view html() const { return html_; }

  private:
    explicit Safe(std::string_view html) : html_(html) {}
    std::string_view html_;
};

/// ` checked` where `on`, else nothing.
struct Flag {
    std::string_view name;
    bool on;
};

/// ` name="value"` where there is a value, else nothing.
struct Attribute {
    std::string_view name;
    std::optional<std::string_view> value;
};

/// Appends the text with & < > " ' escaped: right between tags and inside quoted attributes.
void escape(std::string& out, std::string_view text);

class Writer {
  public:
    Writer() { out_.reserve(64 * 1024); } // most pages, so that few move as they grow

    template <base::Literal literal, class... Values> void put(const Values&... values) {
        static constexpr auto slots = scan<literal>();
        static_assert(slots.size() == sizeof...(Values), "one value for each {}");
        std::size_t from = 0;
        [[maybe_unused]] std::size_t index = 0;
        [[maybe_unused]] const auto place = [&]<Place where>(const auto& value) {
            out_ += literal.view().substr(from, slots[index].offset - from);
            from = slots[index].offset + 2;
            ++index;
            fill<where>(value);
        };
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (place.template operator()<slots[I].place>(values), ...);
        }(std::index_sequence_for<Values...>{});
        out_ += literal.view().substr(from);
    }

    [[nodiscard]] std::string take() { return std::move(out_); }
    [[nodiscard]] const std::string& text() const { return out_; }

  private:
    template <Place where, class Value> void fill(const Value& value) {
        if constexpr (where == Place::tag) {
            static_assert(std::same_as<Value, Flag> || std::same_as<Value, Attribute>,
                          "inside a tag only a Flag or an Attribute may stand");
            attribute(value);
        } else if constexpr (where == Place::url) {
            static_assert(std::same_as<Value, Url>, "an address must be a Url: use link<> or Url::external");
            escape(out_, value.text());
        } else if constexpr (std::same_as<Value, Url>) {
            static_assert(where == Place::attribute, "write a Url's text() between tags");
            escape(out_, value.text());
        } else if constexpr (std::same_as<Value, Safe>) {
            static_assert(where == Place::text, "HTML may not stand in an attribute");
            out_ += value.html();
        } else if constexpr (std::invocable<const Value&, Writer&>) {
            static_assert(where == Place::text, "HTML may not stand in an attribute");
            value(*this);
        } else {
            plain(value);
        }
    }

    void plain(std::string_view text) { escape(out_, text); }
    template <std::integral T> void plain(T number) {
        static_assert(!std::same_as<T, bool> && !std::same_as<T, char>, "write a word, not a truth value");
        out_ += std::to_string(number);
    }
    template <class Tag> void plain(base::Id<Tag> id) { out_ += std::to_string(id.value); }

    void attribute(const Flag& flag);
    void attribute(const Attribute& attribute);

    std::string out_;
};

} // namespace html
