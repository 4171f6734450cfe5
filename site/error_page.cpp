#include "site/error_page.hpp"

#include "site/carried.hpp"
#include "site/layout.hpp"
#include "site/parts/blocks.hpp"

#include <algorithm>
#include <array>

namespace site {
namespace {

using html::Writer;
using server::link;

std::string_view title_of(base::ProblemKind kind) {
    using enum base::ProblemKind;
    switch (kind) {
    case invalid: return "Something needs to be put right";
    case malformed: return "This could not be read";
    case sign_in: return "Please sign in";
    case not_allowed: return "This is not open to you";
    case not_found: return "Not found";
    case wrong_method: return "This cannot be done here";
    case timed_out: return "That took too long";
    case conflict: return "This cannot be done as things stand";
    case gone: return "No longer here";
    case too_large: return "That is too large";
    case too_many: return "A short break";
    case unavailable: return "Very busy just now";
    }
    return "That did not work";
}

/// Whether a field may be shown back: long enough to be missed, and nothing secret.
bool is_worth_keeping(std::string_view name, std::string_view value) {
    constexpr std::array<std::string_view, 4> secrets{"password", "token", "code", "secret"};
    constexpr std::size_t worth = 20;
    return !is_carried(name) && value.size() > worth &&
           std::ranges::none_of(
               secrets, [&](std::string_view secret) { return name.find(secret) != std::string_view::npos; });
}

void faults(Writer& w, const base::Problem& problem) {
    if (problem.fields.empty()) return;
    w.put<"<ul class=\"stack\">">();
    for (const auto& fault : problem.fields)
        w.put<"<li class=\"error\">{}</li>">(fault.message);
    w.put<"</ul>">();
}

/// What to call a field of a form that is not drawn here.
std::string name_of(std::string_view field) {
    if (field == "body") return "Text";
    std::string name(field);
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

/// What the form held, in boxes to copy from.
void what_was_typed(Writer& w, const Context& c) {
    int number = 0;
    for (const auto& [name, value] : c.input) {
        if (!is_worth_keeping(name, value)) continue;
        if (++number == 1)
            w.put<"<section class=\"stack\"><h2>What you wrote</h2>"
                  "<p class=\"hint\">It was not saved. Copy it from here before you go on.</p>">();
        w.put<"<div class=\"field\"><label for=\"kept-{}\">{}</label>"
              "<textarea class=\"input\" id=\"kept-{}\" rows=\"8\" readonly>\n{}</textarea></div>">(
            number, name_of(name), number, value);
    }
    if (number > 0) w.put<"</section>">();
}

void ways_on(Writer& w, const Context& c, base::ProblemKind kind) {
    if (!c.viewer.signed_in()) {
        parts::button_link(w, link<"/sign-in">(), "Sign in");
        return;
    }
    parts::button_link(w, link<"/">(), "Home");
    if (kind == base::ProblemKind::not_found || kind == base::ProblemKind::gone)
        parts::button_link(w, link<"/search">(), "Search", parts::Look::plain, "search");
}

} // namespace

server::Response error_page(const Context& c, const base::Problem& problem) {
    const auto title = title_of(problem.kind);
    return page(
        c, {.title = std::string(title), .width = "narrow"},
        [&](Writer& w) {
            parts::page_head(w, title, problem.detail);
            w.put<"<div class=\"stack\">">();
            faults(w, problem);
            what_was_typed(w, c);
            parts::acts(w, [&](Writer& inner) { ways_on(inner, c, problem.kind); });
            w.put<"<p class=\"hint numbers\">If you report this, name the number {}.</p></div>">(
                c.request_id);
        },
        status_of(problem.kind));
}

} // namespace site
