// Nobody is offered what they may not do: every form and every link on every page, sent and followed by the
// person who sees it.
#include "tests/http/acts.hpp"
#include "tests/http/page.hpp"
#include "tests/support/routes.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <set>

namespace {

using server::Method;
using testing::Act;
using testing::Person;
using testing::Town;
using testing::Whose;

/// A form as somebody would send it: what it holds and leaves to choose, the rest from the act's sound input.
struct Offer {
    std::string path;
    std::map<std::string, std::vector<std::string>> values{}; // hidden, or to choose from

    [[nodiscard]] std::string key() const {
        std::string key = path;
        for (const auto& [name, all] : values)
            if (name != "forgery_token" && name != "base_revision")
                for (const auto& value : all)
                    key += " " + name + "=" + value;
        return key;
    }
};

std::vector<Offer> offers_on(std::string_view html, const std::string& here) {
    std::vector<Offer> offers;
    std::string select;
    bool posts = false;
    std::vector<std::string> elsewhere;
    const auto finish = [&] {
        for (const auto& path : elsewhere)
            offers.push_back({path, offers.back().values});
        elsewhere.clear();
    };
    for (const auto& element : testing::elements_of(html)) {
        const auto type = element.get("type");
        if (element.name == "form") {
            finish();
            posts = element.get("method") == "post";
            const auto action = element.get("action");
            if (posts) offers.push_back({action.empty() ? here : action});
        }
        if (!posts) continue;
        if (element.has("formaction")) elsewhere.push_back(element.get("formaction"));
        if (element.name == "select") select = element.get("name");
        const bool is_choice = element.name == "input" && (type == "hidden" || type == "radio");
        if (is_choice) offers.back().values[element.get("name")].push_back(element.get("value"));
        if (element.name == "option") offers.back().values[select].push_back(element.get("value"));
    }
    finish();
    return offers;
}

class Walk {
  public:
    explicit Walk(Town& town) : town_(town), routes_(town.scene.application()) {}

    void look(const Person& viewer, Whose whose) {
        for (const auto& act : testing::all_acts()) {
            if (act.method() != Method::get || act.is_call()) continue;
            const auto target = testing::fill(act.target.substr(4), town_, viewer, whose);
            if (!target || !pages_.insert(viewer.column + *target).second) continue;
            const auto page = town_.scene.get(viewer.browser, *target);
            if (!page.headers.get("Content-Type").starts_with("text/html")) continue;
            for (const auto& link : testing::links_of(page.content()))
                follow(viewer, link, *target);
            for (const auto& offer : offers_on(page.content(), target->substr(0, target->find('?'))))
                take(viewer, whose, offer, *target);
        }
    }

    std::size_t taken() const { return taken_.size(); }

  private:
    void follow(const Person& viewer, const std::string& link, const std::string& from) {
        if (!links_.insert(viewer.column + link).second) return;
        const auto status = town_.scene.get(viewer.browser, link).status;
        INFO(viewer.column << ": " << from << " links " << link << " " << status);
        CHECK((status < 400 || status == 410)); // what was withdrawn says so
    }

    void take(const Person& viewer, Whose whose, const Offer& offer, const std::string& from) {
        if (!taken_.insert(viewer.column + offer.key()).second) return;
        const auto pattern = routes_.pattern(Method::post, offer.path);
        INFO(viewer.column << ": " << from << " offers " << offer.key());
        REQUIRE(pattern != "");
        const auto status =
            town_.scene.post(viewer.browser, offer.path, fields_for(pattern, viewer, whose, offer)).status;
        INFO("answers " << status);
        CHECK((status < 400 || status == 422));
        town_.back();
    }

    /// Sound input, but for what the form fixes or leaves a choice of.
    std::vector<std::pair<std::string, std::string>> fields_for(const std::string& pattern,
                                                                const Person& viewer, Whose whose,
                                                                const Offer& offer) {
        std::vector<std::pair<std::string, std::string>> fields;
        const auto act = std::ranges::find_if(testing::all_acts(), [&](const Act& candidate) {
            return candidate.method() == Method::post && candidate.pattern() == pattern;
        });
        std::set<std::string> named;
        for (auto& [name, value] :
             testing::form_of(testing::fill(act->input, town_, viewer, whose).value_or(""))) {
            const auto fixed = offer.values.find(name);
            if (fixed != offer.values.end() && std::ranges::count(fixed->second, value) == 0)
                value = chosen(fixed->second);
            named.insert(name);
            fields.emplace_back(name, value);
        }
        for (const auto& [name, all] : offer.values)
            if (name != "forgery_token" && !named.contains(name)) fields.emplace_back(name, chosen(all));
        return fields;
    }

    static std::string chosen(const std::vector<std::string>& all) {
        const auto some = std::ranges::find_if(all, [](const std::string& value) { return !value.empty(); });
        return some == all.end() ? "" : *some;
    }

    Town& town_;
    testing::Routes routes_;
    std::set<std::string> pages_{};
    std::set<std::string> links_{};
    std::set<std::string> taken_{};
};

} // namespace

TEST_CASE("no page offers anybody what they may not do") {
    Town town;
    Walk walk(town);
    for (const auto& viewer : town.people) {
        if (viewer.may_sign_in()) walk.look(viewer, Whose::own);
        walk.look(viewer, Whose::others);
    }
    CHECK(walk.taken() > 500); // it really sent them
}
