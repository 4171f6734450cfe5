#include "tests/attack/acts.hpp"

#include "base/text.hpp"
#include "tests/attack/form.hpp"
#include "tests/http/page.hpp"

#include <algorithm>

namespace attack {
namespace {

namespace json = boost::json;

/// Forms that no page of the ground has: they show in states that it has not, or only a script sends them.
struct Seldom {
    std::string_view by;
    std::string_view path;
    std::string_view fields;
};
constexpr Seldom seldom_seen[] = {
    {"asker", "/preview", "body"},
    {"asker", "/settings/sessions/end", "session"},
    {"helper", "/inbox/read", "entry all"},
    {"asker", "/forum/threads/1/posts", "body page"}, // from the second page of a long thread
    {"asker", "/settings/second-step/confirm", "code proof"},
    {"nobody", "/sign-in/code", "code recovery_code next"},
};

/// What the form holds, what is known to be taken, or the first that can be chosen.
std::string good_value(const Input& input, const Known& known) {
    if (input.type == "checkbox" && input.value.empty())
        return known.good.empty() ? "" : input.options.front();
    if (known.kind == Kind::markdown) return std::string(known.good);
    if (!input.value.empty()) return input.value;
    if (!input.options.empty()) {
        if (std::ranges::find(input.options, known.good) != input.options.end())
            return std::string(known.good);
        for (const auto& option : input.options)
            if (!option.empty()) return option;
    }
    return std::string(known.good);
}

Act act_of(Ground& ground, const std::string& by, const std::string& name, const Form& form,
           std::vector<std::string>& unknown) {
    Act act{name, by, {}, {}};
    for (const auto& input : form.inputs) {
        if (input.type == "submit" || input.name == "forgery_token") continue;
        const auto known = known_field(name, input.name);
        if (known)
            act.fields.push_back({input.name, *known, good_value(input, *known)});
        else
            unknown.push_back(name + ": " + input.name + " (" + input.type + ")");
    }
    act.send = [&ground, by, path = form.action](const Values& values) {
        return ground.post(by, path, {values.begin(), values.end()});
    };
    return act;
}

json::value json_value(const Known& known, const json::object& schema, const std::string& text) {
    if (known.is_many) return json::array{text};
    const auto* type = schema.if_contains("type");
    if (type && (*type == "integer" || *type == "boolean")) {
        json::error_code error;
        const auto value = json::parse(text, error);
        if (!error && (value.is_number() || value.is_bool())) return value;
    }
    return json::value(text);
}

std::string text_of(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_array() && !value.get_array().empty()) return text_of(value.get_array().front());
    return json::serialize(value);
}

Act act_of(Ground& ground, const testing::Call& call, std::vector<std::string>& unknown) {
    Act act{call.operation, call.by, {}, {}};
    const auto& properties = call.described().body_schema()->at("properties").as_object();
    const auto body = json::parse(call.body).as_object();
    for (const auto& [name, schema] : properties) {
        const auto known = known_field(call.operation, name);
        if (!known)
            unknown.push_back(call.operation + ": " + std::string(name));
        else if (body.contains(name))
            act.fields.push_back({name, *known, text_of(body.at(name))});
        else
            act.fields.push_back({name, *known, ""});
    }
    act.send = [&ground, call, &properties, fields = act.fields, body](const Values& values) {
        auto changed = body;
        for (const auto& field : fields) {
            const auto given = values.find(field.name);
            if (given == values.end() || given->second == field.good) continue;
            changed[field.name] =
                json_value(field.known, description::resolve(properties.at(field.name)), given->second);
        }
        return ground.call(call.by, call.method(), call.target, json::serialize(changed));
    };
    return act;
}

} // namespace

Values Act::good_values() const {
    Values values;
    for (const auto& field : fields)
        if (!field.good.empty()) values[field.name] = field.good;
    return values;
}

std::vector<Act> form_acts(Ground& ground, std::vector<std::string>& unknown) {
    std::map<std::string, std::tuple<std::string, Form>> found; // by route
    for (const auto& address : ground.addresses()) {
        if (address.path.starts_with("/api/")) continue;
        const auto page = ground.follow(address);
        if (!page.headers.get("Content-Type").starts_with("text/html")) continue;
        for (auto& form : read_forms(page.content(), address.path)) {
            if (form.method != "POST") continue;
            const auto route = ground.route_of(server::Method::post, form.action);
            const auto [known, is_new] = found.try_emplace(route, address.by, form);
            if (!is_new && std::get<Form>(known->second).inputs.size() < form.inputs.size())
                known->second = {address.by, std::move(form)};
        }
    }
    std::vector<Act> acts;
    for (const auto& [route, form] : found) {
        auto act = act_of(ground, std::get<std::string>(form), route, std::get<Form>(form), unknown);
        if (!act.fields.empty()) acts.push_back(std::move(act));
    }
    for (const auto& seldom : seldom_seen) {
        Form form{"POST", std::string(seldom.path), {}};
        for (const auto field : base::split(seldom.fields, ' '))
            form.inputs.push_back({std::string(field), "text"});
        const auto route = ground.route_of(server::Method::post, seldom.path);
        acts.push_back(act_of(ground, std::string(seldom.by), route, form, unknown));
    }
    return acts;
}

std::vector<Act> call_acts(Ground& ground, std::vector<std::string>& unknown) {
    std::vector<Act> acts;
    for (const auto& call : testing::good_calls(ground.world))
        if (call.described().body_schema()) acts.push_back(act_of(ground, call, unknown));
    return acts;
}

std::vector<std::string> refused_fields(const server::Response& answer) {
    if (answer.headers.get("Content-Type").starts_with("application/problem+json"))
        return testing::faulty_fields(answer);
    std::vector<std::string> names;
    for (const auto& element : testing::elements_of(answer.content()))
        if (element.get("aria-invalid") == "true") names.push_back(element.get("name"));
    return names;
}

} // namespace attack
