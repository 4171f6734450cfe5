#include "server/beast/answers.hpp"

#include "base/log.hpp"

#include <exception>

namespace server::beast {
namespace {

constexpr std::size_t usual_body_limit = 1 << 20;

std::string what_was_thrown() {
    try {
        throw;
    } catch (const std::exception& error) {
        return error.what();
    } catch (...) {
        return "something that is no std::exception";
    }
}

Response plain_problem(int status, bool api) {
    const std::string phrase(reason_phrase(status));
    const std::string number = std::to_string(status);
    if (!api) return text(number + ' ' + phrase + '\n', status);
    return json("{\"status\":" + number + ",\"title\":\"" + phrase + "\"}", status,
                "application/problem+json");
}

} // namespace

Response answer(const Application& application, Request&& request, std::size_t worker) {
    const Method method = request.method;
    const std::string path = request.path; // the handler may have moved the request away when it throws
    const bool api = request.is_api();
    try {
        return application.handler(std::move(request), worker);
    } catch (...) {
        base::log(
            "handler_failed",
            {{"method", std::string(base::enum_text(method))}, {"path", path}, {"error", what_was_thrown()}});
        return problem(application, 500, api);
    }
}

std::optional<Response> kept(const Application& application, const Request& request) {
    if (!application.kept) return std::nullopt;
    try {
        return application.kept(request);
    } catch (...) {
        base::log("kept_answer_failed", {{"path", request.path}, {"error", what_was_thrown()}});
        return std::nullopt;
    }
}

Response problem(const Application& application, int status, bool api) {
    if (!application.problem) return plain_problem(status, api);
    try {
        Response response = application.problem(status, api);
        response.status = status;
        return response;
    } catch (...) {
        base::log("problem_page_failed", {{"status", std::to_string(status)}, {"error", what_was_thrown()}});
        return plain_problem(status, api);
    }
}

bool arrived(const Application& application, Request& head) {
    if (!application.arrived) return true;
    try {
        application.arrived(head);
        return true;
    } catch (...) {
        base::log("arrival_failed", {{"path", head.path}, {"error", what_was_thrown()}});
        return false;
    }
}

std::optional<std::size_t> body_limit(const Application& application, const Request& head) {
    if (!application.body_limit) return usual_body_limit;
    try {
        return application.body_limit(head);
    } catch (...) {
        base::log("body_limit_failed", {{"path", head.path}, {"error", what_was_thrown()}});
        return std::nullopt;
    }
}

} // namespace server::beast
