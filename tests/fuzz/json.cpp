// A JSON body as the API reads it: every name and value is sound text as a form's is, and what was read,
// written as JSON again, reads the same. A refusal names its fields in sound text, too, since it goes back to
// who sent it.
#include "server/fields.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>

namespace {

using fuzz::require;
using fuzz::require_sound;

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fields = server::Fields::from_json(fuzz::view(data, size));
    if (!fields) {
        require_sound(fields.error().detail);
        for (const auto& [field, message] : fields.error().fields) {
            require_sound(field);
            require_sound(message);
        }
        return 0;
    }
    for (const auto& [name, value] : *fields) {
        require_sound(name);
        require_sound(value);
    }
    const auto again = fields->json();
    const auto same = server::Fields::from_json(again);
    require(same && std::equal(fields->begin(), fields->end(), same->begin(), same->end()),
            "what was read reads the same again", again);
    return 0;
}
