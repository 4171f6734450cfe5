#include "tests/http/world.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace testing {
namespace {

constexpr std::string_view first_text =
    "Two people carry the box.\n\nEach seal has a number.\n\n## Photos\n\nTake one of each seal.\n";
constexpr std::string_view second_text =
    "Two people carry the box, and both sign.\n\nEach seal has a number.\n\n"
    "## Photos\n\nTake one of each seal.\n";

void save(World& world, int base_revision, std::string_view body) {
    const auto answer =
        world.scene.call(world.steward_token, server::Method::put, "/api/v1/pages/chain-of-custody",
                         boost::json::serialize(boost::json::object{{"title", "Chain of custody"},
                                                                    {"body", body},
                                                                    {"summary", "Clearer"},
                                                                    {"base_revision", base_revision}}));
    if (answer.status != 200)
        throw std::runtime_error("the page of the tests cannot be saved: " + answer.body);
}

} // namespace

World::World() {
    steward = scene.add_person("Sal Steward", site::Role::steward);
    asker = scene.add_person("Noor Haddad");
    helper = scene.add_person("Ines Marsh");
    steward_token = scene.token(steward);
    asker_token = scene.token(asker);
    reading_token = scene.token(steward, "read");
    writing_token = scene.token(steward, "write");
    thread =
        scene.ask(asker, "Who recruits students?", "We need **sixteen** more, and @ines-marsh had a list.");
    scene.pass(std::chrono::minutes(5));
    answer = scene.answer(helper, thread.thread,
                          "We go to the [[chain-of-custody]] class.\n\n## When\n\nIn fall.");
    scene.pass(std::chrono::minutes(5));
    other_answer = scene.answer(steward, thread.thread, "Ask the high school first.");
    page = scene.write_page(helper, "Chain of custody", std::string(first_text));
    scene.pass(std::chrono::minutes(5));
    save(*this, 1, second_text);
    scene.pass(std::chrono::minutes(5));
    save(*this, 2, std::string(second_text) + "\nKeep the log for 22 months.\n");
}

const StandardsGround& World::standards() {
    if (standards_) return *standards_;
    const auto alder = members::find_center(scene.reader(), "alder-county").value();
    standards_ = make_standards(
        scene, {.id = asker, .center = alder, .handle = "noor-haddad", .name = "Noor Haddad"},
        {.id = steward, .role = site::Role::steward, .handle = "sal-steward", .name = "Sal Steward"},
        {.id = helper, .center = alder, .handle = "ines-marsh", .name = "Ines Marsh"});
    return *standards_;
}

const std::string& World::token(std::string_view of) const {
    return of == "asker" ? asker_token : steward_token;
}

} // namespace testing
