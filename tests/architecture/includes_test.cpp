// The house's table of who may include whom, held against every #include in the tree. docs/architecture.md
// shows the same.
#include "tests/support/source_tree.hpp"
#include "tests/support/test.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace {

using std::filesystem::path;
using Folders = std::set<std::string>;

const path source = source_tree::path_of("");

const std::map<std::string, Folders> may_include{
    {"base", {}},
    {"store", {"base"}},
    {"markup", {"base"}},
    {"server", {"base"}},
    {"server/beast", {"base", "server"}},
    {"site", {"base", "store", "markup", "server"}},
    {"members", {"base", "store", "markup", "server", "site"}},
    {"revisions", {"base", "store", "markup", "server", "site", "members"}},
    {"search", {"base", "store", "markup", "server", "site", "members", "revisions"}},
    {"notices", {"base", "store", "markup", "server", "site", "members", "revisions"}},
    {"forum", {"base", "store", "markup", "server", "site", "members", "revisions", "search", "notices"}},
    {"wiki", {"base", "store", "markup", "server", "site", "members", "revisions", "search", "notices"}},
    {"standards", {"base", "store", "markup", "server", "site", "members", "revisions", "search", "notices"}},
    {"app",
     {"base", "store", "markup", "server", "server/beast", "site", "members", "revisions", "search",
      "notices", "forum", "wiki", "standards"}},
};

// Libraries that one room alone may see, whoever else would like to.
const std::map<std::string, std::string> room_of_library{
    {"boost/beast", "server/beast"}, {"boost/asio", "server/beast"},
    {"sqlite3.h", "store"},          {"cmark", "markup"},
    {"argon2.h", "members"},         {"unicode/", "base"},
    {"date/tz.h", "base"},           {"libdeflate.h", "server"},
};

/// "server/beast/listener.cpp" stands in server/beast, "server/html/writer.hpp" in server.
std::string room_of(const path& file) {
    const auto text = file.generic_string();
    if (text.starts_with("server/beast/")) return "server/beast";
    return text.substr(0, text.find('/'));
}

struct Include {
    path from;
    std::string what;
    bool own; // in quotes: ours
};

std::vector<Include> all_includes() {
    std::vector<Include> found;
    for (const auto& [room, allowed] : may_include)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(source / room)) {
            const auto ending = entry.path().extension();
            if (ending != ".cpp" && ending != ".hpp") continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                if (!line.starts_with("#include ") || line.size() < 12) continue;
                const bool own = line[9] == '"';
                const auto end = line.find(own ? '"' : '>', 10);
                found.push_back({entry.path().lexically_relative(source), line.substr(10, end - 10), own});
            }
        }
    return found;
}

} // namespace

TEST_CASE("a folder includes only what stands below it in the house's table") {
    const auto includes = all_includes();
    REQUIRE(includes.size() > 500);
    for (const auto& include : includes) {
        if (!include.own) continue;
        const auto from = room_of(include.from);
        const auto to = room_of(include.what);
        INFO(include.from << " includes " << include.what);
        CHECK(std::filesystem::exists(source / include.what));
        if (to != from && to != "cmake") CHECK(may_include.at(from).contains(to));
    }
}

TEST_CASE("each library is known to one room only") {
    for (const auto& include : all_includes()) {
        if (include.own) continue;
        for (const auto& [library, room] : room_of_library) {
            INFO(include.from << " includes " << include.what);
            if (include.what.starts_with(library)) CHECK(room_of(include.from) == room);
        }
    }
}

TEST_CASE("files stay short enough to read, and nothing is left to do later") {
    for (const auto& [room, allowed] : may_include)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(source / room)) {
            const auto ending = entry.path().extension();
            if (ending != ".cpp" && ending != ".hpp") continue;
            std::ifstream in(entry.path());
            int lines = 0;
            for (std::string line; std::getline(in, line); ++lines) {
                INFO(entry.path() << ":" << lines + 1);
                CHECK(line.find("TO"
                                "DO") == std::string::npos);
                CHECK(line.find("FIX"
                                "ME") == std::string::npos);
            }
            INFO(entry.path());
            CHECK(lines <= 400);
        }
}
