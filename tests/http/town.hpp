// The world of the table of permissions: one person of each kind, and each of them owns one of everything, in
// every state that matters.
#pragma once

#include "tests/support/rewind.hpp"
#include "tests/support/scene.hpp"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace testing {

/// What somebody owns, by the name that the table uses: "locked thread" is its number, "page" its slug.
using Things = std::map<std::string, std::string, std::less<>>;

struct Person {
    std::string column; // of the table: "steward"
    site::Viewer viewer{};
    std::string center{}; // slug; "" for the program's people
    Browser browser{};
    std::string token{}; // read and write
    Things things{};
    bool closed = false; // the account; its cookie and its token are kept

    [[nodiscard]] bool may_sign_in() const { return viewer.signed_in() && !closed; }
};

class Town {
  public:
    Town();

    Scene scene{};
    /// The columns of the table, in their order; the first and the last are signed in nowhere.
    std::deque<Person> people{};
    /// Of Alder County: whose things "another's" are.
    Person owner{};

    /// A token of that person with these scopes alone.
    std::string token(const Person& person, std::string_view scopes);

    /// Remembers everything as it is now; and puts it back.
    void keep() { rewind_ = std::make_unique<Rewind>(scene.database()); }
    void back() { rewind_->back(); }

  private:
    std::unique_ptr<Rewind> rewind_;
};

/// What every account's password is.
constexpr std::string_view town_password = "four grey herons wade";

} // namespace testing
