// Fields of a form, each with label, hint and error tied to it. A form is drawn from its State alone, so that
// a refused form comes back as it was sent, with every fault named in the summary and at its field.
//
//     parts::State state{c.input, problem};                       // or the values to begin with
//     parts::form(w, c, link<"/forum/threads">(), {.draft = "thread"}, state, [&](Writer& w) {
//         parts::text_field(w, state, {.name = "title", .label = "Title"});
//         parts::markdown_field(w, state, {.name = "body", .label = "Your question"});
//         parts::acts(w, [](Writer& w) { parts::submit(w, {.words = "Ask"}); });
//     });
#pragma once

#include "site/parts/buttons.hpp"

#include <optional>

namespace parts {

using Inside = std::function<void(Writer&)>;

/// What a form shows. A field's id is the prefix and its name.
struct State {
    server::Fields values{};
    std::optional<base::Problem> problem{}; // why it was refused, if it was
    std::string id_prefix{};                // where one page has several forms: "comment-12-"

    [[nodiscard]] std::string_view value(std::string_view field) const { return values.raw(field); }
    /// The message for that field; "" when it is sound.
    [[nodiscard]] std::string_view error(std::string_view field) const;
    /// Whether that box or choice is ticked: one of the field's values is `value`.
    [[nodiscard]] bool chosen(std::string_view field, std::string_view value) const;
};

struct FormLook {
    std::string_view draft{};   // a name under which the script keeps what is typed; empty: not kept
    std::string_view classes{}; // "card" and the like
};
/// A form that posts, with the token and, where the state has a problem, the summary at its head.
void form(Writer& w, const Context& c, const Url& action, const FormLook& look, const State& state,
          const Inside& inside);
/// A form that asks by GET (filters): no token.
void filter_form(Writer& w, const Url& action, const Inside& inside);

/// The box at the head of a refused form: every fault, linked to its field. Nothing when there is no problem.
void error_summary(Writer& w, const State& state);

struct TextField {
    std::string_view name;
    std::string_view label;
    std::string_view hint{};
    std::string_view type = "text";        // email, password, search, date, number, url
    std::string_view autocomplete = "off"; // "username", "current-password", "one-time-code", "name", …
    bool optional = false;                 // says "(optional)" after the label
    std::optional<int> max_length{};
    std::string_view look{};       // "brief" for a date or number, "code-entry" for a typed code
    std::string_view input_mode{}; // "numeric"
};
/// One line. A password is never shown back.
void text_field(Writer& w, const State& state, const TextField& field);

struct TextArea {
    std::string_view name;
    std::string_view label;
    std::string_view hint{};
    bool optional = false;
    std::string_view size{}; // "short", "tall", "tall code"; empty: twelve lines
};
/// Several lines of plain text.
void text_area(Writer& w, const State& state, const TextArea& field);
/// Several lines of Markdown: the script adds a toolbar and a preview; a short help can be unfolded.
void markdown_field(Writer& w, const State& state, const TextArea& field);

struct Option {
    std::string value;
    std::string words;
    std::string hint{};
};
struct Choices {
    std::string_view name;
    std::string_view label;
    std::span<const Option> options;
    std::string_view hint{};
    std::string_view first{}; // select only: what stands for "nothing chosen yet": "Choose a category"
    bool optional = false;
    bool across = false; // radio and boxes only: two columns where there is room
};
void select_field(Writer& w, const State& state, const Choices& field);
void radio_group(Writer& w, const State& state, const Choices& field);
/// Boxes that share one name: several values.
void checkbox_group(Writer& w, const State& state, const Choices& field);

struct Box {
    std::string_view name;
    std::string_view label;
    std::string_view hint{};
    std::string_view value = "yes";
};
/// One box on its own.
void checkbox(Writer& w, const State& state, const Box& box);

/// A value that travels along.
void hidden_field(Writer& w, std::string_view name, std::string_view value);
/// The row of buttons that ends a form.
void acts(Writer& w, const Inside& inside);

} // namespace parts
