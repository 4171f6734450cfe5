// Whatever Markdown the admission scan lets through: the HTML is in balance and holds only elements,
// attributes, classes and addresses of the allow list, and comes out the same each time. Slow inputs show by
// libFuzzer's -timeout.
#include "markup/render.hpp"

#include "base/text.hpp"
#include "markup/escape.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/markup/strict_html.hpp"

#include <algorithm>

namespace {

using fuzz::require;

markup::Options options_of(unsigned choice) {
    markup::Options options;
    options.limits = choice % 2 == 0 ? markup::post_limits : markup::page_limits;
    if (choice & 2U) options.id_prefix = "post-1-";
    options.written_ids = (choice & 4U) != 0;
    if (choice & 8U) options.first_heading = 3;
    if (choice & 16U) options.heading_shift = 3;
    if (choice & 32U) options.is_member = [](std::string_view handle) { return handle.size() % 2 == 0; };
    if (choice & 64U)
        options.page_title = [](std::string_view slug) {
            return slug.size() % 2 == 0 ? std::optional<std::string>("<b>\"Title\"</b> & more")
                                        : std::nullopt;
        };
    return options;
}

void check(const markup::Rendered& rendered, const markup::Options& options) {
    const auto fault = strict_html::fault_in(rendered.html, options.id_prefix);
    require(fault.empty(), "the HTML is of the allow list and in balance", fault);
    require(base::is_utf8(rendered.html), "the HTML is UTF-8");
    require(rendered.html.find(markup::guard) == std::string::npos, "no guard comes out");
    for (const auto& heading : rendered.headings) {
        require(heading.level >= 2 && heading.level <= 6, "headings are h2 to h6");
        require(rendered.html.find(" id=\"" + heading.id + "\"") != std::string::npos,
                "a heading can be jumped to", heading.id);
    }
    for (const auto& handle : rendered.mentions)
        require(!options.is_member || options.is_member(handle), "only members are mentioned", handle);
    require(std::ranges::all_of(rendered.threads, [](auto number) { return number > 0; }),
            "threads have numbers");
    for (const auto& section : rendered.sections)
        require(base::is_utf8(section.text) && base::is_utf8(section.heading), "plain words are UTF-8");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::view(data, size);
    const auto options = options_of(fuzz::take_byte(input));
    const std::string text = base::clean(input);
    const auto rendered = markup::render(text, options);
    require(rendered.has_value() == markup::admit(text, options.limits).has_value(),
            "the scan alone refuses");
    if (!rendered) {
        require(!rendered.error().detail.empty(), "a refusal says what to change");
        return 0;
    }
    check(*rendered, options);
    require(markup::render(text, options)->html == rendered->html, "the same text gives the same HTML");
    const auto words = markup::plain_text(text, 80);
    require(base::is_utf8(words) && base::length(words) <= 80 && words.find('\n') == words.npos,
            "an excerpt is a short line", words);
    return 0;
}
