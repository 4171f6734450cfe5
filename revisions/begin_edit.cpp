#include "revisions/begin_edit.hpp"

#include "base/text.hpp"

namespace revisions {

Beginning begin_new(const site::Context& c, std::string_view path, server::Fields beginning) {
    const auto place = place_of_new(path, beginning.line("title"));
    Beginning begun{find_draft(c.db, c.viewer.id, place), std::move(beginning)};
    if (begun.draft) begun.fields = fields_of(*begun.draft);
    begun.fields.add("key", place);
    return begun;
}

std::string place_in(const server::Fields& fields, std::string_view path) {
    return fields.has("key") ? fields.line("key") : place_of_new(path, fields.line("title"));
}

Beginning begin_edit(const site::Context& c, base::TextId text, const std::string& place) {
    Beginning edit;
    edit.draft = c.query.has("base") ? find_draft(c.db, c.viewer.id, place + std::string(c.query.raw("base")))
                                     : find_draft_under(c.db, c.viewer.id, place);
    int begun = newest_number(c.db, text);
    if (edit.draft) {
        const auto number = base::parse_int(std::string_view(edit.draft->place).substr(place.size()));
        if (number && *number >= 1 && *number < begun) begun = static_cast<int>(*number);
    }
    const auto revision = find_revision(c.db, text, begun).value();
    edit.fields.add("title", edit.draft && !edit.draft->title.empty() ? edit.draft->title : revision.title);
    edit.fields.add("body", edit.draft ? edit.draft->body : revision.body);
    edit.fields.add("base_revision", std::to_string(begun));
    if (edit.draft)
        for (const auto& [name, value] : fields_of(*edit.draft))
            if (!edit.fields.has(name)) edit.fields.add(name, value);
    return edit;
}

std::string_view words_for(Saving how) {
    using enum Saving;
    switch (how) {
    case unchanged: return "Nothing was changed.";
    case merged:
        return "Saved. Somebody else had saved meanwhile: both changes are in the text now. Please read it once.";
    default: return "The text is saved.";
    }
}

} // namespace revisions
