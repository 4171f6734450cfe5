#include "base/text.hpp"
#include "notices/see.hpp"
#include "revisions/compare_view.hpp"
#include "standards/register/handlers.hpp"
#include "standards/register/public_answer.hpp"
#include "standards/register/register_index.hpp"
#include "standards/register/standard_view.hpp"

#include <algorithm>

namespace standards {
namespace {

using html::Writer;
using server::link;

server::Response show(site::Context& c, const std::optional<StandardVersion>& standard) {
    if (!standard) return site::not_found(c, "There is no standard of this number and version.");
    notices::see(c, address_of(*standard).text());
    const auto page = read_standard_page(c, *standard);
    const auto title = page.is_newest() ? standard->number + " " + standard->title
                                        : name_of(*standard) + ": " + standard->title;
    return for_everybody(
        c,
        site::page(c, {.title = title, .section = "standards", .crumbs = way_to_register()}, [&](Writer& w) {
            parts::page_head(w, standard->title, name_of(*standard));
            parts::columns(
                w, [&](Writer& in) { standard_view(in, c, page); }, "About this standard",
                [&](Writer& in) { standard_aside(in, c, page); });
        }));
}

/// The version that the query names; else `otherwise`.
const StandardVersion& pick(const site::Context& c, const std::vector<StandardVersion>& versions,
                            std::string_view name, const StandardVersion& otherwise) {
    const auto wanted = c.query.number(name);
    if (!wanted) return otherwise;
    const auto found = std::ranges::find_if(
        versions, [&](const StandardVersion& version) { return version.version == *wanted; });
    return found == versions.end() ? otherwise : *found;
}

void choose_versions(Writer& w, const std::vector<StandardVersion>& versions, const StandardVersion& from,
                     const StandardVersion& to) {
    std::vector<parts::Option> options;
    for (const auto& version : versions)
        options.push_back({std::to_string(version.version), "Version " + std::to_string(version.version)});
    parts::State state;
    state.values.add("from", std::to_string(from.version));
    state.values.add("to", std::to_string(to.version));
    parts::filter_form(w, link<"/standards/{}/compare">(from.number), [&](Writer& in) {
        parts::select_field(in, state, {.name = "from", .label = "From", .options = options});
        parts::select_field(in, state, {.name = "to", .label = "To", .options = options});
        parts::submit(in, {.words = "Compare", .look = parts::Look::plain});
    });
}

std::string whole(store::Reader& db, const StandardVersion& version) {
    return "# " + version.title + "\n\n" + write_text(text_of(db, version));
}

} // namespace

server::Response show_standard(site::Context& c, const std::string& number) {
    return show(c, find_standard(c.db, number));
}

server::Response show_version(site::Context& c, const std::string& number, int version) {
    return show(c, find_standard(c.db, number, version));
}

server::Response compare_versions(site::Context& c, const std::string& number) {
    const auto standard = find_standard(c.db, number);
    if (!standard) return site::not_found(c, "There is no standard of this number.");
    const auto versions = versions_of(c.db, standard->id);
    const auto& to = pick(c, versions, "to", versions.front());
    const auto& from = pick(c, versions, "from", versions.size() > 1 ? versions[1] : versions.front());
    const auto new_text = whole(c.db, to);
    const auto comparison = markup::compare(whole(c.db, from), new_text);

    auto crumbs = way_to_register();
    crumbs.push_back({standard->number, address_of(*standard)});
    const auto title =
        "Versions " + std::to_string(from.version) + " and " + std::to_string(to.version) + " of " + number;
    return for_everybody(
        c, site::page(c, {.title = title, .section = "standards", .crumbs = crumbs}, [&](Writer& w) {
            parts::page_head(w, title, standard->title);
            choose_versions(w, versions, from, to);
            if (comparison.hunks.empty())
                parts::empty(w, "check", "No difference", "The two say the same.");
            else
                revisions::compare_view(
                    w, comparison,
                    {.new_lines = static_cast<int>(std::ranges::count(new_text, '\n')), .caption = title});
        }));
}

} // namespace standards
