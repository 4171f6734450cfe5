// A JSON body as the API reads it: every name and value is sound text as a form's is, and what was read,
// written as JSON again, reads the same. A refusal names its fields in sound text, too, since it goes back to
// who sent it.
#include "base/text.hpp"
#include "server/fields.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace {

using fuzz::require;

void check_text(std::string_view text) {
    require(base::is_utf8(text), "every text is UTF-8");
    require(text.find('\0') == text.npos && text.find('\r') == text.npos, "no text holds NUL or CR");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fields = server::Fields::from_json(fuzz::view(data, size));
    if (!fields) {
        check_text(fields.error().detail);
        for (const auto& [field, message] : fields.error().fields) {
            check_text(field);
            check_text(message);
        }
        return 0;
    }
    boost::json::object object;
    for (const auto& [name, value] : *fields) {
        check_text(name);
        check_text(value);
        auto& member = object[name];
        if (!member.is_array()) member = boost::json::array();
        member.get_array().emplace_back(value);
    }
    const auto again = boost::json::serialize(object);
    const auto same = server::Fields::from_json(again);
    require(same && std::equal(fields->begin(), fields->end(), same->begin(), same->end()),
            "what was read reads the same again", again);
    return 0;
}
