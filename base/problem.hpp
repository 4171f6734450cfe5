// What a visitor may cause and can mend: a value, not an exception. A page shows it in words, the API as RFC
// 9457.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>
#include <vector>

namespace base {

enum class ProblemKind {
    invalid,      // 422: some fields are wrong; `fields` names each
    malformed,    // 400: the request could not be read at all
    sign_in,      // 401: nobody is signed in, or the token is not valid
    not_allowed,  // 403
    not_found,    // 404
    wrong_method, // 405
    timed_out,    // 408
    conflict,     // 409: somebody else was faster; nothing is lost
    gone,         // 410: was here, was withdrawn
    too_large,    // 413
    too_many,     // 429: rate limit; `retry_after` says when
    unavailable,  // 503: too busy just now; `retry_after` says when
};

struct FieldError {
    std::string field;   // the form's or JSON object's name of the field
    std::string message; // a sentence that says what to do
};

struct Problem {
    ProblemKind kind = ProblemKind::invalid;
    std::string detail;               // one sentence for people: what is wrong and what to do
    std::vector<FieldError> fields{}; // one entry a faulty field
    int retry_after = 0;              // seconds, for too_many and unavailable
};

template <class T = void> using Result = tl::expected<T, Problem>;

/// The failing side of any Result: `return fail(ProblemKind::not_found, "There is no such thread.");`
inline tl::unexpected<Problem> fail(ProblemKind kind, std::string detail) {
    return tl::unexpected(Problem{kind, std::move(detail)});
}

/// Passes the problem of one Result on as the failing side of another.
inline tl::unexpected<Problem> fail(Problem problem) {
    return tl::unexpected(std::move(problem));
}

/// A single faulty field.
inline tl::unexpected<Problem> fail_field(std::string field, std::string message) {
    Problem problem{ProblemKind::invalid, message};
    problem.fields.push_back({std::move(field), std::move(message)});
    return tl::unexpected(std::move(problem));
}

} // namespace base
