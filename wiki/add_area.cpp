#include "base/text.hpp"
#include "wiki/page_store.hpp"

namespace wiki {

std::string find_or_add_area(store::Writer& db, std::string_view name) {
    auto slug = base::slug(name);
    if (!find_area(db, slug))
        db.run<"INSERT INTO areas (slug, name, sentence, position) "
               "VALUES (?, ?, '', (SELECT coalesce(max(position), 0) + 1 FROM areas))">(
            slug, base::clean_line(name));
    return slug;
}

} // namespace wiki
