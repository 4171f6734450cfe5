#include "members/center_form_view.hpp"

#include "members/options.hpp"
#include "site/layout.hpp"

namespace members {
namespace {

using html::Writer;
using server::link;

void fields(Writer& w, const parts::State& state, bool is_new) {
    parts::text_field(w, state,
                      {.name = "name", .label = "Name", .hint = "Alder County Clerk", .max_length = 120});
    if (is_new)
        parts::text_field(w, state,
                          {.name = "slug",
                           .label = "Address",
                           .hint = "alder-county. Made from the name when left empty; it stays.",
                           .optional = true,
                           .max_length = 80});
    parts::text_field(w, state,
                      {.name = "jurisdiction",
                       .label = "Jurisdiction",
                       .hint = "County, city, town",
                       .optional = true,
                       .max_length = 120});
    parts::text_field(
        w, state,
        {.name = "state", .label = "State", .hint = "Two letters", .max_length = 2, .look = "brief"});
    parts::text_field(w, state,
                      {.name = "registered_voters",
                       .label = "Registered voters",
                       .look = "brief",
                       .input_mode = "numeric"});
    parts::text_area(w, state,
                     {.name = "equipment", .label = "Equipment", .optional = true, .size = "short"});
}

} // namespace

server::Response center_form_page(const site::Context& c, std::string_view slug, const parts::State& state,
                                  int status) {
    const bool is_new = slug.empty();
    const auto title = is_new ? "Add a Center" : "Edit a Center";
    const auto action = is_new ? link<"/admin/centers/new">() : link<"/centers/{}/edit">(slug);
    const auto body = [&](Writer& w) {
        parts::page_head(w, title);
        parts::form(w, c, action, {.classes = "card"}, state, [&](Writer& inner) {
            fields(inner, state, is_new);
            parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Save"}); });
        });
    };
    return site::page(c,
                      {.title = title,
                       .section = "members",
                       .crumbs = {{"Centers", link<"/centers">()}},
                       .width = "narrow"},
                      body, status);
}

std::string seat_field(int rank) {
    return rank == 0 ? "delegate" : "alternate_" + std::to_string(rank);
}

server::Response delegates_page(const site::Context& c, const Center& center,
                                std::span<const MemberLine> people, const parts::State& state, int status) {
    std::vector<parts::Option> options;
    for (const auto& person : people)
        options.push_back({person.handle, person.name});
    const auto body = [&](Writer& w) {
        parts::page_head(
            w, "Who casts the vote",
            "The delegate votes for the Center; when the delegate cannot, the alternates do, in order.");
        parts::form(w, c, link<"/centers/{}/delegates">(center.slug), {.classes = "card"}, state,
                    [&](Writer& inner) {
                        for (int rank = 0; rank <= most_alternates; ++rank) {
                            const auto label =
                                rank == 0 ? std::string("Delegate") : "Alternate " + std::to_string(rank);
                            const auto name = seat_field(rank);
                            parts::select_field(inner, state,
                                                {.name = name,
                                                 .label = label,
                                                 .options = options,
                                                 .first = "Nobody",
                                                 .optional = true});
                        }
                        parts::acts(inner, [](Writer& acts) { parts::submit(acts, {.words = "Save"}); });
                    });
    };
    return site::page(
        c,
        {.title = "Delegates",
         .section = "members",
         .crumbs = {{"Centers", link<"/centers">()}, {center.name, link<"/centers/{}">(center.slug)}},
         .width = "narrow"},
        body, status);
}

} // namespace members
