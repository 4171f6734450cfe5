#include "app/import/git_history.hpp"

namespace app {
namespace {

std::string read_blob(git_repository* repository, const std::string& hex) {
    git_oid id;
    git::check(git_oid_fromstr(&id, hex.c_str()), "a version cannot be read");
    git_blob* raw = nullptr;
    git::check(git_blob_lookup(&raw, repository, &id), "a version cannot be read");
    const git::Blob blob(raw);
    const auto size = static_cast<std::uintmax_t>(git_blob_rawsize(raw));
    if (size > longest_file) throw std::runtime_error("the file is longer than 4 MB");
    return {static_cast<const char*>(git_blob_rawcontent(raw)), size};
}

} // namespace

PageSource open_page_repository(const std::filesystem::path& folder) {
    git::start_library();
    git_repository* raw = nullptr;
    git::check(git_repository_open_ext(&raw, folder.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
               folder.string() + " cannot be read as a Git repository");
    const std::shared_ptr<git_repository> repository(raw, git_repository_free);
    PageSource source{std::filesystem::absolute(folder / "x").parent_path().filename().string(), {}, {}};
    try {
        source.files = GitHistory(raw).read();
    } catch (const std::exception& error) {
        throw std::runtime_error(folder.string() + ": " + error.what());
    }
    source.read = [repository](const PageVersion& version) {
        return read_blob(repository.get(), version.content);
    };
    return source;
}

} // namespace app
