#include "base/sparing_log.hpp"

namespace base {

void SparingLog::log(std::string_view event,
                     std::initializer_list<std::pair<std::string_view, std::string>> fields, Time now) {
    int left_out = 0;
    {
        const std::lock_guard lock(mutex_);
        if (now != second_) {
            left_out = lines_ - most_;
            second_ = now;
            lines_ = 0;
        }
        if (++lines_ > most_) return;
    }
    if (left_out > 0) base::log("left_out", {{"count", std::to_string(left_out)}});
    base::log(event, fields);
}

} // namespace base
