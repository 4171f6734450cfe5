// What the program writes to its log while this lives.
#pragma once

#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace testing {

class CapturedLog {
  public:
    CapturedLog() : file_(std::tmpfile()), before_(::dup(STDERR_FILENO)) {
        if (!file_ || before_ < 0 || ::dup2(::fileno(file_), STDERR_FILENO) < 0)
            throw std::runtime_error("the log cannot be captured");
    }
    ~CapturedLog() {
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
        std::fclose(file_);
    }
    CapturedLog(const CapturedLog&) = delete;
    CapturedLog& operator=(const CapturedLog&) = delete;

    [[nodiscard]] std::string text() const {
        std::fflush(stderr);
        std::array<char, 16'384> bytes{};
        const auto size = ::pread(::fileno(file_), bytes.data(), bytes.size(), 0);
        return {bytes.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
    }

  private:
    std::FILE* file_;
    int before_;
};

} // namespace testing
