// The wiki's routes with a few people at the desk, and a page to begin with.
#pragma once

#include "revisions/routes.hpp"
#include "tests/revisions/desk.hpp"
#include "wiki/routes.hpp"
#include "wiki/wiki.hpp"

#include <boost/json/parse.hpp>

namespace desk {

inline std::vector<site::Route> wiki_routes() {
    auto routes = wiki::routes();
    for (auto& route : revisions::routes())
        routes.push_back(std::move(route));
    return routes;
}

struct Shelf : Desk {
    Shelf() : Desk(wiki_routes()) {}

    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");
    base::MemberId sam = add_person("Sam Steward", site::Role::steward);

    base::PageId write_page(const std::string& title, const std::string& body, base::MemberId author = {}) {
        if (!author) author = noor;
        const auto text = revisions::prepare(db(), revisions::TextKind::page, title, body).value();
        return write([&](store::Writer& w) {
                   return wiki::create_page(w, {"", "ballots-and-equipment", author}, text,
                                            {author, "", now(), ""});
               })
            .value();
    }
    revisions::Saved save(base::PageId page, int base, const std::string& body, base::MemberId author = {}) {
        const auto title = wiki::find_page(db(), page)->title;
        const auto text = revisions::prepare(db(), revisions::TextKind::page, title, body).value();
        return write([&](store::Writer& w) {
                   return wiki::save_page(w, page, base, text, {author ? author : theo, "", now(), ""});
               })
            .value();
    }
    std::string body_of(const std::string& slug) {
        return revisions::newest(db(), wiki::find_page(db(), slug)->text).body;
    }
};

inline boost::json::object parsed(const server::Response& response) {
    return boost::json::parse(response.body).as_object();
}

} // namespace desk
