#include "standards/ballots/ballot_keys.hpp"

#include "base/sealed.hpp"
#include "base/text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace standards {
namespace {

constexpr std::size_t key_bytes = 32;

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
    [[nodiscard]] std::string read() const {
        std::string bytes(key_bytes + 1, '\0'); // one more, to see that it is too long
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

BallotKeys::BallotKeys(const std::filesystem::path& data_file)
    : folder_(data_file.parent_path() / "ballot-keys") {}

std::filesystem::path BallotKeys::file(ProposalId proposal, base::Time opens) const {
    return folder_ /
           (std::to_string(proposal.value) + "-" + std::to_string(opens.time_since_epoch().count()) + ".key");
}

void BallotKeys::make(ProposalId proposal, base::Time opens, const base::Random& random) const {
    if (::mkdir(folder_.c_str(), 0700) == 0)
        sync_folder(folder_.parent_path());
    else if (errno != EEXIST)
        throw std::system_error(errno, std::generic_category(), folder_.string());
    Open(file(proposal, opens), O_WRONLY | O_CREAT | O_TRUNC).write(base::random_key(random));
    sync_folder(folder_);
}

std::optional<std::string> BallotKeys::find(ProposalId proposal, base::Time opens) const {
    std::string key;
    try {
        key = Open(file(proposal, opens), O_RDONLY).read();
    } catch (const std::system_error& error) {
        if (is_missing(error)) return std::nullopt;
        throw;
    }
    // All zeros: it is being destroyed at this moment.
    if (key.size() != key_bytes || key == std::string(key_bytes, '\0')) return std::nullopt;
    return key;
}

void BallotKeys::destroy(ProposalId proposal, base::Time opens) const {
    const auto path = file(proposal, opens);
    try {
        Open(path, O_WRONLY).write(std::string(key_bytes, '\0'));
        std::filesystem::remove(path);
        sync_folder(folder_);
    } catch (const std::system_error& error) {
        if (!is_missing(error)) throw; // else somebody else was faster
    }
}

std::vector<BallotKeys::Name> BallotKeys::names() const {
    std::vector<Name> names;
    if (!std::filesystem::exists(folder_)) return names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
        if (entry.path().extension() != ".key") continue;
        const auto parts = entry.path().stem().string();
        const auto dash = parts.find('-');
        if (dash == std::string::npos) continue;
        const auto proposal = base::parse_int(std::string_view(parts).substr(0, dash));
        const auto opens = base::parse_int(std::string_view(parts).substr(dash + 1));
        if (proposal && opens)
            names.push_back({ProposalId{*proposal}, base::Time(std::chrono::seconds(*opens))});
    }
    return names;
}

} // namespace standards
