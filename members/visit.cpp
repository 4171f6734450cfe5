#include "base/digest.hpp"
#include "members/guard.hpp"
#include "members/visit_store.hpp"

namespace members {
namespace {

/// The longest secret that could be one of ours; longer ones need no look.
constexpr std::size_t longest = 100;

template <class Holder> site::Viewer viewer_from(const Holder& holder, site::Scopes scopes) {
    return {.id = holder.id,
            .center = holder.center.value_or(base::CenterId{}),
            .role = holder.role,
            .handle = holder.handle,
            .name = holder.name,
            .zone = holder.zone,
            .scopes = scopes};
}

constexpr site::Scopes all_scopes{.read = true, .write = true, .admin = true};

Visit visit_by_token(store::Reader& db, std::string_view bearer, base::Time now) {
    Visit visit;
    if (bearer.empty() || bearer.size() > longest) return visit;
    const auto holder = find_token_holder(db, base::sha256_hex(bearer), now);
    if (!holder) return visit;
    visit.viewer = viewer_from(*holder, parse_scopes(holder->scopes).value_or(site::Scopes{}));
    visit.token = holder->token;
    visit.is_due = !holder->used || now - *holder->used >= session_touch;
    return visit;
}

Visit visit_by_cookie(store::Reader& db, const server::Request& request, const base::Random& random,
                      base::Time now) {
    Visit visit;
    const auto session = session_of(request);
    if (!session.empty() && session.size() <= longest) {
        std::string hash = base::sha256_hex(session);
        if (const auto holder = find_session_holder(db, hash, now)) {
            visit.viewer = viewer_from(*holder, all_scopes);
            visit.secret = session;
            visit.session_hash = std::move(hash);
            visit.has_second_step = holder->second_step;
            visit.is_due = now - holder->used >= session_touch;
            return visit;
        }
    }
    visit.secret = visitor_of(request);
    if (visit.secret.empty() || visit.secret.size() > longest) {
        visit.secret = base::random_token(random);
        visit.is_new_visitor = true;
    }
    return visit;
}

} // namespace

Visit visit_of(store::Reader& db, const server::Request& request, const base::Random& random,
               base::Time now) {
    return request.is_api() ? visit_by_token(db, bearer_of(request), now)
                            : visit_by_cookie(db, request, random, now);
}

site::Viewer viewer_of_session(store::Reader& db, std::string_view session, base::Time now) {
    const auto holder = find_session_holder(db, base::sha256_hex(session), now);
    return holder ? viewer_from(*holder, all_scopes) : site::Viewer{};
}

std::string token_for(const Visit& visit, std::string_view key) {
    return visit.secret.empty() ? std::string() : forgery_token(key, visit.secret);
}

bool allows(const site::Viewer& viewer, server::Method method, std::string_view path) {
    if (path == "/api/v1/admin" || path.starts_with("/api/v1/admin/")) return viewer.scopes.admin;
    const bool is_safe = method == server::Method::get || method == server::Method::head;
    return is_safe ? viewer.scopes.read : viewer.scopes.write;
}

} // namespace members
