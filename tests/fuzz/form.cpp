// What a form or a query sends: every name and value is sound text with \n line ends, and what was read,
// written as a form again, reads the same.
#include "base/text.hpp"
#include "server/fields.hpp"
#include "server/url.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

namespace {

using fuzz::require;
using fuzz::require_sound;

void check_readers(const server::Fields& fields, std::string_view name) {
    require(fields.has(name), "a field that came is there");
    const auto line = fields.line(name);
    require_sound(line);
    require(line.find_first_of("\n\t") == line.npos, "a line is one line");
    const auto text = fields.text(name);
    require_sound(text);
    require(!text.starts_with('\n') && !text.ends_with('\n'), "a text has no blank lines at its ends");
    for (const auto& one : fields.list(name)) {
        require_sound(one);
        require(!one.empty() && one.find(',') == one.npos, "a list's values are parted by commas");
    }
    require(fields.flag(name) == fields.truth(name).value_or(false), "yes is yes");
    if (const auto number = fields.number(name))
        require(base::parse_int(std::to_string(*number)) == number, "a number stays itself");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fields = server::Fields::from_form(fuzz::view(data, size));
    if (!fields) {
        require_sound(fields.error().detail);
        return 0;
    }
    std::string again;
    for (const auto& [name, value] : *fields) {
        require_sound(name);
        require_sound(value);
        check_readers(*fields, name);
        again += server::percent_encode(name) + "=" + server::percent_encode(value) + "&";
    }
    require(std::distance(fields->begin(), fields->end()) <= 500, "there are at most 500 fields");
    const auto same = server::Fields::from_form(again);
    require(same && std::equal(fields->begin(), fields->end(), same->begin(), same->end()),
            "what was read reads the same again", again);
    return 0;
}
