#include "site/static_files.hpp"

#include "base/digest.hpp"
#include "cmake/embedded.hpp"
#include "site/layout.hpp"

#include <algorithm>
#include <array>

namespace site {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".json", "application/json"},
}};

std::string_view type_of(std::string_view name) {
    for (const auto& [ending, type] : types)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

const embedded::File* find(std::string_view name) {
    const auto files = embedded::static_files();
    const auto found = std::ranges::find(files, name, &embedded::File::name);
    return found == files.end() ? nullptr : &*found;
}

} // namespace

const std::string& static_hash() {
    static const std::string hash = [] {
        std::string all;
        for (const auto& file : embedded::static_files()) {
            all += file.name;
            all += base::sha256(file.data);
        }
        return base::sha256_hex(all).substr(0, 12);
    }();
    return hash;
}

server::Response serve_static(const server::Request& request, std::string_view hash, std::string_view name) {
    const auto* file = find(name);
    if (!file) return server::text("There is no such file.\n", 404);
    server::Response response;
    response.headers.add("Content-Type", type_of(name));
    response.headers.add("Cache-Control", hash == static_hash() ? "public, max-age=31536000, immutable"
                                                                : "public, max-age=60");
    response.headers.add("Vary", "Accept-Encoding");
    const auto accepted = request.headers.get("Accept-Encoding");
    response.fixed_body = file->data;
    if (accepted.find("br") != std::string_view::npos && file->brotli.size() < file->data.size()) {
        response.fixed_body = file->brotli;
        response.headers.add("Content-Encoding", "br");
    } else if (accepted.find("gzip") != std::string_view::npos && file->gzip.size() < file->data.size()) {
        response.fixed_body = file->gzip;
        response.headers.add("Content-Encoding", "gzip");
    }
    return response;
}

server::Url asset(std::string_view name) {
    // The slashes inside the name must stay, so the address is put together and then checked, not
    // percent-encoded.
    return *server::Url::local("/static/" + static_hash() + "/" + std::string(name));
}

} // namespace site
