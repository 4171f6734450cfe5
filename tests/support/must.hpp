// What must succeed while a test sets its stage.
#pragma once

#include "base/problem.hpp"

#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace testing {

/// The value; throws std::runtime_error with the problem's words and fields where there is none.
template <class T> T must(base::Result<T> result) {
    if (!result) {
        std::string words = "the test's own stage: " + result.error().detail;
        for (const auto& field : result.error().fields)
            words += " " + field.field + ": " + field.message;
        throw std::runtime_error(words);
    }
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

} // namespace testing
