#include "members/shown_once_view.hpp"

#include "site/layout.hpp"

namespace members {

server::Response shown_once_page(const site::Context& c, const ShownOnce& shown) {
    const auto body = [&](html::Writer& w) {
        parts::page_head(w, shown.title, shown.lede);
        w.put<"<div class=\"stack\"><div class=\"field\"><label for=\"secret\">{}</label>"
              "<textarea class=\"input short code\" id=\"secret\" rows=\"3\" readonly>{}</textarea></div>">(
            shown.label, shown.secret);
        parts::acts(w, [&](html::Writer& acts) {
            parts::button_link(acts, shown.back, shown.back_words, parts::Look::plain);
        });
        w.put<"</div>">();
    };
    auto response = site::page(c, {.title = std::string(shown.title), .width = "narrow"}, body);
    response.headers.set("Cache-Control", "no-store");
    return response;
}

std::string whole_address(const site::Context& c, const server::Url& path) {
    if (!c.services.address.empty()) return c.services.address + path.text();
    return (c.request.secure ? "https://" : "http://") + std::string(c.request.headers.get("Host")) +
           path.text();
}

} // namespace members
