#include "tests/http/description.hpp"

#include "cmake/embedded.hpp"

#include <algorithm>
#include <stdexcept>

namespace description {
namespace {

const json::value& whole() {
    static const json::value parsed = json::parse(embedded::api().front().data);
    return parsed;
}

std::string shape_of(std::string_view path) {
    std::string shape;
    bool inside = false;
    for (const char c : path) {
        if (c == '}') inside = false;
        if (!inside) shape += c;
        if (c == '{') inside = true;
    }
    return shape;
}

std::string_view text_of(const json::value& value) {
    return {value.as_string().data(), value.as_string().size()};
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

std::vector<Operation> read_operations() {
    std::vector<Operation> all;
    for (const auto& [path, item] : document().at("paths").as_object())
        for (const auto& [method, operation] : item.as_object()) {
            const std::string place(path);
            const auto& object = operation.as_object();
            all.push_back({std::string(text_of(object.at("operationId"))), upper(method), place,
                           shape_of(place), &object});
        }
    return all;
}

/// Counts what a reader would call a letter, near enough: everything but continuation bytes.
std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool has_type(const json::value& value, std::string_view type) {
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_int64() || value.is_uint64();
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    throw std::runtime_error("the description has an unknown type: " + std::string(type));
}

class Checker {
  public:
    std::vector<std::string> found{};

    void check(const json::value& value, const json::object& schema, const std::string& place) {
        for (const auto& [word, rule] : schema)
            check_word(value, word, rule, schema, place);
    }

  private:
    void complain(const std::string& place, std::string_view what) {
        found.push_back((place.empty() ? "the answer" : place) + " " + std::string(what));
    }

    void check_word(const json::value& value, std::string_view word, const json::value& rule,
                    const json::object& schema, const std::string& place) {
        if (word == "description" || word == "examples" || word == "default" || word == "format") return;
        if (word == "$ref") return check(value, resolve(schema), place);
        if (word == "type") return check_type(value, rule, place);
        if (word == "enum") {
            if (std::ranges::find(rule.as_array(), value) == rule.as_array().end())
                complain(place, "is none of the listed values: " + json::serialize(value));
        } else if (word == "oneOf") {
            check_one_of(value, rule.as_array(), place);
        } else if (word == "items") {
            if (value.is_array()) check_items(value.as_array(), rule.as_object(), place);
        } else if (word == "minItems") {
            if (value.is_array() && value.as_array().size() < rule.to_number<std::size_t>())
                complain(place, "has too few items");
        } else if (word == "minimum" || word == "maximum") {
            if (!value.is_number()) return;
            const auto number = value.to_number<std::int64_t>();
            const auto bound = rule.to_number<std::int64_t>();
            if (word == "minimum" ? number < bound : number > bound) complain(place, "is out of bounds");
        } else if (word == "minLength" || word == "maxLength") {
            if (!value.is_string()) return;
            const auto length = length_of(text_of(value));
            const auto bound = rule.to_number<std::size_t>();
            if (word == "minLength" ? length < bound : length > bound) complain(place, "has a wrong length");
        } else {
            check_object_word(value, word, rule, schema, place);
        }
    }

    void check_object_word(const json::value& value, std::string_view word, const json::value& rule,
                           const json::object& schema, const std::string& place) {
        const auto* object = value.if_object();
        if (word == "required") {
            for (const auto& name : rule.as_array())
                if (object && !object->contains(text_of(name)))
                    complain(place + "/" + std::string(text_of(name)), "is missing");
        } else if (word == "properties") {
            for (const auto& [name, property] : rule.as_object())
                if (const auto* member = object ? object->if_contains(name) : nullptr)
                    check(*member, property.as_object(), place + "/" + std::string(name));
        } else if (word == "additionalProperties") {
            if (!object || rule != json::value(false)) return;
            const auto& known = schema.at("properties").as_object();
            for (const auto& [name, ignored] : *object)
                if (!known.contains(name))
                    complain(place + "/" + std::string(name), "is not in the description");
        } else {
            throw std::runtime_error("the description uses a word that is not checked: " + std::string(word));
        }
    }

    void check_type(const json::value& value, const json::value& rule, const std::string& place) {
        const bool fits = rule.is_string()
                              ? has_type(value, text_of(rule))
                              : std::ranges::any_of(rule.as_array(), [&](const json::value& type) {
                                    return has_type(value, text_of(type));
                                });
        if (!fits) complain(place, "has another type than " + json::serialize(rule));
    }

    void check_items(const json::array& items, const json::object& schema, const std::string& place) {
        for (std::size_t at = 0; at < items.size(); ++at)
            check(items[at], schema, place + "/" + std::to_string(at));
    }

    void check_one_of(const json::value& value, const json::array& schemas, const std::string& place) {
        const auto fitting = std::ranges::count_if(
            schemas, [&](const json::value& one) { return faults(value, one.as_object()).empty(); });
        if (fitting == 1) return;
        complain(place, "fits " + std::to_string(fitting) + " of the kinds it may have");
        // What is wrong with it as the first kind is mostly what the reader wants to know.
        if (fitting == 0) check(value, schemas.front().as_object(), place);
    }
};

} // namespace

const json::object& document() {
    return whole().as_object();
}

const json::object& resolve(const json::value& value) {
    const auto* object = &value.as_object();
    while (const auto* ref = object->if_contains("$ref")) {
        const auto name = text_of(*ref);
        if (!name.starts_with("#/")) throw std::runtime_error("no $ref of ours: " + std::string(name));
        json::error_code error;
        const auto* found = whole().find_pointer(name.substr(1), error);
        if (found == nullptr) throw std::runtime_error("a $ref to nothing: " + std::string(name));
        object = &found->as_object();
    }
    return *object;
}

const std::vector<Operation>& operations() {
    static const std::vector<Operation> all = read_operations();
    return all;
}

const Operation& operation(std::string_view id) {
    const auto found = std::ranges::find(operations(), id, &Operation::id);
    if (found == operations().end()) throw std::runtime_error("no operation " + std::string(id));
    return *found;
}

std::string Operation::scope() const {
    const auto& first = object->at("security").as_array().front().as_object();
    const auto* scopes = first.if_contains("token");
    return scopes ? std::string(text_of(scopes->as_array().front())) : std::string();
}

const json::object* Operation::body_schema() const {
    const auto* body = object->if_contains("requestBody");
    if (!body) return nullptr;
    return &resolve(body->at("content").at("application/json").at("schema"));
}

const json::object& Operation::response(int status) const {
    const auto& responses = object->at("responses").as_object();
    const auto* named = responses.if_contains(std::to_string(status));
    return resolve(named ? *named : responses.at("default"));
}

std::vector<std::string> faults(const json::value& value, const json::object& schema) {
    Checker checker;
    checker.check(value, schema, "");
    return std::move(checker.found);
}

} // namespace description
