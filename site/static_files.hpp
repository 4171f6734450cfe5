// The files of static/, served from the program itself under the hash of the whole tree: cached for ever,
// changed at once.
#pragma once

#include "server/request.hpp"
#include "server/response.hpp"

#include <string>
#include <string_view>

namespace site {

/// The hash in the address of every static file of this build, 12 hexadecimal digits.
const std::string& static_hash();

/// The file at /static/<hash>/<name>, compressed as the client takes it; nothing but names of the built list
/// is served. An older hash gives today's file, without the long cache.
server::Response serve_static(const server::Request& request, std::string_view hash, std::string_view name);

} // namespace site
