#include "markup/render.hpp"
#include "tests/markup/deviations.hpp"
#include "tests/markup/html_from_spec.hpp"
#include "tests/support/shared_data.hpp"

#include <string>

namespace {

std::string rendered(const std::string& markdown) {
    const auto nobody = [](std::string_view) { return false; };
    const auto result = markup::render(markdown, {.heading_shift = 0, .is_member = nobody});
    return result ? html_from_spec::without_additions(result->html) : result.error().detail;
}

} // namespace

TEST_CASE("Markdown reads as its specifications say, but for the listed deviations") {
    for (const char* file : {"gfm-0.29-spec.ndjson", "commonmark-spec.ndjson", "gfm-extensions.ndjson",
                             "cmark-gfm-regression.ndjson", "cmark-regression.ndjson",
                             "commonmarkjs-regression.ndjson", "markdown-it-tables.ndjson"}) {
        const auto examples = shared_data::read_ndjson(std::string("gfm-spec/") + file);
        if (!examples) return;
        const auto listed = deviations::in(file);
        int number = 0;
        for (const auto& example : *examples) {
            const std::string markdown = shared_data::text(example, "markdown");
            const std::string ours = rendered(markdown);
            const std::string expected = html_from_spec::as_ours(shared_data::text(example, "html"));
            const bool may_differ = listed.contains(++number);
            INFO(file << " " << number << ":\n"
                      << markdown << "\nours:\n"
                      << ours << "\nexpected:\n"
                      << expected);
            CHECK((ours == expected) != may_differ);
        }
    }
}
