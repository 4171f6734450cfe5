#include "base/digest.hpp"
#include "base/text.hpp"
#include "members/members.hpp"
#include "revisions/revisions_store.hpp"

namespace revisions {

base::Result<Prepared> prepare(store::Reader& db, TextKind kind, std::string title, std::string body) {
    Prepared prepared{base::clean_line(title), base::clean(body), {}};
    markup::Options options;
    options.limits = kind == TextKind::post ? markup::post_limits : markup::page_limits;
    // Stands until the text has a number: keep_rendered puts that in its place.
    if (kind == TextKind::post) options.id_prefix = "t" + base::sha256_hex(prepared.body).substr(0, 10) + "-";
    options.first_heading = kind == TextKind::post ? 3 : 2; // a post stands under a heading of its own
    options.written_ids = kind == TextKind::proposal;
    options.is_member = [&](std::string_view handle) {
        return members::find_by_handle(db, handle).has_value();
    };
    options.page_title = [&](std::string_view slug) { return page_name(db, slug); };
    auto rendered = markup::render(prepared.body, options);
    if (!rendered) return base::fail_field("body", rendered.error().detail);
    prepared.rendered = *std::move(rendered);
    return prepared;
}

} // namespace revisions
