#include "server/html/writer.hpp"

#include <array>

namespace html {
namespace {

constexpr std::array<bool, 256> make_special() {
    std::array<bool, 256> special{};
    for (const char c : {'&', '<', '>', '"', '\''})
        special[static_cast<unsigned char>(c)] = true;
    return special;
}

constexpr auto special = make_special();

std::string_view entity(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
    }
}

} // namespace

void escape(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!special[static_cast<unsigned char>(text[at])]) continue;
        out += text.substr(from, at - from);
        out += entity(text[at]);
        from = at + 1;
    }
    out += text.substr(from);
}

void Writer::attribute(const Flag& flag) {
    if (!flag.on) return;
    out_ += ' ';
    out_ += flag.name;
}

void Writer::attribute(const Attribute& attribute) {
    if (!attribute.value) return;
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    escape(out_, *attribute.value);
    out_ += '"';
}

} // namespace html
