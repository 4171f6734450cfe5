#include "app/import/progress.hpp"

#include "base/text.hpp"

#include <cstdio>

namespace app {

void Progress::advance(std::size_t steps) {
    done_ += steps;
    const auto now = std::chrono::steady_clock::now();
    const bool long_work = now - said_ >= std::chrono::seconds(1);
    if (!long_work && done_ != total_) return;
    said_ = now;
    const auto done = base::grouped(static_cast<std::int64_t>(done_));
    const auto total = base::grouped(static_cast<std::int64_t>(total_));
    if (total_ == 0)
        std::fprintf(stderr, "%s: %s\n", what_.c_str(), done.c_str());
    else
        std::fprintf(stderr, "%s: %s of %s\n", what_.c_str(), done.c_str(), total.c_str());
}

void Progress::skip(const std::string& where, const std::string& why) {
    ++skipped_;
    std::fprintf(stderr, "left out: %s: %s\n", where.c_str(), why.c_str());
}

} // namespace app
