#include "server/beast/shared.hpp"

#include "server/beast/answers.hpp"
#include "server/beast/connection.hpp"

namespace server::beast {
namespace {

Portions portions_of(const Limits& limits) {
    return {limits.waiting_requests, limits.waiting_of_one, limits.reading_of_one, limits.changing_of_one};
}

Response busy_response(const Application& application, bool api) {
    Response response = problem(application, 503, api);
    response.headers.set("Retry-After", "1");
    return response;
}

} // namespace

Shared::Shared(const Settings& settings, Application the_application)
    : limits(settings.limits), application(std::move(the_application)),
      busy_page(busy_response(application, false)), busy_json(busy_response(application, true)),
      workers(settings.workers, portions_of(limits), [this](Workers::Job connection, std::size_t worker) {
          connection->work(application, worker);
      }) {}

Response Shared::busy(bool api) {
    ++refused;
    const Response& made = api ? busy_json : busy_page;
    return {.status = made.status, .headers = made.headers, .body = {}, .fixed_body = made.content()};
}

bool Shared::hold(const std::string& client, std::size_t bytes) {
    const bool fits = bodies.fetch_add(bytes) + bytes <= limits.bodies;
    if (bodies_of.give(client, bytes) <= limits.bodies_of_one && fits) return true;
    release(client, bytes);
    return false;
}

void Shared::release(const std::string& client, std::size_t bytes) {
    bodies -= bytes;
    bodies_of.take_back(client, bytes);
}

} // namespace server::beast
