#include "app/demo/people.hpp"

#include "app/blocks.hpp"
#include "app/toml_table.hpp"
#include "members/members.hpp"

#include <stdexcept>

namespace app {
namespace {

TomlTable table_of(const std::filesystem::path& file) {
    return {read_file(file), file.string()};
}

/// A domain function refused what the file says: its sentence, with the place.
template <class T> T sound(base::Result<T> result, const TomlTable& from) {
    if (!result) from.refuse(result.error().detail);
    return *std::move(result);
}

struct Delegates {
    base::CenterId center;
    std::vector<base::MemberId> ranked;
};

} // namespace

const site::Viewer& People::viewer(const std::string& handle) const {
    const auto found = viewers_.find(handle);
    if (found == viewers_.end()) throw std::runtime_error("nobody has the handle «" + handle + "»");
    return found->second;
}

People load_people(store::Writer& db, const std::filesystem::path& content, const std::string& password_hash,
                   base::Time joined) {
    std::map<std::string, Delegates> centers;
    table_of(content / "centers.toml").each("center", [&](const TomlTable& row) {
        const members::NewCenter center{row.text("slug"),
                                        row.text("name"),
                                        row.text("jurisdiction"),
                                        row.text("state"),
                                        static_cast<std::int64_t>(row.number("registered_voters")),
                                        row.text("equipment")};
        centers[center.slug].center = sound(members::add_center(db, center, joined), row);
    });
    People people;
    table_of(content / "people.toml").each("person", [&](const TomlTable& row) {
        members::NewMember person{row.text("handle"), row.text("email"),        row.text("name"),
                                  row.text("title"),  row.text_or("about", ""), std::nullopt};
        const auto role = base::parse_enum<site::Role>(row.text("role"));
        if (!role) row.refuse("the role must be member, coach, steward or administrator");
        person.role = *role;
        person.zone = row.text("zone");
        person.password_hash = password_hash;
        const auto center = row.text_or("center", "");
        if (!center.empty()) {
            if (!centers.contains(center)) row.refuse("there is no Center «" + center + "»");
            person.center = centers[center].center;
        }
        const auto member = sound(members::add_member(db, person, joined), row);
        people.add({.id = member,
                    .center = person.center.value_or(base::CenterId{}),
                    .role = person.role,
                    .handle = person.handle,
                    .name = person.name,
                    .zone = person.zone});
        if (center.empty()) return;
        auto& ranked = centers[center].ranked;
        ranked.insert(row.flag("delegate") ? ranked.begin() : ranked.end(), member);
    });
    for (const auto& [slug, delegates] : centers)
        if (auto set = members::set_delegates(db, delegates.center, delegates.ranked); !set)
            throw std::runtime_error("the delegates of " + slug + ": " + set.error().detail);
    return people;
}

} // namespace app
