#include "server/beast/shared.hpp"

#include "server/beast/answers.hpp"
#include "server/beast/connection.hpp"

namespace server::beast {
namespace {

Response busy_response(const Application& application, bool api) {
    Response response = problem(application, 503, api);
    response.headers.set("Retry-After", "1");
    return response;
}

} // namespace

Shared::Shared(const Settings& settings, Application the_application)
    : limits(settings.limits), application(std::move(the_application)),
      busy_page(busy_response(application, false)), busy_json(busy_response(application, true)),
      workers(settings.workers, limits.waiting_requests, [this](Workers::Job connection, std::size_t worker) {
          connection->work(application, worker);
      }) {}

Response Shared::busy(bool api) {
    ++refused;
    const Response& made = api ? busy_json : busy_page;
    return {.status = made.status, .headers = made.headers, .body = {}, .fixed_body = made.content()};
}

bool Shared::hold(std::size_t bytes) {
    if (bodies.fetch_add(bytes) + bytes <= limits.bodies) return true;
    release(bytes);
    return false;
}

} // namespace server::beast
