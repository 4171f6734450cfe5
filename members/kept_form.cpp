#include "members/kept_form.hpp"

#include "site/carried.hpp"
#include "site/parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace members {
namespace {

constexpr std::string_view path_field = "kept_path";
constexpr std::string_view prefix = "kept.";

/// Of the second step.
bool is_code(std::string_view name) {
    return name == "code" || name == "recovery_code";
}

bool is_secret(std::string_view name) {
    return name.find("password") != std::string_view::npos || is_code(name);
}

/// How the forms call what is written in that field.
std::string_view words_for(std::string_view field) {
    static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"name", "Name"},
        {"title", "Title"},
        {"category", "Category"},
        {"area", "Practice area"},
        {"body", "Text"},
        {"amendment", "The clause as it should be"},
        {"tags", "Tags"},
        {"needed_by", "Needed by"},
        {"attribution", "Your name"},
        {"summary", "What you changed"},
        {"reason", "Reason"},
        {"about", "About you"},
    });
    const auto* found =
        std::ranges::find(words, field, &std::pair<std::string_view, std::string_view>::first);
    return found == words.end() ? std::string_view() : found->second;
}

/// What somebody typed, and not what the form itself carries along: places, revisions, buttons.
bool is_written(std::string_view field, std::string_view value) {
    return !value.empty() && !site::is_carried(field) &&
           (!words_for(field).empty() || value.find(' ') != std::string_view::npos);
}

} // namespace

KeptForm kept_of(const site::Context& c) {
    KeptForm kept;
    kept.path = c.request.path;
    if (!c.request.query.empty()) kept.path += "?" + c.request.query;
    if (!server::Url::local(kept.path)) return {};
    for (const auto& [name, value] : c.input) {
        if (is_secret(name))
            kept.passwords.push_back(name);
        else if (name != "forgery_token")
            kept.fields.add(name, value);
    }
    return kept;
}

KeptForm kept_in(const server::Fields& input) {
    KeptForm kept;
    kept.path = input.raw(path_field);
    if (!server::Url::local(kept.path)) return {};
    for (const auto& [name, value] : input)
        if (name.starts_with(prefix)) kept.fields.add(name.substr(prefix.size()), value);
    return kept;
}

void carry(html::Writer& w, const KeptForm& kept) {
    if (!kept.any()) return;
    parts::hidden_field(w, path_field, kept.path);
    for (const auto& [name, value] : kept.fields)
        parts::hidden_field(w, std::string(prefix) + name, value);
}

void show_kept(html::Writer& w, const KeptForm& kept) {
    int number = 0;
    for (const auto& [name, value] : kept.fields) {
        if (!is_written(name, value)) continue;
        ++number;
        const auto words = words_for(name);
        w.put<"<div class=\"field\"><label for=\"kept-{}\">{}</label>"
              "<textarea class=\"input short\" id=\"kept-{}\" rows=\"{}\" readonly>\n{}</textarea></div>">(
            number, words.empty() ? "What you wrote" : words, number, value.size() > 100 ? 8 : 2, value);
    }
}

void resend_form(html::Writer& w, const site::Context& c, const KeptForm& kept, std::string_view words) {
    const auto where = server::Url::local(kept.path);
    if (!where) return;
    parts::form(w, c, *where, {}, {}, [&](html::Writer& inner) {
        for (const auto& [name, value] : kept.fields)
            parts::hidden_field(inner, name, value);
        for (const auto& name : kept.passwords)
            parts::text_field(inner, {},
                              {.name = name,
                               .label = is_code(name) ? "Code" : "Password",
                               .hint = "Type it once more.",
                               .type = is_code(name) ? "text" : "password",
                               .autocomplete = is_code(name) ? "one-time-code" : "off"});
        parts::acts(inner, [&](html::Writer& button) { parts::submit(button, {.words = words}); });
    });
}

} // namespace members
