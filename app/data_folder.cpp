#include "app/data_folder.hpp"

#include "app/schema.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace app {

std::filesystem::path data_file(const std::filesystem::path& folder) {
    return folder / "cohort.db";
}

void require_data(const std::filesystem::path& folder) {
    if (std::filesystem::is_regular_file(folder))
        throw std::runtime_error(folder.string() +
                                 " is a file, not a data folder; a backup is put into one by cohort restore");
    if (!std::filesystem::exists(data_file(folder)))
        throw std::runtime_error("there is no data in " + folder.string() +
                                 "; is that the right folder? A new one starts with: cohort admin --data " +
                                 folder.string() + " --email E --name N");
}

std::unique_ptr<store::Database> open_data(const std::filesystem::path& folder) {
    require_data(folder);
    return std::make_unique<store::Database>(data_file(folder), migrations());
}

void hand_over(const std::filesystem::path& folder) {
    struct stat owner{};
    if (::geteuid() != 0 || ::stat(folder.c_str(), &owner) != 0 || owner.st_uid == 0) return;
    const auto path = data_file(folder);
    if (::lchown(path.c_str(), owner.st_uid, owner.st_gid) != 0)
        throw std::system_error(errno, std::generic_category(), path.string());
}

std::unique_ptr<store::Database> open_or_make_data(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    // Made empty and handed over before SQLite opens it, which gives its log the same owner.
    const int made = ::open(data_file(folder).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        hand_over(folder);
    }
    return std::make_unique<store::Database>(data_file(folder), migrations());
}

ServerLock::ServerLock(const std::filesystem::path& folder) {
    const auto path = folder / "lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        ::close(file_);
        throw std::runtime_error("another cohort serves " + folder.string() + " already; stop it first");
    }
}

ServerLock::~ServerLock() {
    ::close(file_);
}

} // namespace app
