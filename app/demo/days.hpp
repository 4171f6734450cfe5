// The demonstration's times count in days back from the moment of loading.
#pragma once

#include "base/clock.hpp"

namespace app {

/// `days` may have a fraction, and be negative for what lies ahead.
inline base::Time days_before(base::Time now, double days) {
    return now - std::chrono::seconds(static_cast<std::int64_t>(days * 86'400));
}

} // namespace app
