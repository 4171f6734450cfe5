#include "tests/markup/html_from_spec.hpp"

#include <regex>

namespace html_from_spec {
namespace {

std::string replaced(const std::string& text, const char* pattern, const char* by) {
    return std::regex_replace(text, std::regex(pattern), by);
}

} // namespace

std::string without_additions(std::string html) {
    html = replaced(html, " rel=\"nofollow ugc noopener noreferrer\"", "");
    html = replaced(html, "<(h[1-6]) id=\"[^\"]*\">", "<$1>");
    html = replaced(html, "<pre tabindex=\"0\">", "<pre>");
    html = replaced(html, "<th scope=\"col\"", "<th");
    html = replaced(html, "<div class=\"table\"[^>]*>\n", "");
    html = replaced(html, "</table>\n</div>", "</table>");
    html = replaced(html, "<li class=\"task\">", "<li>");
    return replaced(html, " aria-label=\"(not )?done\"", "");
}

std::string as_ours(std::string html) {
    html = replaced(html, "<(br|hr) ?/>", "<$1>");
    html = replaced(html, "<img src=\"([^\"]*)\" alt=\"([^\"]*)\"( title=\"[^\"]*\")? />",
                    "<a class=\"image\" href=\"$1\"$3>$2</a>");
    html = replaced(html, " align=\"(left|center|right)\"", " class=\"$1\"");
    html = replaced(html, " style=\"text-align:(left|center|right)\"", " class=\"$1\"");
    html = replaced(html, "<input type=\"checkbox\" checked=\"\" disabled=\"\" ?/?>",
                    "<input type=\"checkbox\" disabled checked>");
    html = replaced(html, "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
                    "<input type=\"checkbox\" disabled checked>");
    html =
        replaced(html, "<input type=\"checkbox\" disabled=\"\" ?/?>", "<input type=\"checkbox\" disabled>");
    return replaced(html, "<input disabled=\"\" type=\"checkbox\">", "<input type=\"checkbox\" disabled>");
}

} // namespace html_from_spec
