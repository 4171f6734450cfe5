#include "site/parts/buttons.hpp"

#include "base/text.hpp"

namespace parts {
namespace {

std::string_view look_class(Look look) {
    switch (look) {
    case Look::main: return "";
    case Look::plain: return " plain";
    case Look::quiet: return " quiet";
    case Look::danger: return " danger";
    }
    return "";
}

std::optional<std::string_view> unless_empty(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

void icon_if_any(Writer& w, std::string_view name) {
    if (!name.empty()) icon(w, name);
}

} // namespace

void button_link(Writer& w, const Url& where, std::string_view words, Look look, std::string_view icon_name) {
    w.put<"<a class=\"button{}\" href=\"{}\">">(look_class(look), where);
    icon_if_any(w, icon_name);
    w.put<"{}</a>">(words);
}

void submit(Writer& w, const Submit& button) {
    using html::Attribute;
    w.put<"<button class=\"button{}\"{}{}>">(look_class(button.look),
                                             Attribute{"name", unless_empty(button.name)},
                                             Attribute{"value", unless_empty(button.value)});
    icon_if_any(w, button.icon);
    w.put<"{}</button>">(button.words);
}

void post_button(Writer& w, const Context& c, const Url& action, const PostButton& button) {
    using html::Attribute;
    w.put<"<form method=\"post\" action=\"{}\">">(action);
    forgery_field(w, c);
    for (const auto& hidden : button.hidden)
        w.put<"<input type=\"hidden\" name=\"{}\" value=\"{}\">">(hidden.name, hidden.value);
    std::optional<std::string_view> pressed;
    if (button.pressed) pressed = *button.pressed ? "true" : "false";
    w.put<"<button class=\"button{}{}{}\"{}>">(look_class(button.look), button.classes.empty() ? "" : " ",
                                               button.classes, Attribute{"aria-pressed", pressed});
    icon_if_any(w, button.icon);
    w.put<"{}">(button.words);
    if (button.number) w.put<" <span class=\"number\">{}</span>">(base::grouped(*button.number));
    if (!button.context.empty()) w.put<"<span class=\"hidden-words\"> {}</span>">(button.context);
    w.put<"</button></form>">();
}

void forgery_field(Writer& w, const Context& c) {
    w.put<"<input type=\"hidden\" name=\"forgery_token\" value=\"{}\">">(c.forgery_token);
}

} // namespace parts
