#include "site/parts/marks.hpp"

#include "base/text.hpp"
#include "site/layout.hpp"

#include <map>

namespace parts {
namespace {

std::string_view tone_class(Tone tone) {
    switch (tone) {
    case Tone::plain: return "";
    case Tone::civic: return " civic";
    case Tone::good: return " good";
    case Tone::care: return " care";
    case Tone::bad: return " bad";
    }
    return "";
}

std::string make_icon(std::string_view name) {
    Writer w;
    const auto address = site::asset("icons/set.svg").text() + '#' + std::string(name);
    if (const auto url = Url::local(address))
        w.put<"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{}\"></use></svg>">(*url);
    return w.text();
}

} // namespace

void icon(Writer& w, std::string_view name) {
    // A page shows dozens, of the few that there are.
    thread_local std::map<std::string, std::string, std::less<>> made;
    auto found = made.find(name);
    if (found == made.end()) found = made.emplace(name, make_icon(name)).first;
    w.put<"{}">(html::Safe::trusted(found->second));
}

void badge(Writer& w, std::string_view words, Tone tone, std::string_view icon_name) {
    w.put<"<span class=\"badge{}\">">(tone_class(tone));
    if (!icon_name.empty()) icon(w, icon_name);
    w.put<"{}</span>">(words);
}

void count(Writer& w, std::int64_t number, std::string_view what) {
    w.put<"<span class=\"count\">{}">(base::grouped(number));
    if (!what.empty()) w.put<"<span class=\"hidden-words\"> {}</span>">(what);
    w.put<"</span>">();
}

void tally(Writer& w, std::int64_t number, std::string_view word, Tone tone) {
    w.put<"<div class=\"tally{}{}\"><strong>{}</strong> {}</div>">(
        number == 0 ? " none" : "", tone_class(tone), base::grouped(number), word);
}

void tags(Writer& w, std::span<const std::string> names) {
    if (names.empty()) return;
    w.put<"<ul class=\"tags\" aria-label=\"Tags\">">();
    for (const auto& name : names)
        w.put<"<li><a class=\"tag\" href=\"{}\">{}</a></li>">(server::link<"/forum?tag={}">(name), name);
    w.put<"</ul>">();
}

void when(Writer& w, const Context& c, base::Time at) {
    w.put<"<time datetime=\"{}\" title=\"{}\" data-relative=\"\">{}</time>">(
        base::iso_time(at), base::exact_time(at, c.viewer.zone),
        base::relative_time(at, c.now, c.viewer.zone));
}

void date(Writer& w, const Context& c, base::Time at) {
    w.put<"<time datetime=\"{}\" title=\"{}\">{}</time>">(
        base::iso_time(at), base::exact_time(at, c.viewer.zone), base::exact_date(at, c.viewer.zone));
}

void hidden_words(Writer& w, std::string_view words) {
    w.put<"<span class=\"hidden-words\">{}</span>">(words);
}

} // namespace parts
