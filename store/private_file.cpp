#include "store/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace store {
namespace {

/// A file or folder that is open as long as this lives.
class Open {
  public:
    Open(const std::filesystem::path& path, int how)
        : path_(path), file_(::open(path.c_str(), how | O_CLOEXEC, 0600)) {
        if (file_ < 0) fail();
    }
    ~Open() { ::close(file_); }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0) fail();
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        sync();
    }
    [[nodiscard]] std::string read(std::size_t most) const {
        std::string bytes(most, '\0');
        const auto size = ::read(file_, bytes.data(), bytes.size());
        if (size < 0) fail();
        bytes.resize(static_cast<std::size_t>(size));
        return bytes;
    }
    void sync() const {
        if (::fsync(file_) != 0) fail();
    }

  private:
    [[noreturn]] void fail() const {
        throw std::system_error(errno, std::generic_category(), path_.string());
    }

    std::filesystem::path path_;
    int file_;
};

bool is_missing(const std::system_error& error) {
    return error.code() == std::errc::no_such_file_or_directory;
}

void sync_folder(const std::filesystem::path& folder) {
    Open(folder, O_RDONLY | O_DIRECTORY).sync();
}

} // namespace

std::optional<std::string> read_private_file(const std::filesystem::path& file, std::size_t most) {
    try {
        return Open(file, O_RDONLY).read(most + 1);
    } catch (const std::system_error& error) {
        if (is_missing(error)) return std::nullopt;
        throw;
    }
}

void write_private_file(const std::filesystem::path& file, std::string_view bytes) {
    Open(file, O_WRONLY | O_CREAT | O_TRUNC).write(bytes);
    sync_folder(file.parent_path());
}

void make_private_folder(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0)
        sync_folder(folder.parent_path());
    else if (errno != EEXIST)
        throw std::system_error(errno, std::generic_category(), folder.string());
}

void destroy_private_file(const std::filesystem::path& file, std::size_t bytes) {
    try {
        Open(file, O_WRONLY).write(std::string(bytes, '\0'));
        std::filesystem::remove(file);
        sync_folder(file.parent_path());
    } catch (const std::system_error& error) {
        if (!is_missing(error)) throw; // else somebody else was faster
    }
}

} // namespace store
