#include "app/command_line.hpp"

#include "app/commands.hpp"

#include <CLI/CLI.hpp>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <functional>

namespace app {
namespace {

/// The words of all subcommands; each uses its own few.
struct Words {
    std::string data, listen, config, email, name, center, scope = "read", area, path, file;
    int days = 90;
    bool without_second_step = false;
};

std::optional<std::filesystem::path> given(const std::string& path) {
    return path.empty() ? std::nullopt : std::optional<std::filesystem::path>(path);
}

Settings settings_of(const Words& words) {
    Settings settings = words.config.empty() ? Settings{} : read_settings(words.config);
    if (!words.listen.empty()) settings.listen = words.listen;
    parse_listen(settings.listen);
    return settings;
}

class CommandLine {
  public:
    CommandLine() {
        program_.require_subcommand(1);
        program_.set_version_flag("--version", COHORT_VERSION);
        add_serving();
        add_people();
        add_moving();
        add_keeping();
    }

    int run(int argc, char** argv) {
        // What members write is theirs: nobody else on the machine reads data, copies and exports.
        ::umask(0077);
        // Where files may not grow on, writing fails and says so; it does not end the program.
        std::signal(SIGXFSZ, SIG_IGN);
        try {
            program_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return explain(error);
        }
        try {
            act_();
            return 0;
        } catch (const std::exception& error) {
            std::fprintf(stderr, "cohort: %s\n", error.what());
            return 1;
        }
    }

  private:
    /// A mistyped command or option is named, rather than only what is missing because of it.
    int explain(const CLI::ParseError& error) {
        const auto unknown = program_.remaining(true);
        if (error.get_exit_code() == 0 || unknown.empty()) return program_.exit(error) == 0 ? 0 : 2;
        std::fprintf(stderr,
                     "cohort: there is nothing called \"%s\" here\nRun with --help for more information.\n",
                     unknown.front().c_str());
        return 2;
    }

    CLI::App* add(CLI::App& parent, const char* name, const char* about, std::function<void()> act) {
        auto* command = parent.add_subcommand(name, about);
        command->callback([this, act = std::move(act)] { act_ = act; });
        return command;
    }
    void needs_data(CLI::App* command) {
        command->add_option("--data", words_.data, "the data folder")->required();
    }

    void add_serving() {
        auto* demo_command = add(program_, "demo", "serve demonstration content in a throw-away folder",
                                 [this] { demo(given(words_.data), settings_of(words_)); });
        demo_command->add_option("--data", words_.data, "keep it in this folder instead");
        demo_command->add_option("--listen", words_.listen, "address and port (127.0.0.1:8080)");
        auto* serve_command = add(program_, "serve", "serve a data folder",
                                  [this] { serve(words_.data, settings_of(words_)); });
        needs_data(serve_command);
        serve_command->add_option("--listen", words_.listen, "address and port (127.0.0.1:8080)");
        serve_command->add_option("--config", words_.config, "a settings file (TOML)");
    }

    void add_people() {
        auto* admin =
            add(program_, "admin", "make an administrator; the password is read from standard input", [this] {
                make_admin(words_.data, words_.email, words_.name, words_.center, words_.without_second_step);
            });
        needs_data(admin);
        admin->add_option("--email", words_.email, "the e-mail address to sign in with")->required();
        admin->add_option("--name", words_.name, "the person's name")->required();
        admin->add_option("--center", words_.center, "the Center's name; without it program staff");
        admin->add_flag("--without-second-step", words_.without_second_step,
                        "turn the second step off of a member who has lost telephone and recovery codes");
        auto* token = add(program_, "token", "print a new token for the API",
                          [this] { make_token(words_.data, words_.email, words_.scope, words_.days); });
        needs_data(token);
        token->add_option("--email", words_.email, "the member it acts for")->required();
        token->add_option("--scope", words_.scope, "read,write,admin or a part of it")->required();
        token->add_option("--days", words_.days, "how many days it holds, 1 to 730 (90)");
    }

    void add_moving() {
        auto* import = program_.add_subcommand("import", "bring in what exists elsewhere");
        import->require_subcommand(1);
        auto* markdown =
            add(*import, "markdown", "a folder of Markdown files, or a Git repository with its history",
                [this] { import_markdown(words_.data, words_.area, words_.path); });
        needs_data(markdown);
        markdown->add_option("--area", words_.area, "the practice area; without it the folders' names");
        markdown->add_option("PATH", words_.path)->required();
        auto* dump = add(*import, "stackexchange", "the XML files of a data dump",
                         [this] { import_stackexchange(words_.data, words_.path); });
        needs_data(dump);
        dump->add_option("PATH", words_.path)->required();
        auto* out = add(program_, "export", "write everything in open formats into a new folder",
                        [this] { export_all(words_.data, words_.path); });
        needs_data(out);
        out->add_option("OUT", words_.path)->required();
    }

    void add_keeping() {
        auto* copy = add(program_, "backup", "copy the data while it is in use",
                         [this] { backup(words_.data, words_.file); });
        needs_data(copy);
        copy->add_option("FILE", words_.file)->required();
        auto* back = add(program_, "restore", "put a copy into an empty folder",
                         [this] { restore(words_.file, words_.data); });
        back->add_option("FILE", words_.file)->required();
        needs_data(back);
        needs_data(add(program_, "check", "look for damage", [this] { check(words_.data); }));
        needs_data(add(program_, "rebuild", "make HTML, counts and the search index anew",
                       [this] { rebuild(words_.data); }));
        auto* recount = add(program_, "verify", "count a ballot's public record again, without a data folder",
                            [this] { verify(words_.file); });
        recount->add_option("RECORD", words_.file)->required();
    }

    CLI::App program_{"Cohort: where local election offices help each other", "cohort"};
    Words words_;
    std::function<void()> act_;
};

} // namespace

int run(int argc, char** argv) {
    return CommandLine().run(argc, argv);
}

} // namespace app
