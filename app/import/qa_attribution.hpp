// The lines at the end of an imported question that its licence asks for: where it comes from and who wrote
// it.
#pragma once

#include "app/import/qa_site.hpp"

#include <functional>
#include <string>

namespace app {

/// Where the question of that id is now, with its title; nothing where it is not (yet) here.
struct QaPlace {
    std::string title;
    std::string address;
};
using FindQuestion = std::function<std::optional<QaPlace>(std::int64_t id)>;

/// Markdown to stand below the question's text.
std::string attribution(const QaSite& site, const QaQuestion& question, const FindQuestion& find);

} // namespace app
