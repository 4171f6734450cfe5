#include "app/application.hpp"

#include "app/pipeline.hpp"
#include "app/routes.hpp"
#include "base/digest.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "members/forgery.hpp"
#include "store/failure.hpp"

#include <array>
#include <system_error>
#include <thread>

namespace app {
namespace {

constexpr std::size_t kilobyte = 1024;

std::string random_hex(const base::Random& random) {
    std::array<std::byte, 4> bytes{};
    random(bytes);
    return base::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

members::RateLimits limits_of(const Settings& settings) {
    members::RateLimits limits;
    if (!settings.rate_limits)
        for (auto& rates : limits.rates)
            rates.clear();
    return limits;
}

members::Passwords::Limits password_limits(const Settings& settings) {
    return members::Passwords::Limits::beside(static_cast<std::size_t>(settings.workers),
                                              std::thread::hardware_concurrency());
}

server::Response bare_words(int status, bool api, std::string_view detail) {
    if (api)
        return server::json(
            "{\"type\":\"about:blank\",\"title\":\"" + std::string(server::reason_phrase(status)) +
                "\",\"status\":" + std::to_string(status) + ",\"detail\":\"" + std::string(detail) + "\"}",
            status, "application/problem+json");
    return server::html("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" +
                            std::string(server::reason_phrase(status)) + "</title><h1>" +
                            std::string(server::reason_phrase(status)) + "</h1><p>" + std::string(detail) +
                            "</p><p>Your browser's Back button returns to what you typed.</p></html>",
                        status);
}

/// A page without the frame, for when the frame itself might be what fails.
server::Response bare_problem(int status, bool api, std::string_view detail) {
    auto response = bare_words(status, api, detail);
    response.headers.add("Cache-Control", "no-store");
    // Browsers heed the promise of TLS only where the answer came over TLS, which is not known here.
    add_security_headers(response, true);
    return response;
}

/// What a member reads when something broke underneath. 503: the cause may be gone later, and then nothing is
/// lost.
server::Response broken(const std::exception& error, bool api, const std::string& request_id) {
    const auto* failure = dynamic_cast<const store::Failure*>(&error);
    const auto* system = dynamic_cast<const std::system_error*>(&error);
    if ((failure && failure->storage_is_full()) ||
        (system && (system->code() == std::errc::no_space_on_device ||
                    system->code() == std::errc::read_only_file_system)))
        return bare_problem(503, api,
                            "The disk cannot take more just now, and what you sent was not kept. Tell the "
                            "administrator, and send it again later.");
    if (failure && failure->is_busy())
        return bare_problem(
            503, api,
            "The data is being worked on just now, and what you sent was not kept. Send it again "
            "in a minute.");
    if (failure && failure->is_damage())
        return bare_problem(503, api,
                            "The data file is damaged, so this cannot be shown or kept now. Tell the "
                            "administrator: it is noted as " +
                                request_id + ".");
    return bare_problem(500, api, "Something broke on our side. It is noted as " + request_id + ".");
}

std::string_view edge_detail(int status) {
    switch (status) {
    case 408: return "The request took too long to arrive. Check the connection and send it again.";
    case 413: return "That is more than one request may carry. Send it in smaller parts.";
    case 415: return "Send it as it is: packed bodies (Content-Encoding) are not taken.";
    case 431: return "The request's header is too large. Clearing this site's cookies usually helps.";
    case 503: return "Too many people are asking at this moment. Try again in a few seconds.";
    case 501: return "This kind of request is not served here.";
    default: return "The request could not be read.";
    }
}

} // namespace

Application::Application(store::Database& database, const Settings& settings, base::Clock clock,
                         base::Random random)
    : settings_(settings), services_{database,           std::move(clock), random,
                                     settings.site_name, settings.address, settings.endorsements},
      passwords_(random, password_limits(settings)), limiter_(limits_of(settings)),
      members_{passwords_, limiter_, members::installation_key(database, random), settings.second_step_for},
      routes_(all_routes(members_, metrics_, settings_)), run_id_(random_hex(random)) {
    for (const auto& route : routes_)
        router_.add(route.method, route.pattern);
    for (int worker = 0; worker < settings.workers; ++worker)
        connections_.push_back(database.open_reader());
}

server::Response Application::handle(server::Request&& request, std::size_t worker) {
    const auto begun = std::chrono::steady_clock::now();
    const std::string request_id = run_id_ + "-" + std::to_string(requests_.fetch_add(1) + 1);
    believe_proxy(request);
    server::Response response;
    try {
        response = answer_or_kept(request, worker, request_id);
    } catch (const std::exception& error) {
        base::log("request_failed",
                  {{"id", request_id}, {"path", loggable(request.path)}, {"reason", error.what()}});
        response = broken(error, request.is_api(), request_id);
    }
    metrics_.count(response.status, std::chrono::steady_clock::now() - begun);
    return response;
}

std::optional<server::Response> Application::kept(const server::Request& request) {
    const auto begun = std::chrono::steady_clock::now();
    const auto key = AnswerCache::key_of(request);
    if (key.empty()) return std::nullopt;
    auto found = answers_.find(key, services_.database.version(), services_.clock());
    if (found) metrics_.count(found->status, std::chrono::steady_clock::now() - begun);
    return found;
}

server::Response Application::answer_or_kept(const server::Request& request, std::size_t worker,
                                             const std::string& request_id) {
    const auto key = AnswerCache::key_of(request);
    if (key.empty()) return answer(request, worker, request_id);
    // The version is read before the data: what is made meanwhile is newer than its number says, and never
    // found.
    const auto version = services_.database.version();
    const auto now = services_.clock();
    if (auto kept = answers_.find(key, version, now)) return *std::move(kept);
    auto made = answer(request, worker, request_id);
    answers_.keep(key, version, now, made);
    return made;
}

server::Response Application::answer(const server::Request& request, std::size_t worker,
                                     const std::string& request_id) {
    store::Reader reader(*connections_.at(worker));
    store::Snapshot snapshot(reader);
    site::Context context{services_, request, reader, snapshot, services_.clock(), request_id};
    Call call{context, settings_, members_, routes_, router_};
    return run_pipeline(call);
}

void Application::believe_proxy(server::Request& request) const {
    if (!settings_.behind_proxy) return;
    // The last entry of the last field is the one that our own proxy wrote; those before it are hearsay.
    std::string_view forwarded;
    for (const auto& [name, value] : request.headers)
        if (base::ascii_lower(name) == "x-forwarded-for") forwarded = value;
    if (!forwarded.empty()) request.remote = base::trim(forwarded.substr(forwarded.rfind(',') + 1));
    request.secure = request.headers.get("X-Forwarded-Proto") == "https";
}

std::size_t Application::body_limit(const server::Request& head) {
    // Percent-encoding triples what is not ASCII, and a page may have 256 KB: beyond that a form is shown
    // again with the fault at its field, so the hard limit stands well above.
    const bool writes_pages = head.path.starts_with("/practices") || head.path.starts_with("/api/v1/pages") ||
                              head.path == "/preview" || head.path == "/drafts" || head.path == "/sign-in" ||
                              head.path == "/sign-in/code"; // with what waits to be sent
    return writes_pages ? 2048 * kilobyte : 512 * kilobyte;
}

server::Response Application::edge_problem(int status, bool api) {
    auto response = bare_problem(status, api, edge_detail(status));
    if (status == 415) response.headers.add("Accept-Encoding", "identity"); // RFC 9110 section 15.5.16
    return response;
}

} // namespace app
