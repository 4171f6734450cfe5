#include "base/text.hpp"
#include "members/invitations.hpp"
#include "members/members.hpp"
#include "members/passwords.hpp"
#include "members/sessions.hpp"
#include "tests/bench/ground.hpp"

namespace bench {
namespace {

constexpr std::array states{"OH", "PA", "WI", "MI", "MN", "IA", "AZ", "GA", "NC", "TX"};

site::Viewer join(store::Writer& db, const members::NewMember& member, base::Time at) {
    const auto id = must(members::add_member(db, member, at));
    return {.id = id,
            .center = member.center.value_or(base::CenterId{}),
            .role = member.role,
            .handle = members::find_card(db, id)->handle,
            .name = member.name};
}

} // namespace

void add_people(Ground& ground) {
    const auto random = base::system_random();
    const auto hash = members::hash_password(password, random);
    const auto at = ground.begun;
    ground.database.write([&](store::Writer& db) {
        std::vector<base::CenterId> centers;
        for (int i = 0; i < ground.sizes.centers; ++i)
            centers.push_back(must(members::add_center(
                db,
                {"", i == 0 ? "Alder County" : word_of(i) + " County", "county",
                 states[static_cast<std::size_t>(i) % states.size()], 900 + i * 997, "Scanners"},
                at)));
        for (int i = 0; i < ground.sizes.members; ++i) {
            const auto place = static_cast<std::size_t>(i) % centers.size();
            members::NewMember person{"",
                                      "person" + std::to_string(i) + "@example.org",
                                      word_of(i) + " " + word_of(i * 7 % 900),
                                      "Clerk",
                                      "",
                                      centers[place]};
            if (i == 0) person.email = "bench@example.org";
            person.password_hash = hash;
            ground.people.push_back(join(db, person, at));
            if (place < ground.delegates.size()) continue;
            ground.delegates.push_back(ground.people.back());
            must(members::set_delegates(db, centers[place], {ground.people.back().id}));
        }
        const auto staff = [&](const std::string& name, site::Role role) {
            return join(db,
                        {.email = base::slug(name) + "@example.org",
                         .name = name,
                         .role = role,
                         .password_hash = hash},
                        at);
        };
        ground.steward = staff("Bench Steward", site::Role::steward);
        ground.other_steward = staff("Other Steward", site::Role::steward);
        ground.administrator = staff("Bench Administrator", site::Role::administrator);
        for (const auto& person : ground.people)
            members::start_session(db, random, person.id, server::Request{}, ground.now);
        for (int i = 0; i < ground.sizes.invitations; ++i)
            must(members::invite(db, random, ground.steward,
                                 {.email = "invited" + std::to_string(i) + "@example.org",
                                  .name = "Invited " + std::to_string(i),
                                  .center = centers[static_cast<std::size_t>(i) % centers.size()]},
                                 ground.now));
    });
}

} // namespace bench
