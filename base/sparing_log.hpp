// A log for what strangers can cause as often as they like: so many lines a second, and then how many more
// there were. Else a flood would push everything else out of the journal.
#pragma once

#include "base/clock.hpp"
#include "base/log.hpp"

#include <mutex>

namespace base {

class SparingLog {
  public:
    explicit SparingLog(int lines_a_second = 50) : most_(lines_a_second) {}

    /// Like base::log, while there is room in this second. The first line of a later one is preceded by
    /// "left_out count=…" where something was left out.
    void log(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields,
             Time now);

  private:
    const int most_;
    std::mutex mutex_; // guards:
    Time second_{};
    int lines_ = 0;
};

} // namespace base
