#include "standards/register/public_text.hpp"

#include "markup/render.hpp"
#include "standards/register/register_store.hpp"

namespace standards {

std::string public_html(store::Reader& db, std::string_view markdown, std::string_view prefix, int level) {
    if (markdown.empty()) return {};
    markup::Options options;
    options.limits = markup::page_limits;
    options.first_heading = level + 1;
    options.id_prefix = prefix;
    options.is_member = [](std::string_view) { return false; };
    options.page_title = [&](std::string_view slug) { return practice_title(db, slug); };
    const auto rendered = markup::render(markdown, options);
    return rendered ? rendered->html : std::string(); // what was adopted was admitted once
}

} // namespace standards
