#include "site/parts/people.hpp"

#include "base/text.hpp"

namespace parts {
namespace {

bool is_staff(site::Role role) {
    return role != site::Role::member;
}

/// "Alder County, OH · under 10,000 voters · "
void center(Writer& w, const Author& author) {
    if (author.center_name.empty()) return;
    if (author.center)
        w.put<"<a href=\"{}\">{}</a>">(server::link<"/centers/{}">(author.center), author.center_name);
    else
        w.put<"{}">(author.center_name);
    if (!author.state.empty()) w.put<", {}">(author.state);
    if (!author.size_band.empty()) w.put<" · {}">(author.size_band);
    w.put<" · ">();
}

} // namespace

std::string initials(std::string_view name) {
    std::string_view first;
    std::string_view last;
    for (const auto word : base::split(name, ' ')) {
        if (word.empty()) continue;
        if (first.empty())
            first = word;
        else
            last = word;
    }
    return std::string(base::truncate(first, 1)) + std::string(base::truncate(last, 1));
}

void seal(Writer& w, std::string_view name, site::Role role) {
    w.put<"<span class=\"seal{}\" aria-hidden=\"true\">{}</span>">(is_staff(role) ? " staff" : "",
                                                                   initials(name));
}

void author_link(Writer& w, const Author& author) {
    if (author.handle.empty())
        w.put<"<span class=\"author\">{}</span>">(author.name);
    else
        w.put<"<a class=\"author\" href=\"{}\">{}</a>">(server::link<"/members/{}">(author.handle),
                                                        author.name);
}

void short_byline(Writer& w, const Author& author) {
    w.put<"<span>{}">(author.name);
    if (!author.center_name.empty()) w.put<", {}">(author.center_name);
    w.put<"</span>">();
}

void byline(Writer& w, const Context& c, const Author& author, base::Time at) {
    w.put<"<div class=\"byline\">">();
    if (author.handle.empty())
        w.put<"<span class=\"seal\" aria-hidden=\"true\">{}</span>">(
            [](Writer& inner) { icon(inner, "people"); });
    else
        seal(w, author.name, author.role);
    w.put<"<p class=\"who\">">();
    author_link(w, author);
    if (is_staff(author.role)) {
        w.put<" ">();
        badge(w, base::enum_text(author.role), Tone::civic);
    }
    w.put<" <span class=\"whence\">">();
    center(w, author);
    when(w, c, at);
    w.put<"</span></p></div>">();
}

} // namespace parts
