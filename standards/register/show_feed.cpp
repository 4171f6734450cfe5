// The register as an Atom feed (RFC 4287): an entry for each version that was adopted.
#include "markup/render.hpp"
#include "standards/register/handlers.hpp"
#include "standards/register/public_answer.hpp"
#include "standards/register/public_text.hpp"
#include "standards/register/register_index.hpp"
#include "standards/register/register_store.hpp"
#include "standards/register/standard_view.hpp"
#include "standards/register/words.hpp"

#include <algorithm>

namespace standards {
namespace {

constexpr int most_entries = 50;

/// Where the feed's addresses begin: the address of the settings, else that of the request.
std::string origin_of(const site::Context& c) {
    if (!c.services.address.empty()) return c.services.address;
    const auto host = c.request.headers.get("Host");
    return (c.request.secure ? "https://" : "http://") + std::string(host.empty() ? "localhost" : host);
}

/// Without what XML does not know (XML 1.0 section 2.2): most control characters, and two letters that are
/// none, U+FFFE and U+FFFF.
std::string escaped(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (rest.starts_with("\uFFFE") || rest.starts_with("\uFFFF"))
            at += 2;
        else if (static_cast<unsigned char>(text[at]) >= 0x20 || text[at] == '\n' || text[at] == '\t')
            kept += text[at];
    }
    std::string out;
    html::escape(out, kept);
    return out;
}

base::Time changed_at(const StandardVersion& version) {
    return version.retired_at ? std::max(version.adopted_at, *version.retired_at) : version.adopted_at;
}

std::string content_of(store::Reader& db, const StandardVersion& version) {
    const auto text = text_of(db, version);
    std::string html = public_html(db, text.statement, "s-", 1) + "<ol>";
    for (const auto& clause : text.clauses) {
        html += "<li>";
        html::escape(html, clause.heading);
        html += "</li>";
    }
    return html + "</ol>";
}

std::string entry(store::Reader& db, const std::string& origin, const StandardVersion& version) {
    const auto address = origin + version_address(version).text();
    return "<entry><id>" + escaped(address) + "</id><title>" +
           escaped(name_of(version) + ": " + version.title) + "</title><updated>" +
           base::iso_time(changed_at(version)) + "</updated><published>" +
           base::iso_time(version.adopted_at) +
           "</published><link rel=\"alternate\" type=\"text/html\" href=\"" + escaped(address) +
           "\"/><category term=\"" + std::string(base::enum_text(version.status)) + "\" label=\"" +
           escaped(words_for(version.status)) + "\"/><content type=\"html\">" +
           escaped(content_of(db, version)) + "</content></entry>";
}

} // namespace

server::Response show_feed(site::Context& c) {
    const auto origin = origin_of(c);
    const auto versions = latest_versions(c.db, most_entries);
    base::Time updated{}; // of an empty feed: the beginning of time
    for (const auto& version : versions)
        updated = std::max(updated, changed_at(version));
    const auto self = origin + server::link<"/standards/feed.atom">().text();

    std::string feed =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        "xml:lang=\"en\"><id>" +
        escaped(self) + "</id><title>" + escaped(c.services.site_name) +
        ": adopted standards</title><updated>" + base::iso_time(updated) + "</updated><author><name>" +
        escaped(c.services.site_name) +
        "</name></author><link rel=\"self\" type=\"application/atom+xml\" href=\"" + escaped(self) +
        "\"/><link rel=\"alternate\" type=\"text/html\" href=\"" + escaped(origin) + "/standards\"/>";
    for (const auto& version : versions)
        feed += entry(c.db, origin, version);
    auto response = server::text(feed + "</feed>\n");
    response.headers.set("Content-Type", "application/atom+xml; charset=utf-8");
    return for_everybody(c, std::move(response));
}

} // namespace standards
