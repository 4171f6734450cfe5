// The single fields of site/parts/form.hpp: each has its label, hint and error, tied together by ids.
#include "site/parts/form.hpp"

namespace parts {
namespace {

using html::Attribute;
using html::Flag;

std::optional<std::string_view> unless_empty(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// What the label, hint, error and input of one field share.
struct Frame {
    std::string id;
    std::string_view error;
    std::string described_by; // ids of hint and error, empty when there is neither

    Frame(const State& state, std::string_view name, std::string_view hint)
        : id(state.id_prefix + std::string(name)), error(state.error(name)) {
        if (!hint.empty()) described_by = id + "-hint";
        if (!error.empty()) described_by += (described_by.empty() ? "" : " ") + id + "-error";
    }

    [[nodiscard]] Attribute described() const { return {"aria-describedby", unless_empty(described_by)}; }
    [[nodiscard]] Attribute invalid() const {
        return {"aria-invalid", error.empty() ? std::nullopt : std::optional<std::string_view>("true")};
    }
};

void label_words(Writer& w, std::string_view label, bool optional) {
    w.put<"{}">(label);
    if (optional) w.put<" <span class=\"optional\">(optional)</span>">();
}

void hint_and_error(Writer& w, const Frame& frame, std::string_view hint) {
    if (!hint.empty()) w.put<"<p class=\"hint\" id=\"{}-hint\">{}</p>">(frame.id, hint);
    if (!frame.error.empty())
        w.put<"<p class=\"error\" id=\"{}-error\"><span class=\"hidden-words\">Error: </span>{}</p>">(
            frame.id, frame.error);
}

/// A field with one input: label, hint and error above it.
void field(Writer& w, const Frame& frame, std::string_view label, std::string_view hint, bool optional,
           const Inside& input) {
    w.put<"<div class=\"field{}\"><label for=\"{}\">">(frame.error.empty() ? "" : " wrong", frame.id);
    label_words(w, label, optional);
    w.put<"</label>">();
    hint_and_error(w, frame, hint);
    input(w);
    w.put<"</div>">();
}

void choice(Writer& w, std::string_view type, std::string_view name, const std::string& id,
            const Option& option, bool chosen) {
    std::optional<std::string> hint_id;
    if (!option.hint.empty()) hint_id = id + "-hint";
    w.put<"<div class=\"choice\"><input type=\"{}\" name=\"{}\" id=\"{}\" value=\"{}\"{}{}>">(
        type, name, id, option.value, Flag{"checked", chosen}, Attribute{"aria-describedby", hint_id});
    w.put<"<label for=\"{}\">{}">(id, option.words);
    if (hint_id) w.put<"<span class=\"hint\" id=\"{}\">{}</span>">(*hint_id, option.hint);
    w.put<"</label></div>">();
}

/// Several choices under one legend. The first has the field's own id, so that the summary leads to it.
void choices(Writer& w, std::string_view type, const State& state, const Choices& group) {
    const Frame frame(state, group.name, group.hint);
    w.put<"<fieldset class=\"field{}\"{}><legend>">(frame.error.empty() ? "" : " wrong", frame.described());
    label_words(w, group.label, group.optional);
    w.put<"</legend>">();
    hint_and_error(w, frame, group.hint);
    w.put<"<div class=\"choices{}\">">(group.across ? " across" : "");
    bool first = true;
    for (const auto& option : group.options) {
        const auto id = first ? frame.id : frame.id + "-" + option.value;
        choice(w, type, group.name, id, option, state.chosen(group.name, option.value));
        first = false;
    }
    w.put<"</div></fieldset>">();
}

void textarea(Writer& w, const State& state, const TextArea& area, const Frame& frame) {
    // The line break after the tag is swallowed by the browser, so that one of the text's own is not.
    w.put<"<textarea class=\"input {}\" id=\"{}\" name=\"{}\" rows=\"{}\"{}{}>\n{}</textarea>">(
        area.size, frame.id, area.name, area.size == "short" ? 4 : 12, frame.described(), frame.invalid(),
        state.value(area.name));
}

void markdown_help(Writer& w) {
    w.put<
        "<details class=\"more\"><summary>How to write Markdown</summary><div class=\"data-frame\">"
        "<table class=\"data\"><thead><tr><th scope=\"col\">You write</th><th scope=\"col\">You get</th></tr>"
        "</thead><tbody>">();
    w.put<"<tr><td><code>**bold**</code>, <code>*slanted*</code></td><td><strong>bold</strong>, "
          "<em>slanted</em></td></tr>">();
    w.put<"<tr><td><code>[words](https://example.org)</code></td><td>a link</td></tr>">();
    w.put<"<tr><td><code>[[page-name]]</code>, <code>#12</code>, <code>@name</code></td>"
          "<td>a practice, a thread, a member</td></tr>">();
    w.put<"<tr><td><code>- point</code>, <code>1. step</code>, <code>- [ ] task</code></td>"
          "<td>lists, one line each</td></tr>">();
    w.put<
        "<tr><td><code>## Heading</code>, <code>&gt; quote</code></td><td>a heading, a quotation</td></tr>">();
    w.put<"<tr><td><code>| a | b |</code> over <code>|---|---|</code></td><td>a table</td></tr>">();
    w.put<"</tbody></table></div></details>">();
}

/// A browser shows nothing of a day that is none, and HTML forbids to send it; a password is never sent back.
bool may_show(std::string_view type, std::string_view value) {
    if (type == "date") return base::start_of_day(value, "UTC").has_value();
    return type != "password";
}

} // namespace

void text_field(Writer& w, const State& state, const TextField& text) {
    const Frame frame(state, text.name, text.hint);
    field(w, frame, text.label, text.hint, text.optional, [&](Writer& inner) {
        std::optional<std::string> max_length;
        if (text.max_length) max_length = std::to_string(*text.max_length);
        inner.put<"<input class=\"input {}\" id=\"{}\" name=\"{}\" type=\"{}\" autocomplete=\"{}\" "
                  "value=\"{}\"{}{}{}{}>">(
            text.look, frame.id, text.name, text.type, text.autocomplete,
            may_show(text.type, state.value(text.name)) ? state.value(text.name) : std::string_view(),
            Attribute{"maxlength", max_length}, Attribute{"inputmode", unless_empty(text.input_mode)},
            frame.described(), frame.invalid());
    });
}

void text_area(Writer& w, const State& state, const TextArea& area) {
    const Frame frame(state, area.name, area.hint);
    field(w, frame, area.label, area.hint, area.optional,
          [&](Writer& inner) { textarea(inner, state, area, frame); });
}

void markdown_field(Writer& w, const State& state, const TextArea& area) {
    const Frame frame(state, area.name, area.hint);
    field(w, frame, area.label, area.hint, area.optional, [&](Writer& inner) {
        inner.put<"<div class=\"editor\" data-markdown=\"/preview\">">();
        textarea(inner, state, area, frame);
        inner.put<"</div><div class=\"editor-foot\"><span data-draft-state=\"\" role=\"status\"></span>">();
        markdown_help(inner);
        inner.put<"</div>">();
    });
}

void select_field(Writer& w, const State& state, const Choices& group) {
    const Frame frame(state, group.name, group.hint);
    field(w, frame, group.label, group.hint, group.optional, [&](Writer& inner) {
        inner.put<"<select class=\"input\" id=\"{}\" name=\"{}\"{}{}>">(frame.id, group.name,
                                                                        frame.described(), frame.invalid());
        if (!group.first.empty()) inner.put<"<option value=\"\">{}</option>">(group.first);
        for (const auto& option : group.options)
            inner.put<"<option value=\"{}\"{}>{}</option>">(
                option.value, Flag{"selected", state.chosen(group.name, option.value)}, option.words);
        inner.put<"</select>">();
    });
}

void radio_group(Writer& w, const State& state, const Choices& group) {
    choices(w, "radio", state, group);
}

void checkbox_group(Writer& w, const State& state, const Choices& group) {
    choices(w, "checkbox", state, group);
}

void checkbox(Writer& w, const State& state, const Box& box) {
    const Frame frame(state, box.name, {});
    w.put<"<div class=\"field{}\">">(frame.error.empty() ? "" : " wrong");
    hint_and_error(w, frame, {});
    const Option option{std::string(box.value), std::string(box.label), std::string(box.hint)};
    choice(w, "checkbox", box.name, frame.id, option, state.chosen(box.name, box.value));
    w.put<"</div>">();
}

} // namespace parts
