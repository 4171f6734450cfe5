// The subcommands, one file each. Each throws std::exception with one plain sentence when it cannot do its
// work.
#pragma once

#include "app/settings.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace app {

/// Serves the folder until SIGTERM or SIGINT, then finishes what runs.
void serve(const std::filesystem::path& data, const Settings& settings);
/// Fills the folder (a new temporary one without it, removed at the end) with demonstration content and
/// serves it.
void demo(const std::optional<std::filesystem::path>& data, Settings settings);
/// Makes the first administrator, or another; reads the password from standard input. `without_second_step`
/// turns the second step of a member off who has lost telephone and recovery codes.
void make_admin(const std::filesystem::path& data, const std::string& email, const std::string& name,
                const std::string& center, bool without_second_step);
/// Prints a new bearer token and nothing else; it holds for so many `days`.
void make_token(const std::filesystem::path& data, const std::string& email, const std::string& scopes,
                int days);
/// A folder of Markdown files, or a Git repository with its history, into the wiki.
void import_markdown(const std::filesystem::path& data, const std::string& area,
                     const std::filesystem::path& from);
/// The XML files of a Stack Exchange data dump into the forum.
void import_stackexchange(const std::filesystem::path& data, const std::filesystem::path& from);
/// Everything in open formats, into a new folder.
void export_all(const std::filesystem::path& data, const std::filesystem::path& to);
/// A copy of the data while it is in use.
void backup(const std::filesystem::path& data, const std::filesystem::path& to);
/// Puts a copy into an empty folder, after checking it.
void restore(const std::filesystem::path& from, const std::filesystem::path& data);
/// Looks for damage; prints what it finds. Throws when there is any.
void check(const std::filesystem::path& data);
/// Makes everything anew that can be made from the truth: HTML, counts, the search index.
void rebuild(const std::filesystem::path& data);
/// Counts a ballot's public record again and prints the arithmetic. Throws with the first fault of one that
/// is not sound.
void verify(const std::filesystem::path& record);

} // namespace app
