#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/demo/load.hpp"
#include "app/listener.hpp"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace app {
namespace {

/// A new folder under the system's temporary one, removed with all in it at the end.
class ThrowAway {
  public:
    ThrowAway() {
        std::string pattern = (std::filesystem::temp_directory_path() / "cohort-demo-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder can be made");
        path_ = pattern;
    }
    ~ThrowAway() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ThrowAway(const ThrowAway&) = delete;
    ThrowAway& operator=(const ThrowAway&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Beside the program when it is installed, in the source tree while it is built there.
std::filesystem::path content_folder() {
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    for (const auto& folder : {program.parent_path().parent_path() / "share/cohort/demo",
                               std::filesystem::path(COHORT_DEMO_SOURCE)})
        if (std::filesystem::exists(folder / "people.toml")) return folder;
    throw std::runtime_error("the demonstration content is not beside the program (share/cohort/demo)");
}

void greet(const std::string& address) {
    std::printf("\nCohort is ready: %s\n\n"
                "Sign in with the password «%s» as\n"
                "  clerk@example.org    a county clerk, her Center's delegate\n"
                "  coach@example.org    a coach of the program\n"
                "  steward@example.org  tends pages, moderates\n"
                "  admin@example.org    administrator\n"
                "or as anybody of demo/people.toml. Ctrl-C stops it.\n\n",
                address.c_str(), std::string(demo_password).c_str());
    std::fflush(stdout);
}

} // namespace

void demo(const std::optional<std::filesystem::path>& data, Settings settings) {
    settings.site_name = "Cohort (demonstration)";
    settings.second_step_for.clear(); // whoever tries it out has no telephone set up
    const StopSignals signals;
    std::optional<ThrowAway> throw_away;
    if (!data) throw_away.emplace();
    const auto folder = data.value_or(throw_away ? throw_away->path() : std::filesystem::path());
    std::filesystem::create_directories(folder);
    const ServerLock lock(folder); // before the schema is brought up to date: not under another server's feet
    const bool is_new = !std::filesystem::exists(data_file(folder));
    const auto database = open_or_make_data(folder);
    if (is_new) load_demo(*database, content_folder(), base::system_clock()(), base::system_random());
    listen_until_stopped(*database, settings, signals, greet);
}

} // namespace app
