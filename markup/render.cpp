#include "markup/render.hpp"

#include "base/text.hpp"
#include "markup/document.hpp"
#include "markup/html_renderer.hpp"
#include "markup/names.hpp"
#include "markup/outline.hpp"

namespace markup {

base::Result<Rendered> render(std::string_view markdown, const Options& options) {
    if (auto admitted = admit(markdown, options.limits); !admitted)
        return base::fail(std::move(admitted).error());
    const Document document(markdown);
    Names names(options);
    Outline outline = outline_of(document.root(), options, names);
    Rendered rendered;
    rendered.html.reserve(markdown.size() * 2);
    HtmlRenderer(options, outline, names, rendered).write(document.root());
    rendered.headings = std::move(outline.headings);
    rendered.sections = std::move(outline.sections);
    rendered.id_prefix = options.id_prefix;
    return rendered;
}

std::string plain_text(std::string_view markdown, std::size_t code_points) {
    if (!admit(markdown, page_limits)) return {};
    const Document document(markdown);
    const Options options;
    Names names(options);
    std::string words;
    for (const auto& section : outline_of(document.root(), options, names).sections)
        words += section.heading + "\n" + section.text + "\n";
    words = single_blanks(words);
    if (base::length(words) <= code_points) return words;
    if (code_points == 0) return {};
    std::string_view start = base::truncate(words, code_points - 1);
    if (words[start.size()] != ' ')
        if (const auto blank = start.rfind(' '); blank != std::string_view::npos)
            start = start.substr(0, blank);
    return std::string(base::trim(start)) + "…";
}

} // namespace markup
