#include "site/parts/form.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <optional>

namespace parts {

std::string_view State::error(std::string_view field) const {
    if (!problem) return {};
    const auto found = std::ranges::find(problem->fields, field, &base::FieldError::field);
    return found == problem->fields.end() ? std::string_view() : std::string_view(found->message);
}

bool State::chosen(std::string_view field, std::string_view value) const {
    return std::ranges::any_of(
        values, [&](const auto& entry) { return entry.first == field && entry.second == value; });
}

void form(Writer& w, const Context& c, const Url& action, const FormLook& look, const State& state,
          const Inside& inside) {
    const auto draft = look.draft.empty() ? std::nullopt : std::optional(look.draft);
    w.put<"<form class=\"form{}{}\" method=\"post\" action=\"{}\" novalidate{}>">(
        look.classes.empty() ? "" : " ", look.classes, action, html::Attribute{"data-draft", draft});
    forgery_field(w, c);
    error_summary(w, state);
    inside(w);
    w.put<"</form>">();
}

void filter_form(Writer& w, const Url& action, const Inside& inside) {
    w.put<"<form class=\"filters\" action=\"{}\">{}</form>">(action, inside);
}

void error_summary(Writer& w, const State& state) {
    if (!state.problem) return;
    const auto& problem = *state.problem;
    w.put<"<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\" autofocus>">();
    if (problem.fields.empty()) {
        w.put<"<h2>That did not work</h2><p>{}</p></div>">(problem.detail);
        return;
    }
    w.put<"<h2>{} to put right</h2><ul>">(
        base::counted(static_cast<std::int64_t>(problem.fields.size()), "thing", "things"));
    for (const auto& [field, message] : problem.fields)
        w.put<"<li><a href=\"{}\">{}</a></li>">(Url::fragment(state.id_prefix + field), message);
    w.put<"</ul></div>">();
}

void hidden_field(Writer& w, std::string_view name, std::string_view value) {
    w.put<"<input type=\"hidden\" name=\"{}\" value=\"{}\">">(name, value);
}

void acts(Writer& w, const Inside& inside) {
    w.put<"<div class=\"acts\">{}</div>">(inside);
}

} // namespace parts
