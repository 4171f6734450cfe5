#include "app/import/front_matter.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cctype>
#include <optional>

namespace app {
namespace {

std::string_view without_blank_ends(std::string_view text) {
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (!base::trim(line).empty()) break;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    const auto last = text.find_last_not_of(" \t\n");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// "title: x" or "title = x" at the left edge.
std::optional<std::size_t> name_length(std::string_view line, char separator) {
    std::size_t at = 0;
    while (at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) != 0 || line[at] == '_' ||
                                line[at] == '-' || line[at] == '.'))
        ++at;
    const auto behind = line.find_first_not_of(' ', at);
    if (at == 0 || behind == std::string_view::npos || line[behind] != separator) return std::nullopt;
    if (separator == ':' && behind + 1 < line.size() && line[behind + 1] != ' ') return std::nullopt;
    return at;
}

/// The byte below 0x20 that "x1b" stands for, 0 where it stands for none.
char control_character(std::string_view code) {
    if (code.size() < 3 || code[0] != 'x' || (code[1] != '0' && code[1] != '1')) return 0;
    constexpr std::string_view digits = "0123456789abcdef";
    const auto low =
        digits.find(code[2] >= 'A' && code[2] <= 'F' ? static_cast<char>(code[2] + 32) : code[2]);
    return low == std::string_view::npos ? '\0'
                                         : static_cast<char>((code[1] - '0') * 16 + static_cast<int>(low));
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
            if (const char c = control_character(text.substr(at, 3))) {
                out += c;
                at += 2;
                continue;
            }
            out += text[at] == 'n' ? '\n' : text[at] == 't' ? '\t' : text[at];
        } else {
            out += text[at];
        }
    }
    return out;
}

std::size_t closing_quote(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\' && text[0] == '"') {
            ++at;
        } else if (text[at] == text[0]) {
            if (text[0] == '"' || at + 1 >= text.size() || text[at + 1] != '\'') return at;
            ++at;
        }
    }
    return std::string_view::npos;
}

/// One plain value without its quotes; a comment behind it goes.
std::string scalar(std::string_view value) {
    value = base::trim(value);
    if (value.empty()) return {};
    if (value[0] == '"' || value[0] == '\'') {
        const auto end = closing_quote(value);
        if (end == std::string_view::npos) return std::string(value);
        const auto inner = value.substr(1, end - 1);
        if (value[0] == '"') return unescaped(inner);
        std::string out;
        for (std::size_t at = 0; at < inner.size(); ++at) {
            out += inner[at];
            if (inner[at] == '\'') ++at; // two stand for one
        }
        return out;
    }
    return std::string(base::trim(value.substr(0, value.find(" #"))));
}

/// [a, "b, c", d]
std::vector<std::string> inline_list(std::string_view value) {
    std::vector<std::string> list;
    std::size_t begin = 0;
    char quote = 0;
    for (std::size_t at = 0; at <= value.size(); ++at) {
        if (at < value.size() && quote != 0) {
            if (value[at] == quote) quote = 0;
            continue;
        }
        if (at == value.size() || value[at] == ',') {
            if (auto item = scalar(value.substr(begin, at - begin)); !item.empty())
                list.push_back(std::move(item));
            begin = at + 1;
        } else if (value[at] == '"' || value[at] == '\'') {
            quote = value[at];
        }
    }
    return list;
}

/// What the lines of a field say; `first` is what stands behind its name.
void read_value(FrontField& field, std::string_view first, const std::vector<std::string_view>& more) {
    first = base::trim(first);
    if (first.starts_with('[') && first.ends_with(']')) {
        field.list = inline_list(first.substr(1, first.size() - 2));
        return;
    }
    const bool folded = first.starts_with('>');
    const bool block = folded || first.starts_with('|');
    std::string text = block ? "" : std::string(first);
    for (const auto line : more) {
        const auto words = base::trim(line);
        if (!block && words.starts_with("- ")) {
            field.list.push_back(scalar(words.substr(2)));
        } else if (field.list.empty() && !words.empty() && (block || !first.empty())) {
            if (!text.empty()) text += block && !folded ? '\n' : ' ';
            text += words;
        }
    }
    field.text = block ? text : scalar(text);
}

std::vector<FrontField> read_fields(const std::vector<std::string_view>& lines, char separator) {
    struct Part {
        std::string_view first;
        std::vector<std::string_view> more;
    };
    std::vector<FrontField> fields;
    std::vector<Part> parts;
    bool in_table = false; // TOML: all that follows belongs to it
    for (const auto line : lines) {
        const auto length = in_table ? std::nullopt : name_length(line, separator);
        if (length) {
            fields.push_back({std::string(line.substr(0, *length)), "", {}, ""});
            parts.push_back({line.substr(line.find(separator, *length) + 1), {}});
        } else if (fields.empty() || (separator == '=' && line.starts_with('['))) {
            in_table = in_table || line.starts_with('[');
            fields.emplace_back();
            parts.push_back({"", {line}});
        } else {
            parts.back().more.push_back(line);
        }
        fields.back().source += std::string(line) + "\n";
    }
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!fields[i].name.empty()) read_value(fields[i], parts[i].first, parts[i].more);
    return fields;
}

} // namespace

const FrontField* FrontMatter::find(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &FrontField::name);
    return found == fields.end() ? nullptr : &*found;
}

std::string FrontMatter::text(std::string_view name) const {
    const auto* field = find(name);
    return field == nullptr ? "" : field->text;
}

FrontMatter read_front_matter(std::string_view text) {
    FrontMatter read;
    const auto lines = base::split(text, '\n');
    const auto fence = lines.front().substr(0, lines.front().find_last_not_of(" \t") + 1);
    if (fence == "---" || fence == "+++") {
        std::size_t at = lines.front().size() + 1;
        std::vector<std::string_view> inside;
        for (std::size_t i = 1; i < lines.size(); at += lines[i++].size() + 1) {
            if (base::trim(lines[i]) != fence || !lines[i].starts_with(fence)) {
                inside.push_back(lines[i]);
                continue;
            }
            read.language = fence == "---" ? "yaml" : "toml";
            read.fields = read_fields(inside, fence == "---" ? ':' : '=');
            read.body = without_blank_ends(text.substr(std::min(at + lines[i].size() + 1, text.size())));
            return read;
        }
    }
    read.body = without_blank_ends(text);
    return read;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            out += "\\n";
        else if (byte < 0x20)
            out.append("\\x").append(1, byte < 0x10 ? '0' : '1').append(1, "0123456789abcdef"[byte % 16]);
        else
            out += c;
    }
    return out + '"';
}

} // namespace app
