#include "site/context.hpp"

#include "site/error_page.hpp"
#include "site/notice_cookie.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace site {
namespace {

/// RFC 9457, with `fields` as our own member: one entry a faulty field.
server::Response problem_json(const Context& c, const base::Problem& problem) {
    const int status = status_of(problem.kind);
    boost::json::object object{{"type", "about:blank"},
                               {"title", server::reason_phrase(status)},
                               {"status", status},
                               {"detail", problem.detail},
                               {"instance", c.request_id}};
    if (!problem.fields.empty()) {
        boost::json::array fields;
        for (const auto& field : problem.fields)
            fields.push_back(boost::json::object{{"field", field.field}, {"message", field.message}});
        object["fields"] = std::move(fields);
    }
    return server::json(boost::json::serialize(object), status, "application/problem+json");
}

} // namespace

void set_notice(const Context& c, server::Response& response, std::string_view notice) {
    server::set_cookie(response,
                       {notice_cookie(c.request), server::percent_encode(notice), 60, c.request.secure});
}

server::Response done(const Context& c, const server::Url& where, std::string_view notice) {
    auto response = server::see_other(where);
    if (!notice.empty()) set_notice(c, response, notice);
    return response;
}

int status_of(base::ProblemKind kind) {
    using enum base::ProblemKind;
    switch (kind) {
    case invalid: return 422;
    case malformed: return 400;
    case sign_in: return 401;
    case not_allowed: return 403;
    case not_found: return 404;
    case wrong_method: return 405;
    case timed_out: return 408;
    case conflict: return 409;
    case gone: return 410;
    case too_large: return 413;
    case too_many: return 429;
    case unavailable: return 503;
    }
    return 500;
}

void say_when(server::Response& response, const base::Problem& problem) {
    if (problem.retry_after > 0) response.headers.set("Retry-After", std::to_string(problem.retry_after));
}

server::Response problem(const Context& c, const base::Problem& problem) {
    auto response = c.is_api() ? problem_json(c, problem) : error_page(c, problem);
    say_when(response, problem);
    if (problem.kind == base::ProblemKind::sign_in && c.is_api())
        response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

server::Response problem(const Context& c, base::ProblemKind kind, std::string detail) {
    return problem(c, base::Problem{kind, std::move(detail)});
}

server::Response not_found(const Context& c, std::string detail) {
    return problem(c, base::ProblemKind::not_found, std::move(detail));
}

} // namespace site
