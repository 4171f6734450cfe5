#include "tests/attack/reading.hpp"

#include "base/text.hpp"
#include "tests/support/scene.hpp"

#include <boost/json.hpp>
#include <expat.h>

#include <algorithm>
#include <set>

namespace attack {
namespace {

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; // viewBox
}

class Reader {
  public:
    explicit Reader(std::string_view html) : html_(html) {}

    Page read() {
        if (html_.starts_with("<!doctype html>")) at_ = 15;
        while (at_ < html_.size() && page_.fault.empty()) {
            const auto next = std::min(html_.find('<', at_), html_.size());
            page_.text += testing::entities_read(html_.substr(at_, next - at_));
            at_ = next;
            if (at_ < html_.size()) tag();
        }
        if (prose_depth_ > 0) page_.fault = "a rendered text does not end";
        return std::move(page_);
    }

  private:
    std::string_view name() {
        const auto begin = at_;
        while (at_ < html_.size() && is_name(html_[at_]))
            ++at_;
        return html_.substr(begin, at_ - begin);
    }

    void complain(const std::string& what) {
        page_.fault = what + " near: " + std::string(html_.substr(at_ < 60 ? 0 : at_ - 60, 140));
    }

    void tag() {
        const auto begin = at_++;
        const bool closes = at_ < html_.size() && html_[at_] == '/';
        if (closes) ++at_;
        const auto element = name();
        if (element.empty()) return complain("a sign that begins no tag");
        std::string kind(element);
        bool is_prose = false;
        while (at_ < html_.size() && html_[at_] == ' ')
            if (!attribute(kind, is_prose)) return;
        if (at_ >= html_.size() || html_[at_] != '>') return complain("a tag that does not end");
        ++at_;
        if (prose_depth_ > 0) {
            if (element == "div") prose_depth_ += closes ? -1 : 1;
            if (prose_depth_ == 0) page_.prose.emplace_back(html_.substr(prose_begin_, begin - prose_begin_));
        } else if (is_prose && element == "div") {
            prose_depth_ = 1;
            prose_begin_ = at_;
        }
        if (prose_depth_ == 0 && !closes) page_.shape += kind + "\n";
    }

    bool attribute(std::string& kind, bool& is_prose) {
        ++at_;
        const auto attribute = name();
        if (attribute.empty()) return complain("an attribute without a name"), false;
        kind += ' ';
        kind += attribute;
        if (!html_.substr(at_).starts_with("=\"")) return true;
        const auto begin = at_ + 2;
        const auto end = html_.find('"', begin);
        if (end == std::string_view::npos) return complain("an attribute without end"), false;
        at_ = end + 1;
        auto value = testing::entities_read(html_.substr(begin, end - begin));
        if (attribute == "class") is_prose = value == "prose" || value.starts_with("prose ");
        page_.values += value + "\n";
        if (attribute == "href" || attribute == "src" || attribute == "action" || attribute == "formaction")
            page_.targets.push_back(std::move(value));
        return true;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    int prose_depth_ = 0;
    std::size_t prose_begin_ = 0;
    Page page_;
};

void collect(const boost::json::value& value, const std::string& place,
             std::vector<std::pair<std::string, std::string>>& texts) {
    if (value.is_string()) {
        texts.emplace_back(place, value.get_string());
    } else if (value.is_array()) {
        int at = 0;
        for (const auto& item : value.get_array())
            collect(item, place + "/" + std::to_string(at++), texts);
    } else if (value.is_object()) {
        for (const auto& [key, member] : value.get_object())
            collect(member, place + "/" + std::string(key), texts);
    }
}

} // namespace

Page read_page(std::string_view html) {
    return Reader(html).read();
}

std::vector<std::string> new_kinds(std::string_view shape, std::string_view known) {
    std::set<std::string_view> kinds;
    for (const auto line : base::split(known, '\n'))
        kinds.insert(line);
    std::vector<std::string> found;
    for (const auto line : base::split(shape, '\n'))
        if (kinds.insert(line).second) found.emplace_back(line);
    return found;
}

std::vector<std::pair<std::string, std::string>> texts_in_json(std::string_view json) {
    std::vector<std::pair<std::string, std::string>> texts;
    boost::json::error_code error;
    const auto value = boost::json::parse(json, error);
    if (!error) collect(value, "", texts);
    return texts;
}

bool is_xml(std::string_view text) {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    const bool sound = XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return sound;
}

} // namespace attack
