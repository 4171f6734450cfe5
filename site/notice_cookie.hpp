// The cookie that carries one sentence from an act to the page after it. Its prefix keeps neighbouring hosts
// of the same domain from putting words of theirs into our pages.
#pragma once

#include "server/request.hpp"

#include <string_view>

namespace site {

inline std::string_view notice_cookie(const server::Request& request) {
    return request.secure ? "__Host-cohort_notice" : "cohort_notice";
}

} // namespace site
