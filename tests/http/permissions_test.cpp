// permissions.md against the program: every route, asked by everybody, for their own things and for
// another's.
#include "tests/http/acts.hpp"
#include "tests/http/page.hpp"
#include "tests/http/permissions_table.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <iostream>
#include <set>

namespace {

using server::Method;
using testing::Act;
using testing::Person;
using testing::TableRow;
using testing::Town;
using testing::Whose;

std::string_view method_name(Method method) {
    return base::enum_text(method);
}

/// Rises with every change by somebody else; what was to be written later is written before.
std::int64_t data_version(Town& town) {
    town.scene.database().write([](store::Writer&) {});
    return town.scene.reader().get<std::int64_t, "PRAGMA data_version">();
}

std::string word_for(const server::Response& response, bool changes, bool changed) {
    const auto to = response.headers.get("Location");
    switch (response.status) {
    case 401: return "sign in";
    case 403: return "no";
    case 404: return "hidden";
    case 409: return "conflict";
    case 410: return "gone";
    case 422: return "invalid";
    default: break;
    }
    if (response.status >= 400) return std::to_string(response.status);
    if (response.status == 303 && to.starts_with("/sign-in?next=")) return "sign in";
    return changes && !changed ? "no effect" : "yes";
}

/// "own" where only one's own may be touched, and so on.
std::string both(const std::string& own, const std::string& others) {
    if (own.empty()) return others;
    if (others.empty() || own == others) return own;
    if (own == "yes" && others == "no") return "own";
    if (own == "no" && others == "yes") return "others";
    return own + " / " + others;
}

class Matrix {
  public:
    Matrix() {
        for (const auto& person : town.people)
            if (person.may_sign_in())
                for (const auto* scope : {"read", "write", "admin"}) {
                    tokens_[person.column].emplace_back(scope, town.token(person, scope));
                    // Its first use is noted, whatever comes of it.
                    town.scene.call(tokens_[person.column].back().second, Method::get, "/api/v1/me");
                }
        for (const auto& person : town.people)
            town.scene.call(person.token, Method::get, "/api/v1/me");
        town.keep();
    }

    /// One cell's half: what becomes of the act; "" where there is no such thing. Puts everything back.
    std::string outcome(const Act& act, const Person& viewer, Whose whose, const std::string& token) {
        const auto target = testing::fill(act.target.substr(act.target.find('/')), town, viewer, whose);
        const auto input = testing::fill(act.input, town, viewer, whose);
        if (!target || !input) return "";
        const auto before = data_version(town);
        const auto response = testing::send(town, act, viewer, *target, *input, token);
        const bool changed = data_version(town) != before;
        const auto word = word_for(response, act.method() != Method::get, changed);
        INFO(act.name() << ", " << viewer.column << ": " << response.status);
        if (word != "yes" && changed) FAIL_CHECK("was not done (" << word << "), and yet changed something");
        if (changed && act.method() != Method::get) town.back();
        return word;
    }

    std::string cell(const Act& act, const Person& viewer) {
        if (!viewer.may_sign_in()) return outcome(act, viewer, Whose::others, viewer.token);
        const auto own = outcome(act, viewer, Whose::own, viewer.token);
        return is_owned(act, viewer) ? both(own, outcome(act, viewer, Whose::others, viewer.token)) : own;
    }

    /// Which scopes a token needs: each alone, in the hands of somebody who may.
    std::string scopes(const Act& act, const Person& viewer) {
        std::string found;
        for (const auto& [scope, token] : tokens_[viewer.column])
            if (outcome(act, viewer, Whose::own, token) == "yes" ||
                outcome(act, viewer, Whose::others, token) == "yes")
                found += (found.empty() ? "" : ", ") + scope;
        return found;
    }

    TableRow row(const Act& act) {
        TableRow row{act.name(), {}, ""};
        const Person* able = nullptr;
        for (const auto& person : town.people) {
            row.cells.push_back(cell(act, person));
            const auto& word = row.cells.back();
            if (person.may_sign_in() &&
                (word.find("yes") != std::string::npos || word == "own" || word == "others"))
                able = &person;
        }
        row.cells.push_back(act.is_call() && able ? scopes(act, *able) : "–");
        return row;
    }

    Town town{};

  private:
    bool is_owned(const Act& act, const Person& viewer) const {
        const auto with = [&](Whose whose) {
            return std::pair(testing::fill(act.target, town, viewer, whose),
                             testing::fill(act.input, town, viewer, whose));
        };
        return with(Whose::own) != with(Whose::others);
    }

    std::map<std::string, std::vector<std::pair<std::string, std::string>>> tokens_{};
};

} // namespace

TEST_CASE("every route has its row in the table of permissions", "[routes]") {
    testing::Scene scene;
    const auto rows = testing::read_table("Routes");
    std::set<std::string> asked;
    for (const auto& act : testing::all_acts()) {
        asked.insert(std::string(method_name(act.method())) + " " + act.pattern());
        INFO(act.name() << " is not in tests/http/permissions.md");
        CHECK(std::ranges::count(rows, act.name(), &TableRow::name) == 1);
    }
    for (const auto& route : scene.application().routes()) {
        INFO(method_name(route.method)
             << " " << route.pattern << " is not in tests/http/acts.cpp and tests/http/permissions.md");
        CHECK(asked.erase(std::string(method_name(route.method)) + " " + route.pattern) == 1);
    }
    for (const auto& left : asked)
        FAIL_CHECK(left << " is in tests/http/acts.cpp, and is no route");
    for (const auto& row : rows) {
        INFO(row.name << " is in tests/http/permissions.md, and not in tests/http/acts.cpp");
        CHECK(std::ranges::count_if(testing::all_acts(),
                                    [&](const Act& act) { return act.name() == row.name; }) == 1);
    }
}

TEST_CASE("everybody may do what the table of permissions says, and nothing else") {
    Matrix matrix;
    const auto rows = testing::read_table("Routes");
    for (const auto& act : testing::all_acts()) {
        auto found = matrix.row(act);
        const auto said = std::ranges::find(rows, found.name, &TableRow::name);
        if (said != rows.end()) found.rule = said->rule;
        if (said != rows.end() && said->cells == found.cells) continue;
        // Not through Catch, which breaks long lines: this one can be put into the table as it is.
        std::cout << "says  " << (said == rows.end() ? "nothing" : said->line()) << "\nis    " << found.line()
                  << "\n";
        FAIL_CHECK(found.name << " is not as tests/http/permissions.md says; see above");
    }
}
