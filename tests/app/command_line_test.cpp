// What the command line says to somebody who mistypes it.
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/test.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace {

struct Answer {
    int status = 0;
    std::string said;
};

/// Runs one command line, as `main` does, and reads what it writes to standard error.
Answer typed(std::vector<std::string> words) {
    words.insert(words.begin(), "cohort");
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "stderr";
    const auto mask = ::umask(0077); // the program sets its own
    const int kept = ::dup(STDERR_FILENO);
    REQUIRE(std::freopen(file.c_str(), "w", stderr) != nullptr);
    Answer answer;
    answer.status = app::run(static_cast<int>(arguments.size()), arguments.data());
    std::fflush(stderr);
    std::cerr.flush();
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    ::umask(mask);
    std::ifstream in(file);
    answer.said = {std::istreambuf_iterator<char>(in), {}};
    return answer;
}

} // namespace

TEST_CASE("a mistyped command or option is named") {
    using Catch::Contains;
    const auto command = typed({"serv"});
    CHECK(command.status == 2);
    CHECK_THAT(command.said, Contains("there is nothing called \"serv\" here"));
    const auto option = typed({"check", "--date", "/nowhere"});
    CHECK(option.status == 2);
    CHECK_THAT(option.said, Contains("there is nothing called \"--date\" here"));
    CHECK_THAT(typed({"check"}).said, Contains("--data is required"));
}

TEST_CASE("a folder without data, and a file in a folder's place, are told apart") {
    const testing::TemporaryFolder folder;
    CHECK_THROWS_WITH(app::check(folder.path()), Catch::Contains("there is no data in"));
    CHECK_THROWS_WITH(app::backup(folder.path(), folder.path() / "b.db"),
                      Catch::Contains("is that the right"));
    const auto file = folder.path() / "copy.db";
    std::ofstream(file) << "x";
    CHECK_THROWS_WITH(app::check(file), Catch::Contains("is a file, not a data folder"));
}

TEST_CASE("a password that is refused leaves no data folder behind") {
    const testing::TemporaryFolder folder;
    std::istringstream typed_in("short\n");
    auto* before = std::cin.rdbuf(typed_in.rdbuf());
    const auto data = folder.path() / "data";
    CHECK_THROWS_WITH(app::make_admin(data, "you@county.example.org", "You", "", false),
                      Catch::Contains("12 characters"));
    std::cin.rdbuf(before);
    CHECK_FALSE(std::filesystem::exists(data));
}
