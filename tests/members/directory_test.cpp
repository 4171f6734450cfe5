#include "members/accounts.hpp"
#include "members/directory_store.hpp"
#include "tests/members/house.hpp"

#include <algorithm>

using testing::House;

namespace {

template <class T> std::string field_of(const base::Result<T>& result) {
    return result || result.error().fields.empty() ? "" : result.error().fields.front().field;
}

std::vector<std::string> found(House& house, const members::Wanted& wanted) {
    std::vector<std::string> handles;
    for (const auto& line : members::list_members(house.db(), wanted))
        handles.push_back(line.handle);
    return handles;
}

using Handles = std::vector<std::string>;

} // namespace

TEST_CASE("two members of one name get two handles") {
    House house;
    house.add("Noor Haddad");
    const auto second = house.write([&](store::Writer& db) {
        return members::add_member(db, {.email = "other@example.org", .name = "Noor Haddad"}, house.now);
    });
    REQUIRE(second);
    CHECK(members::find_card(house.db(), *second)->handle == "noor-haddad-2");
}

TEST_CASE("nobody gets the handle under which the program signs what it does by itself") {
    House house;
    const auto member = house.write([&](store::Writer& db) {
        return members::add_member(db, {.email = "other@example.org", .name = "Program"}, house.now);
    });
    REQUIRE(member);
    CHECK(members::find_card(house.db(), *member)->handle == "program-2");
}

TEST_CASE("an e-mail address has one account, however it is written") {
    House house;
    const auto noor = house.add("Noor Haddad");
    const auto again = house.write([&](store::Writer& db) {
        return members::add_member(db, {.email = " Noor-Haddad@Example.org ", .name = "Somebody"}, house.now);
    });
    CHECK(field_of(again) == "email");
    CHECK(members::find_by_email(house.db(), "NOOR-HADDAD@example.org") == noor);
}

TEST_CASE("what cannot be an e-mail address is refused") {
    House house;
    for (const auto* email : {"", "noor", "@example.org", "noor@", "no or@example.org", "a@b@c",
                              "<a@example.org>", "a,b@example.org"}) {
        const auto added = house.write([&](store::Writer& db) {
            return members::add_member(db, {.email = email, .name = "Noor"}, house.now);
        });
        INFO(email);
        CHECK(field_of(added) == "email");
    }
}

TEST_CASE("a card names the Center, and none for program staff") {
    House house;
    const auto noor = members::find_card(house.db(), house.add("Noor Haddad"));
    CHECK(noor->center == "Alder County");
    CHECK(noor->state == "OH");
    CHECK(noor->registered_voters == 4'100);
    CHECK_FALSE(members::find_card(house.db(), house.add("Sam Steward", site::Role::steward))->center);
}

TEST_CASE("a Center needs a real state, and an address that is free and no number") {
    House house;
    const auto add = [&](members::NewCenter center) {
        return house.write([&](store::Writer& db) { return members::add_center(db, center, house.now); });
    };
    CHECK(field_of(add({.name = "Cedar", .state = "XX"})) == "state");
    CHECK(field_of(add({.slug = "alder-county", .name = "Cedar", .state = "OH"})) == "slug");
    CHECK(field_of(add({.slug = "12", .name = "Cedar", .state = "OH"})) == "slug");
    CHECK(field_of(add({.name = "", .state = "OH"})) == "name");
    REQUIRE(add({.name = "Alder County", .state = "NE"}));
    CHECK(members::find_center(house.db(), "alder-county-2"));
}

TEST_CASE("people are found by how any word of their name begins, without accents and case") {
    House house;
    house.add("Tomás Villarreal");
    house.add("Noor Haddad");
    house.add("Ada Haddock-Smith", site::Role::member, "birch-town");
    CHECK(found(house, {.name = "HAD"}) == Handles{"ada-haddock-smith", "noor-haddad"});
    CHECK(found(house, {.name = "tomas"}) == Handles{"tomas-villarreal"});
    CHECK(found(house, {.name = "smi"}) == Handles{"ada-haddock-smith"});
    CHECK(found(house, {.name = "noor had"}) == Handles{"noor-haddad"});
    CHECK(found(house, {.name = "addad"}).empty());
    CHECK(found(house, {.name = "had", .center = house.birch}) == Handles{"ada-haddock-smith"});
}

TEST_CASE("the list filters by Center and role, and goes on after a handle") {
    House house;
    house.add("Ada One");
    house.add("Bea Two", site::Role::coach);
    house.add("Cleo Three", site::Role::member, "birch-town");
    CHECK(found(house, {}) == Handles{"ada-one", "bea-two", "cleo-three"});
    CHECK(found(house, {.after = "ada-one", .most = 1}) == Handles{"bea-two"});
    CHECK(found(house, {.center = house.birch}) == Handles{"cleo-three"});
    CHECK(found(house, {.role = site::Role::coach}) == Handles{"bea-two"});
    CHECK(found(house, {.center = house.alder, .role = site::Role::coach}).empty());
}

TEST_CASE("a beginning that very many names share finds them all, part by part") {
    House house;
    for (int i = 0; i < 310; ++i)
        house.add("Ann Clerk" +
                  std::to_string(1000 + i)); // one person a word, so more than 300 words begin so
    house.add("Bea Two");
    Handles met;
    std::string after;
    for (;;) {
        const auto part = found(house, {.name = "cler", .after = after, .most = 100});
        if (part.empty()) break;
        met.insert(met.end(), part.begin(), part.end());
        after = part.back();
    }
    CHECK(met.size() == 310);
    CHECK(std::ranges::is_sorted(met));
    CHECK(std::ranges::adjacent_find(met) == met.end());
    CHECK(found(house, {.name = "ann clerk1234"}) == Handles{"ann-clerk1234"});
    CHECK(found(house, {.name = "be"}) == Handles{"bea-two"});
}

TEST_CASE("a new name is found at once, the old one no more") {
    House house;
    const auto noor = house.add("Noor Haddad");
    REQUIRE(house.write([&](store::Writer& db) {
        return members::change_profile(db, noor, {"Noor Lindqvist", "Clerk", "", "America/Chicago"});
    }));
    CHECK(found(house, {.name = "lind"}) == Handles{"noor-haddad"});
    CHECK(found(house, {.name = "hadd"}).empty());
}

TEST_CASE("size bands begin where they say") {
    CHECK(members::size_band(4'999) == "under 5,000 voters");
    CHECK(members::size_band(5'000) == "5,000 to 24,999 voters");
    CHECK(members::size_band(249'999) == "100,000 to 249,999 voters");
    CHECK(members::size_band(1'000'000) == "a million voters or more");
}

TEST_CASE("delegates belong to the Center, once each") {
    House house;
    const auto ada = house.add("Ada One");
    const auto bea = house.add("Bea Two");
    const auto cleo = house.add("Cleo Three", site::Role::member, "birch-town");
    const auto set = [&](const std::vector<base::MemberId>& ranked) {
        return house.write(
            [&](store::Writer& db) { return members::set_delegates(db, house.alder, ranked); });
    };
    CHECK(set({bea, ada}));
    CHECK_FALSE(set({ada, ada}));
    CHECK_FALSE(set({cleo}));
    const auto delegates = members::delegates_of(house.db(), house.alder);
    REQUIRE(delegates.size() == 2);
    CHECK(delegates[0].member == bea);
    CHECK(members::is_delegate(house.db(), bea, house.alder));
    CHECK_FALSE(members::is_delegate(house.db(), ada, house.alder));
}

TEST_CASE("the audit log cannot be changed") {
    House house;
    house.write([&](store::Writer& db) { members::audit(db, {}, "tested", "this", "", house.now); });
    store::Connection connection(house.database.file(), store::Access::write);
    CHECK_THROWS(connection.execute("DELETE FROM audit_log"));
    CHECK_THROWS(connection.execute("UPDATE audit_log SET action = ''"));
}
