// Named values from a form, a query or a JSON object: page and API read the same input through the same eyes.
#pragma once

#include "base/problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// All text in it is valid UTF-8 without NUL, with \n line ends.
class Fields {
  public:
    /// application/x-www-form-urlencoded, as forms and queries have it. At most 500 fields. Fails with
    /// `malformed`.
    static base::Result<Fields> from_form(std::string_view encoded);
    /// A JSON object of texts, numbers, truth values, null and lists of those. Null and an empty list are
    /// there, but empty, as a cleared field of a form is. Fails with `malformed` for what is no JSON,
    /// `invalid` for JSON of another form, at each field where it is one.
    static base::Result<Fields> from_json(std::string_view json);

    /// A JSON object from which from_json reads the same; every value is a text or a list of texts.
    [[nodiscard]] std::string json() const;

    void add(std::string_view name, std::string_view value) { values_.emplace_back(name, value); }

    [[nodiscard]] bool has(std::string_view name) const;
    /// The first value of that name as it came; "" when there is none.
    [[nodiscard]] std::string_view raw(std::string_view name) const;
    /// For a field of one line: base::clean_line.
    [[nodiscard]] std::string line(std::string_view name) const;
    /// For a text of many lines: as typed, without blank lines at both ends; "" where nothing of it is seen.
    [[nodiscard]] std::string text(std::string_view name) const;
    /// Every value of that name, also where one value lists several parted by commas ("seals, canvass").
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
    /// A ticked box, "true", "yes", "on" or "1".
    [[nodiscard]] bool flag(std::string_view name) const;
    /// The same said strictly: "false", "no", "off" and "0" are no; anything else is neither.
    [[nodiscard]] std::optional<bool> truth(std::string_view name) const;

    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }

  private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// Collects what is wrong, field by field, so that a form shows everything at once.
class Complaints {
  public:
    void add(std::string_view field, std::string message) {
        fields_.push_back({std::string(field), std::move(message)});
    }
    /// Complains when the text is empty or longer than `most` code points. `what` begins the sentence: "The
    /// title".
    void check_length(std::string_view field, std::string_view what, std::string_view text, std::size_t most);

    [[nodiscard]] bool any() const { return !fields_.empty(); }
    /// The complaints as an `invalid` problem.
    [[nodiscard]] base::Problem problem() const;

  private:
    std::vector<base::FieldError> fields_;
};

} // namespace server
