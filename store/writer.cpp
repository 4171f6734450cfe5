#include "store/writer.hpp"

namespace store {
namespace {

/// A job that writes everything anew must not hold all of it in memory.
constexpr std::size_t most_left = 1000;

} // namespace

void Writer::before_commit(Work work) {
    if (!rest_) return work(*this);
    rest_->work.push_back(std::move(work));
    if (rest_->work.size() >= most_left) finish();
}

void Writer::finish() {
    if (!rest_) return;
    ++rest_->finished;
    while (!rest_->work.empty()) {
        const auto work = std::exchange(rest_->work, {});
        for (const auto& one : work)
            one(*this);
    }
}

} // namespace store
