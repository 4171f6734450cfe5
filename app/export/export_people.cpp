#include "app/export/export_people.hpp"

#include "app/export/export_store.hpp"
#include "app/export/ndjson_file.hpp"

namespace app {
namespace {

void export_list(const std::vector<exported::Shelf>& shelves, const std::filesystem::path& file) {
    NdjsonFile out(file);
    for (const auto& shelf : shelves)
        out.add({{"slug", shelf.slug}, {"name", shelf.name}, {"description", text_value(shelf.description)}});
    out.close();
}

} // namespace

std::size_t export_people(store::Reader& db, const std::filesystem::path& folder) {
    NdjsonFile centers(folder / "centers.ndjson");
    exported::each_center(db, [&](exported::Center&& center) {
        centers.add({{"slug", center.slug},
                     {"name", center.name},
                     {"jurisdiction", text_value(center.jurisdiction)},
                     {"state", center.state},
                     {"registered_voters", center.registered_voters},
                     {"equipment", text_value(center.equipment)},
                     {"delegates", list_value(center.delegates)},
                     {"created_at", time_value(center.created_at)}});
    });
    centers.close();
    NdjsonFile members(folder / "members.ndjson");
    exported::each_member(db, [&](exported::Member&& member) {
        members.add({{"handle", member.handle},
                     {"name", member.name},
                     {"title", text_value(member.title)},
                     {"about", text_value(member.about)},
                     {"center", text_value(member.center.value_or(""))},
                     {"role", member.role},
                     {"zone", member.zone},
                     {"created_at", time_value(member.created_at)},
                     {"closed_at", time_value(member.closed_at)}});
    });
    members.close();
    return members.rows();
}

void export_shelves(store::Reader& db, const std::filesystem::path& folder) {
    export_list(exported::categories(db), folder / "forum" / "categories.ndjson");
    export_list(exported::areas(db), folder / "areas.ndjson");
}

} // namespace app
