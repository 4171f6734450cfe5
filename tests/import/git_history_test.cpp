#include "app/import/page_source.hpp"
#include "tests/import/git_folder.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <fstream>

namespace {

using testing::GitFolder;

/// "Ann:one Bea:two": authors and texts of a file's versions.
std::string told(const app::PageSource& source, const std::string& path) {
    const auto file = std::ranges::find(source.files, path, &app::PageFile::path);
    if (file == source.files.end()) return "no such file";
    std::string story;
    for (const auto& version : file->versions)
        story += (story.empty() ? "" : " ") + version.author + ":" + source.read(version);
    return story + (file->deleted ? " -" + file->deleted->author : "");
}

const std::string long_text = "one line\nanother line\na third line\na fourth line\n";

} // namespace

TEST_CASE("a file's versions come with author, time and reason") {
    GitFolder git;
    git.commit({{"a.md", "one"}, {"x.txt", "no page"}}, "Ann", 1'000, "Begin", {});
    git.commit({{"a.md", "one"}, {"x.txt", "other"}}, "Bea", 2'000, "Not this file", {0});
    git.commit({{"a.md", "two"}, {"x.txt", "other"}}, "Bea", 3'000, "Say it better\n\nAt length.", {1});
    const auto source = app::open_page_repository(git.path());
    REQUIRE(source.files.size() == 1);
    CHECK(told(source, "a.md") == "Ann:one Bea:two");
    CHECK(source.files[0].versions[1].summary == "Say it better");
    CHECK(source.files[0].versions[1].at == base::Time(std::chrono::seconds(3'000)));
}

TEST_CASE("a file that moved stays one page") {
    GitFolder git;
    git.commit({{"old/a.md", long_text}}, "Ann", 1'000, "Begin", {});
    git.commit({{"new/b.md", long_text}}, "Bea", 2'000, "Move", {0});
    git.commit({{"new/c.md", long_text + "five\n"}}, "Cleo", 3'000, "Move and change", {1});
    const auto source = app::open_page_repository(git.path());
    REQUIRE(source.files.size() == 1);
    CHECK(told(source, "new/c.md") == "Ann:" + long_text + " Cleo:" + long_text + "five\n");
    CHECK(source.files[0].versions[0].path == "old/a.md");
}

TEST_CASE("a deleted file is kept, with who deleted it") {
    GitFolder git;
    git.commit({{"a.md", "one"}, {"b.md", "keep"}}, "Ann", 1'000, "Begin", {});
    git.commit({{"b.md", "keep"}}, "Bea", 2'000, "Not needed", {0});
    const auto source = app::open_page_repository(git.path());
    CHECK(told(source, "a.md") == "Ann:one -Bea");
    CHECK(told(source, "b.md") == "Ann:keep");
}

TEST_CASE("a file that was deleted and came back is one page") {
    GitFolder git;
    git.commit({{"a.md", "one"}, {"b.md", "x"}}, "Ann", 1'000, "Begin", {});
    git.commit({{"b.md", "x"}}, "Bea", 2'000, "Away", {0});
    git.commit({{"a.md", "two"}, {"b.md", "x"}}, "Cleo", 3'000, "Back", {1});
    const auto source = app::open_page_repository(git.path());
    CHECK(source.files.size() == 2);
    CHECK(told(source, "a.md") == "Ann:one Cleo:two");
}

TEST_CASE("a merge adds a version only where it made a new text") {
    GitFolder git;
    git.commit({{"a.md", "1"}, {"b.md", "1"}}, "Ann", 1'000, "Begin", {});
    git.commit({{"a.md", "2"}, {"b.md", "1"}}, "Bea", 2'000, "On a branch", {0});
    git.commit({{"a.md", "1"}, {"b.md", "2"}}, "Cleo", 3'000, "On the main line", {0});
    git.commit({{"a.md", "2"}, {"b.md", "2"}}, "Merger", 4'000, "Merge", {2, 1});
    git.commit({{"a.md", "3"}, {"b.md", "2"}}, "Bea", 5'000, "On a branch", {3});
    git.commit({{"a.md", "4"}, {"b.md", "2"}}, "Cleo", 6'000, "On the main line", {3});
    git.commit({{"a.md", "3 and 4"}, {"b.md", "2"}}, "Merger", 7'000, "Merge both", {5, 4});
    const auto source = app::open_page_repository(git.path());
    CHECK(told(source, "a.md") == "Ann:1 Bea:2 Cleo:4 Merger:3 and 4");
    CHECK(told(source, "b.md") == "Ann:1 Cleo:2");
}

TEST_CASE("what is no repository, or a broken one, is said in one line") {
    const testing::TemporaryFolder folder;
    const auto failure = [&] {
        try {
            app::open_page_source(folder.path(), {});
        } catch (const std::exception& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(failure() == "there is no Markdown file in " + folder.path().string());
    std::filesystem::create_directory(folder.path() / ".git");
    CHECK(failure().starts_with(folder.path().string() + " cannot be read as a Git repository: "));
    CHECK(failure().find('\n') == std::string::npos);

    const GitFolder empty;
    CHECK_THROWS_WITH(app::open_page_source(empty.path(), {}), Catch::Contains("no commits"));

    GitFolder broken;
    broken.commit({{"a.md", "one"}}, "Ann", 1'000, "Begin", {});
    broken.commit({{"a.md", "two"}}, "Ann", 2'000, "Go on", {0});
    for (const auto& entry : std::filesystem::recursive_directory_iterator(broken.path() / "objects"))
        if (entry.is_regular_file()) {
            std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all);
            std::ofstream(entry.path()) << "not an object";
        }
    CHECK_THROWS_WITH(app::open_page_source(broken.path(), {}),
                      Catch::StartsWith(broken.path().string() + ": "));
}

TEST_CASE("a folder is read without what is hidden in it") {
    const testing::TemporaryFolder folder;
    const auto write = [&](const std::string& path) {
        std::filesystem::create_directories((folder.path() / path).parent_path());
        std::ofstream(folder.path() / path) << "text of " << path;
    };
    for (const auto* path :
         {"b/two.MD", "a.md", "b/three.markdown", "b/picture.png", ".hidden/x.md", ".y.md"})
        write(path);
    std::filesystem::create_symlink("/etc/passwd", folder.path() / "link.md");
    const auto source = app::open_page_source(folder.path(), base::Time(std::chrono::seconds(5)));
    REQUIRE(source.files.size() == 3);
    CHECK(source.files[0].path == "a.md");
    CHECK(told(source, "b/two.MD") == "Import:text of b/two.MD");
    CHECK(source.files[0].versions[0].at == base::Time(std::chrono::seconds(5))); // never later than now
}
