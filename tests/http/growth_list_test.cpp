// What the growth bench asks for: every page and every call that can be read is in its list, so that a new
// one cannot grow unseen. How fast they are is no matter of this test.
#include "tests/support/routes.hpp"
#include "tests/support/scene.hpp"
#include "tests/support/source_tree.hpp"
#include "tests/support/test.hpp"

#include <boost/json.hpp>

#include <regex>
#include <set>

namespace {

namespace json = boost::json;
using Names = std::set<std::string>;

json::object bench_list() {
    return json::parse(source_tree::text_of("tests/bench/growth.json")).as_object();
}

std::string text_of(const json::object& row, std::string_view key) {
    return std::string(row.at(key).as_string());
}

/// The path without its query, a plain word for each {fact} in it; an address that a fact holds whole is "".
std::string plain_path(const std::string& path) {
    auto plain = path.substr(0, path.find('?'));
    if (!plain.starts_with('/')) return "";
    for (const auto* whole : {"{longDiscussion}", "{longQuestion}"}) // number and slug
        if (const auto at = plain.find(whole); at != std::string::npos)
            plain.replace(at, std::string(whole).size(), "1/x");
    return std::regex_replace(plain, std::regex(R"(\{\w+\})"), "1");
}

} // namespace

TEST_CASE("every page and call that can be read is measured for how it grows") {
    testing::Scene scene;
    Names readable;
    for (const auto& route : scene.application().routes())
        if (route.method == server::Method::get) readable.insert(route.pattern);
    Names measured;
    const auto list = bench_list();
    for (const auto& row : list.at("pages").as_array())
        measured.insert(text_of(row.as_object(), "route"));
    Names missing;
    std::ranges::set_difference(readable, measured, std::inserter(missing, missing.end()));
    CHECK(missing == Names{}); // add them to tests/bench/growth.json
    Names gone;
    std::ranges::set_difference(measured, readable, std::inserter(gone, gone.end()));
    CHECK(gone == Names{});
}

TEST_CASE("each row of the growth bench leads to the route that it names, and has a name of its own") {
    testing::Scene scene;
    const testing::Routes routes(scene.application());
    Names names;
    const auto list = bench_list();
    for (const auto* part : {"pages", "writes"})
        for (const auto& value : list.at(part).as_array()) {
            const auto& row = value.as_object();
            INFO(text_of(row, "what"));
            CHECK(names.insert(text_of(row, "what")).second);
            const auto path = plain_path(text_of(row, "path"));
            if (path.empty()) continue;
            std::string method = "GET";
            if (const auto* named = row.if_contains("method"))
                method = named->is_array() ? std::string(named->as_array().at(0).as_string())
                                           : std::string(named->as_string());
            const auto taking = routes.pattern(base::parse_enum<server::Method>(method).value(), path);
            CHECK(taking != "");
            if (const auto* route = row.if_contains("route"))
                CHECK(taking == std::string(route->as_string()));
        }
}
