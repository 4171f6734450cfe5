#include "standards/canonical_json.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace standards {
namespace {

namespace json = boost::json;

constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;

/// The order of UTF-16 code units, told from UTF-8: that of the bytes, but what lies beyond U+FFFF (written
/// with surrogates, D800 to DFFF) stands before U+E000 to U+FFFF, whose first byte is EE or EF.
bool stands_before(std::string_view a, std::string_view b) {
    const auto [left, right] = std::ranges::mismatch(a, b);
    if (left == a.end() || right == b.end()) return right != b.end();
    const auto x = static_cast<unsigned char>(*left);
    const auto y = static_cast<unsigned char>(*right);
    if (x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0)) return x >= 0xF0;
    return x < y;
}

class CanonicalWriter {
  public:
    bool put(const json::value& value) {
        switch (value.kind()) {
        case json::kind::null: out_ += "null"; return true;
        case json::kind::bool_: out_ += value.get_bool() ? "true" : "false"; return true;
        case json::kind::int64: return put(value.get_int64());
        case json::kind::uint64:
            return value.get_uint64() <= std::uint64_t{largest} &&
                   put(static_cast<std::int64_t>(value.get_uint64()));
        case json::kind::double_: return false;
        case json::kind::string: put(std::string_view(value.get_string())); return true;
        case json::kind::array: return put(value.get_array());
        case json::kind::object: return put(value.get_object());
        }
        return false;
    }
    std::string take() { return std::move(out_); }

  private:
    bool put(std::int64_t number) {
        out_ += std::to_string(number);
        return -largest <= number && number <= largest;
    }

    void put(std::string_view text) {
        out_ += '"';
        for (const char character : text)
            put(character);
        out_ += '"';
    }

    void put(char character) {
        constexpr std::string_view plain = "\b\t\n\f\r\"\\", escaped = "btnfr\"\\",
                                   digits = "0123456789abcdef";
        if (const auto at = plain.find(character); at != plain.npos) {
            out_ += '\\';
            out_ += escaped[at];
        } else if (static_cast<unsigned char>(character) < 0x20) {
            const auto code = static_cast<std::size_t>(character);
            out_ += "\\u00";
            out_ += digits[code / 16];
            out_ += digits[code % 16];
        } else {
            out_ += character;
        }
    }

    bool put(const json::array& array) {
        char between = '[';
        for (const auto& item : array) {
            out_ += between;
            between = ',';
            if (!put(item)) return false;
        }
        out_ += array.empty() ? "[]" : "]";
        return true;
    }

    bool put(const json::object& object) {
        std::vector<const json::key_value_pair*> members;
        for (const auto& member : object)
            members.push_back(&member);
        std::ranges::sort(members, stands_before,
                          [](const auto* member) { return std::string_view(member->key()); });
        char between = '{';
        for (const auto* member : members) {
            out_ += between;
            between = ',';
            put(std::string_view(member->key()));
            out_ += ':';
            if (!put(member->value())) return false;
        }
        out_ += object.empty() ? "{}" : "}";
        return true;
    }

    std::string out_;
};

} // namespace

std::optional<std::string> canonical_json(const json::value& value) {
    CanonicalWriter writer;
    if (!writer.put(value)) return std::nullopt;
    return writer.take();
}

std::string canonical_json(const json::object& object) {
    auto text = canonical_json(json::value(object));
    if (!text) throw std::logic_error("canonical JSON takes integers only");
    return *std::move(text);
}

std::optional<json::value> parse_canonical(std::string_view text) {
    json::error_code error;
    json::parse_options options;
    options.max_depth = 32;
    auto value = json::parse(text, error, {}, options);
    // A member written twice, a needless blank or escape: none of them comes out again as it went in.
    if (error || canonical_json(value) != text) return std::nullopt;
    return value;
}

} // namespace standards
