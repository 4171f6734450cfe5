// Comparing two texts: with whatever context, the hunks and what they leave out give both texts back.
#include "markup/compare.hpp"

#include "base/text.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/markup/sound_comparison.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::view(data, size);
    const int context = static_cast<int>(fuzz::take_byte(input) % 8);
    const auto parts = fuzz::parts(input, 2);
    const std::string before = base::clean(parts[0]), after = base::clean(parts[1]);

    const auto near = markup::compare(before, after, context);
    const auto whole = markup::compare(before, after, 1'000'000);
    for (const auto& comparison : {near, whole}) {
        const auto fault = sound_comparison::fault_in(comparison, before, after);
        fuzz::require(fault.empty(), "a comparison gives both texts back", fault);
    }
    fuzz::require(near.added_lines == whole.added_lines && near.removed_lines == whole.removed_lines,
                  "context changes no counts");
    return 0;
}
