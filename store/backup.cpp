#include "store/backup.hpp"

#include "store/writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace store {
namespace {

void make_durable(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw std::system_error(errno, std::generic_category(), path.string());
    const int synced = ::fsync(file);
    const int error = errno;
    ::close(file);
    if (synced != 0) throw std::system_error(error, std::generic_category(), path.string());
}

/// An empty file for its owner alone. SQLite would not say why it cannot make one.
void make_file(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error(errno, std::generic_category(), path.string());
    ::close(file);
}

} // namespace

void backup(const std::filesystem::path& from, const std::filesystem::path& target) {
    if (std::filesystem::exists(target))
        throw std::runtime_error(target.string() + " exists already; name a new file");
    auto unfinished = target;
    unfinished += ".part";
    std::filesystem::remove(unfinished);
    try {
        make_file(unfinished);
        Connection source(from, Access::read);
        // VACUUM INTO leaves its source as it is, but a reader may not even write elsewhere.
        source.execute("PRAGMA query_only = OFF");
        Writer(source).run<"VACUUM INTO ?">(unfinished.string());
        make_durable(unfinished);
        std::filesystem::rename(unfinished, target);
        make_durable(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
}

} // namespace store
