#include "app/pipeline.hpp"

#include "base/sparing_log.hpp"
#include "base/text.hpp"
#include "notices/notices.hpp"
#include "site/notice_cookie.hpp"

#include <array>

namespace app {
namespace {

using Answer = std::optional<server::Response>;

/// An answer for another host's name would let that name be played against our members' browsers (RFC 9110
/// section 7.4).
Answer check_host(Call& call) {
    const auto& address = call.settings.address;
    if (address.empty()) return std::nullopt;
    const auto host = call.context.request.headers.get("Host");
    if (address.substr(address.find("//") + 2) == host) return std::nullopt;
    if (call.context.request.path == "/healthz" || call.context.request.path == "/metrics")
        return std::nullopt;
    return server::text("This is not " + std::string(host) + ".\n", 421);
}

Answer recognise_viewer(Call& call) {
    auto& c = call.context;
    call.visit = members::visit_of(c.db, c.request, c.services.random, c.now);
    c.viewer = call.visit.viewer;
    c.forgery_token = members::token_for(call.visit, call.members.forgery_key);
    return std::nullopt;
}

/// For a browser that asks for what takes forms only: the nearest place above it that is a page. A refused
/// form is shown again at such an address; entering the address once more must not lead nowhere.
Answer page_above(const Call& call) {
    const auto& request = call.context.request;
    if (call.context.is_api() ||
        (request.method != server::Method::get && request.method != server::Method::head))
        return std::nullopt;
    for (auto end = request.path.rfind('/'); end != 0 && end != std::string::npos;
         end = request.path.rfind('/', end - 1)) {
        const auto above = request.path.substr(0, end);
        if (!std::holds_alternative<server::Match>(call.router.find(server::Method::get, above))) continue;
        if (const auto url = server::Url::local(above)) return server::see_other(*url);
    }
    return server::see_other(server::link<"/">());
}

Answer find_route(Call& call) {
    auto& c = call.context;
    auto found = call.router.find(c.request.method, c.request.path);
    if (auto* match = std::get_if<server::Match>(&found)) {
        call.route = &call.routes[match->route];
        call.values = std::move(match->values);
        return std::nullopt;
    }
    if (const auto* other = std::get_if<server::NoSuchMethod>(&found)) {
        if (auto above = page_above(call)) return above;
        auto response = site::problem(c, base::ProblemKind::wrong_method,
                                      "This address takes " + other->allow + " only.");
        response.headers.set("Allow", other->allow);
        return response;
    }
    return site::not_found(c);
}

/// Before the body is read: what has no token of ours says nothing that is worth reading. (A page's form is
/// read first, because it is given back to its writer.)
Answer pass_door_of_api(Call& call) {
    return call.context.is_api() ? members::refuse_at_door(call.context, *call.route) : std::nullopt;
}

Answer read_input(Call& call) {
    auto& c = call.context;
    auto query = server::Fields::from_form(c.request.query);
    if (!query) return site::problem(c, query.error());
    c.query = *std::move(query);
    if (c.request.body.empty()) {
        // Every POST and PATCH of the API says something; a vote (PUT) and a withdrawal (DELETE) may come
        // bare.
        const bool wants_body =
            c.request.method == server::Method::post || c.request.method == server::Method::patch;
        if (c.is_api() && wants_body)
            return site::problem(c, base::ProblemKind::malformed, "The body is not JSON: it is empty.");
        return std::nullopt;
    }
    const auto type = base::ascii_lower(c.request.headers.get("Content-Type"));
    const bool is_form = type.starts_with("application/x-www-form-urlencoded");
    if (!c.is_api() && !is_form)
        return site::problem(c, base::ProblemKind::malformed,
                             "Send the form as application/x-www-form-urlencoded.");
    auto input =
        c.is_api() ? server::Fields::from_json(c.request.body) : server::Fields::from_form(c.request.body);
    if (!input) return site::problem(c, input.error());
    c.input = *std::move(input);
    return std::nullopt;
}

Answer pass_guard(Call& call) {
    return members::guard(call.context, call.members, call.visit, *call.route);
}

/// What the frame of a page shows: what the last act wants said, once, and how much waits in the inbox.
Answer prepare_frame(Call& call) {
    auto& c = call.context;
    if (c.is_api()) return std::nullopt;
    if (c.viewer.signed_in()) c.waiting = notices::unread(c.db, c.viewer.id);
    if (const auto text = server::percent_decode(c.request.cookie(site::notice_cookie(c.request)));
        text && base::is_utf8(*text))
        c.notice = base::truncate(*text, 300);
    return std::nullopt;
}

// The frame is prepared before anything can end in an error page of ours.
constexpr std::array<Answer (*)(Call&), 7> steps{
    check_host, recognise_viewer, prepare_frame, find_route, pass_door_of_api, read_input, pass_guard};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> security_headers{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy",
     "same-origin"}, // "no-referrer" would make browsers send Origin: null with our own forms
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"},
}};

/// Who was turned away, and from where: a door that somebody tries shows in the log.
void note_refusal(const site::Context& c, int status) {
    static base::SparingLog log;
    if (status != 401 && status != 403 && status != 429) return;
    log.log("refused",
            {{"request", c.request_id},
             {"from", c.request.remote},
             {"member", c.viewer.handle},
             {"status", std::to_string(status)},
             {"path", loggable(c.request.path)}},
            c.now);
}

void complete(const Call& call, server::Response& response) {
    const auto& c = call.context;
    add_security_headers(response, c.request.secure);
    response.headers.add("X-Request-Id", c.request_id);
    if (response.headers.get("Cache-Control").empty())
        response.headers.add("Cache-Control", response.status == 200 ? "private, no-cache" : "no-store");
    server::answer_conditionally(c.request, response);
    server::compress(c.request, response);
}

} // namespace

void add_security_headers(server::Response& response, bool secure) {
    for (const auto& [name, value] : security_headers)
        if (response.headers.get(name).empty()) response.headers.add(name, value);
    if (secure) response.headers.add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

std::string loggable(std::string_view path) {
    return path.starts_with("/invitations/") ? "/invitations/…" : std::string(path);
}

server::Response run_pipeline(Call& call) {
    Answer answer;
    for (const auto step : steps)
        if ((answer = step(call))) break;
    server::Response response = answer ? *std::move(answer) : call.route->handler(call.context, call.values);
    members::settle(call.context, call.visit, response);
    complete(call, response);
    note_refusal(call.context, response.status);
    return response;
}

} // namespace app
