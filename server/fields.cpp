#include "server/fields.hpp"

#include "base/letters.hpp"
#include "base/text.hpp"
#include "server/url.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <span>

namespace server {
namespace {

constexpr std::size_t most_fields = 500;

bool is_text(std::string_view value) {
    return base::is_utf8(value) && value.find('\0') == std::string_view::npos;
}

/// One JSON scalar in the form a field has; nothing for what a field cannot be.
std::optional<std::string> scalar_text(const boost::json::value& value) {
    if (value.is_bool() || value.is_number()) return boost::json::serialize(value);
    if (!value.is_string() || !is_text(value.get_string())) return std::nullopt;
    return base::clean(value.get_string());
}

/// The values that a member of a JSON object gives a field; nothing for what a field cannot be.
std::optional<std::vector<std::string>> values_of(const boost::json::value& member) {
    if (member.is_null() || (member.is_array() && member.get_array().empty()))
        return std::vector<std::string>{""};
    std::span<const boost::json::value> all(&member, 1);
    if (member.is_array()) all = {member.get_array().data(), member.get_array().size()};
    std::vector<std::string> values;
    for (const auto& one : all) {
        auto text = scalar_text(one);
        if (!text) return std::nullopt;
        values.push_back(*std::move(text));
    }
    return values;
}

} // namespace

base::Result<Fields> Fields::from_form(std::string_view encoded) {
    Fields fields;
    std::size_t pairs = 0;
    for (std::size_t at = 0; at < encoded.size();) {
        const std::size_t end = std::min(encoded.find('&', at), encoded.size());
        const auto pair = encoded.substr(at, end - at);
        at = end + 1;
        // Empty ones count as well: a body of separators alone must not cost more than it weighs.
        if (++pairs > most_fields)
            return base::fail(base::ProblemKind::malformed, "The form has too many fields.");
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        const auto name = percent_decode(pair.substr(0, equals), true);
        const auto value = percent_decode(
            equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
        if (!name || !value || !is_text(*name) || !is_text(*value))
            return base::fail(
                base::ProblemKind::malformed,
                "What was sent is not readable text. Go back, check for pasted characters, and send it again.");
        fields.add(base::clean(*name), base::clean(*value));
    }
    return fields;
}

base::Result<Fields> Fields::from_json(std::string_view json) {
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 32;
    const auto value = boost::json::parse(json, error, {}, options);
    if (error)
        return base::fail(base::ProblemKind::malformed, "The body is not JSON: " + error.message() + ".");
    if (!value.is_object()) return base::fail(base::ProblemKind::invalid, "The body must be a JSON object.");
    Fields fields;
    Complaints complaints;
    for (const auto& [key, member] : value.get_object()) {
        if (!is_text(key))
            return base::fail(base::ProblemKind::invalid, "A member's name is not readable text.");
        const std::size_t count = member.is_array() ? member.get_array().size() : 1;
        if (fields.values_.size() + count > most_fields)
            return base::fail(base::ProblemKind::malformed, "The object has too many members.");
        const std::string name = base::clean(key);
        const auto values = values_of(member);
        for (const auto& value : values.value_or(std::vector<std::string>{}))
            fields.add(name, value);
        if (!values)
            complaints.add(name,
                           "«" + name + "» must be a text, a number, true, false, null or a list of texts.");
    }
    if (complaints.any()) return base::fail(complaints.problem());
    return fields;
}

std::string Fields::json() const {
    boost::json::object object;
    for (const auto& [name, value] : values_) {
        auto& member = object[name];
        if (member.is_null())
            member = value;
        else if (member.is_array())
            member.get_array().emplace_back(value);
        else
            member = boost::json::array{std::move(member), value};
    }
    return boost::json::serialize(object);
}

bool Fields::has(std::string_view name) const {
    for (const auto& [key, value] : values_)
        if (key == name) return true;
    return false;
}

std::string_view Fields::raw(std::string_view name) const {
    for (const auto& [key, value] : values_)
        if (key == name) return value;
    return {};
}

std::string Fields::line(std::string_view name) const {
    return base::clean_line(raw(name));
}

std::string Fields::text(std::string_view name) const {
    std::string_view value = raw(name);
    while (!value.empty() && value.front() == '\n')
        value.remove_prefix(1);
    while (!value.empty() && (value.back() == '\n' || value.back() == ' '))
        value.remove_suffix(1);
    return base::shows_nothing(value) ? std::string() : std::string(value);
}

std::vector<std::string> Fields::list(std::string_view name) const {
    std::vector<std::string> all;
    for (const auto& [key, value] : values_) {
        if (key != name) continue;
        for (const auto part : base::split(value, ','))
            if (auto one = base::clean_line(part); !one.empty()) all.push_back(std::move(one));
    }
    return all;
}

std::optional<std::int64_t> Fields::number(std::string_view name) const {
    return base::parse_int(base::trim(raw(name)));
}

std::optional<bool> Fields::truth(std::string_view name) const {
    const auto value = raw(name);
    if (value == "on" || value == "true" || value == "1" || value == "yes") return true;
    if (value == "off" || value == "false" || value == "0" || value == "no") return false;
    return std::nullopt;
}

bool Fields::flag(std::string_view name) const {
    return truth(name).value_or(false);
}

void Complaints::check_length(std::string_view field, std::string_view what, std::string_view text,
                              std::size_t most) {
    const std::size_t size = base::length(text);
    if (base::clean_line(text).empty())
        add(field, std::string(what) + " is missing: write it here.");
    else if (size > most)
        add(field, std::string(what) + " has " + base::grouped(static_cast<std::int64_t>(size)) +
                       " characters; " + base::grouped(static_cast<std::int64_t>(most)) +
                       " are allowed. Shorten it.");
}

base::Problem Complaints::problem() const {
    base::Problem problem{base::ProblemKind::invalid,
                          fields_.size() == 1 ? fields_.front().message : "Some fields need another look."};
    problem.fields = fields_;
    return problem;
}

} // namespace server
