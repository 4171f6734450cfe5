// Hostile texts where no form puts them: query strings, addresses to return to, header fields, paths.
#include "tests/attack/fields.hpp"
#include "tests/attack/ground.hpp"
#include "tests/attack/lists.hpp"
#include "tests/attack/reading.hpp"
#include "tests/support/test.hpp"

namespace {

using attack::Address;
using attack::Ground;
using attack::Texts;

bool is_local(std::string_view location) {
    return location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\") &&
           location.find_first_of("\r\n\t") == std::string_view::npos;
}

/// What is wrong with an answer, whatever was asked; "" when nothing is.
std::string fault_of(const server::Response& answer) {
    if (answer.status >= 500) return "answers " + std::to_string(answer.status);
    const auto location = answer.headers.get("Location");
    if (!location.empty() && !is_local(location)) return "leads to " + std::string(location);
    for (const auto& [name, value] : answer.headers)
        if (value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
            return "breaks its header " + name;
    const auto type = answer.headers.get("Content-Type");
    if (type.starts_with("text/html")) return attack::read_page(answer.content()).fault;
    if (type.starts_with("application/atom+xml") && !attack::is_xml(answer.content())) return "is no XML";
    return "";
}

/// The paths of all lists, pages and calls that are read, without queries.
std::vector<Address> readable(const Ground& ground) {
    std::set<Address> paths;
    for (const auto& address : ground.addresses())
        if (address.by != "nobody" && address.by != "helper")
            paths.insert({address.by == "asker" ? "asker" : "administrator",
                          address.path.substr(0, address.path.find('?'))});
    return {paths.begin(), paths.end()};
}

/// Everything that may stand in a query, also what is no UTF-8.
Texts some(std::size_t first) {
    auto texts = attack::all_texts().value_or(Texts{});
    return attack::is_long() ? texts : attack::dealt(texts, first, 4);
}

} // namespace

TEST_CASE("no query breaks a page or a call") {
    const auto texts = some(0);
    if (texts.empty()) return;
    Ground ground;
    const auto names = attack::names_read_from("query");
    CHECK(names.contains("cursor"));
    const std::vector<std::string> all(names.begin(), names.end());
    const auto places = readable(ground);
    std::size_t at = 0;
    // Each text stands in one parameter of one place, and all of them in all parameters in turn.
    for (const auto& text : texts) {
        const auto& [by, path] = places[at % places.size()];
        auto query = "?" + all[at / places.size() % all.size()] + "=" + server::percent_encode(text);
        const auto fault = fault_of(ground.get({by, path + query}));
        if (!fault.empty()) FAIL_CHECK(path + query + " " + fault);
        ++at;
    }
    // Each parameter of each place gets some text, and all parameters at once.
    for (const auto& [by, path] : places) {
        std::string whole = "?";
        for (const auto& name : all) {
            const auto part = name + "=" + server::percent_encode(texts[at++ * 7 % texts.size()]);
            whole += part + "&";
            const auto fault = fault_of(ground.get({by, path + "?" + part}));
            if (!fault.empty()) FAIL_CHECK(path + "?" + part + " " + fault);
        }
        const auto fault = fault_of(ground.get({by, path + whole}));
        if (!fault.empty()) FAIL_CHECK(path + whole + " " + fault);
    }
}

TEST_CASE("whoever signs in is led to an address of this site only") {
    auto texts = attack::injections().value_or(Texts{});
    if (texts.empty()) return;
    Ground ground;
    for (const auto& text : texts) {
        const auto answer = ground.get({"nobody", "/sign-in?next=" + server::percent_encode(text)});
        const auto fault = fault_of(answer);
        if (!fault.empty()) FAIL_CHECK(text << " " << fault);
    }
    if (!attack::is_long()) texts = attack::dealt(texts, 0, 40); // each hashes a password
    for (const auto& more :
         {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)",
          "/%0d%0aSet-Cookie:a=b", "/\t/elsewhere.example", "http:/forum", "\\\\elsewhere.example"})
        texts.emplace_back(more);
    for (const auto& text : texts) {
        ground.back();
        const auto answer = ground.post(
            "nobody", "/sign-in",
            {{"email", "noor-haddad@example.org"}, {"password", "four grey herons wade"}, {"next", text}});
        const auto fault = fault_of(answer);
        INFO(text << " " << answer.status << " " << attack::read_page(answer.content()).text);
        CHECK(fault == "");
        CHECK((answer.status == 303 || answer.status == 400));
    }
}

TEST_CASE("no header field breaks an answer") {
    const auto texts = some(1);
    if (texts.empty()) return;
    Ground ground;
    const auto cookie = std::string(ground.world.scene.sign_in(ground.world.asker).cookies);
    std::size_t at = 0;
    for (const auto& text : texts)
        for (const auto* name :
             {"Host", "Origin", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "If-None-Match",
              "Cookie", "Authorization", "Accept-Encoding", "Content-Type", "Referer", "Sec-Fetch-Site"}) {
            if (!attack::is_long() && ++at % 4 != 0) continue;
            for (const auto* path : {"/standards/feed.atom", "/settings", "/api/v1/me"}) {
                server::Request request;
                request.path = path;
                request.remote = "127.0.0.1";
                request.headers.add("Host", "cohort.test");
                request.headers.add("Cookie", cookie);
                request.headers.set(name, text);
                const auto fault = fault_of(ground.world.scene.send(std::move(request)));
                if (!fault.empty()) FAIL_CHECK(path << " with " << name << ": " << text << " " << fault);
            }
        }
}

TEST_CASE("no path leads out of the program") {
    const auto texts = some(2);
    if (texts.empty()) return;
    Ground ground;
    constexpr std::array befores{
        "/static/0/",    "/practices/", "/members/",      "/forum/tags/",   "/forum/threads/1/",
        "/invitations/", "/standards/", "/api/v1/pages/", "/api/v1/posts/", "/",
        "/ballots/",     "/centers/"};
    std::size_t at = 0;
    for (const auto& text : texts)
        for (const bool encoded : {false, true}) {
            const auto path =
                befores[at++ % befores.size()] + (encoded ? server::percent_encode(text) : text);
            const auto answer = ground.get({"asker", path});
            const auto fault = fault_of(answer);
            if (!fault.empty()) FAIL_CHECK(path << " " << fault);
            if (answer.content().find("root:x:0:0") != std::string_view::npos)
                FAIL_CHECK(path << " shows a file");
        }
}

TEST_CASE("a draft leads back to a page of this site only") {
    const auto all = attack::injections();
    if (!all) return;
    Ground ground;
    const auto texts = attack::is_long() ? *all : attack::dealt(*all, 3, 10);
    std::size_t kept = 0;
    for (const auto& text : texts) {
        ground.world.scene.pass(std::chrono::seconds(1)); // the newest stands first, the oldest goes
        const auto answer =
            ground.post("asker", "/drafts", {{"key", text}, {"title", "Words"}, {"body", "More words"}});
        INFO(text << " answers " << answer.status);
        CHECK(answer.status < 500);
        kept += answer.status < 400;
        const auto page = attack::read_page(ground.get({"asker", "/drafts"}).content());
        CHECK(page.fault == "");
        for (const auto& target : page.targets)
            if (!is_local(target) && !target.starts_with('#')) FAIL_CHECK("a draft leads to " << target);
    }
    CHECK(kept > texts.size() / 2);
}
