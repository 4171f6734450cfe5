#include "tests/attack/form.hpp"

#include "tests/http/page.hpp"
#include "tests/support/scene.hpp"

#include <algorithm>

namespace attack {
namespace {

/// What stands in the page's text areas, in order.
std::vector<std::string> contents_of_areas(std::string_view html) {
    std::vector<std::string> all;
    for (auto at = html.find("<textarea"); at != std::string_view::npos; at = html.find("<textarea", at)) {
        const auto begin = html.find('>', at) + 1;
        const auto end = html.find("</textarea>", begin);
        auto inside = html.substr(begin, end - begin);
        if (inside.starts_with('\n')) inside.remove_prefix(1); // a browser drops it
        all.push_back(testing::entities_read(inside));
        at = end;
    }
    return all;
}

class Collector {
  public:
    Collector(std::string_view html, std::string_view here)
        : here_(here.substr(0, here.find('?'))), areas_(contents_of_areas(html)) {
        for (const auto& element : testing::elements_of(html))
            take(element);
        for (const auto& [form, action] : others_) {
            all.push_back(all[form]);
            all.back().action = action;
        }
    }

    std::vector<Form> all{};

  private:
    void take(const testing::Element& element) {
        const auto& name = element.name;
        if (name == "form") {
            const auto action = element.get("action");
            all.push_back({element.get("method") == "post" ? "POST" : "GET",
                           action.empty() ? here_ : action.substr(0, action.find('?'))});
        } else if (name == "textarea") {
            add(element, "textarea", area_ < areas_.size() ? areas_[area_] : "");
            ++area_;
        } else if (name == "select") {
            add(element, "select", "");
        } else if (name == "option") {
            choice(element, element.has("selected"));
        } else if (name == "input" || name == "button") {
            const auto type = element.has("type") ? element.get("type") : name == "input" ? "text" : "submit";
            const bool is_choice = type == "radio" || type == "checkbox";
            if (element.has("formaction") && !all.empty())
                others_.push_back({all.size() - 1, element.get("formaction")});
            add(element, type, is_choice ? "" : element.get("value"));
            if (is_choice) choice(element, element.has("checked"));
        }
    }

    void add(const testing::Element& element, const std::string& type, const std::string& value) {
        const auto name = element.get("name");
        if (all.empty() || name.empty()) return;
        auto& inputs = all.back().inputs;
        last_ = std::ranges::find(inputs, name, &Input::name);
        const bool is_new = last_ == inputs.end();
        if (is_new) last_ = inputs.insert(inputs.end(), {name, type, value});
    }

    void choice(const testing::Element& element, bool is_chosen) {
        if (all.empty() || all.back().inputs.empty()) return;
        last_->options.push_back(element.get("value"));
        if (is_chosen) last_->value = element.get("value");
    }

    std::string here_;
    std::vector<std::string> areas_;
    std::size_t area_ = 0;
    std::vector<std::pair<std::size_t, std::string>> others_{}; // buttons that send a form elsewhere
    std::vector<Input>::iterator last_{};
};

} // namespace

std::vector<Form> read_forms(std::string_view html, std::string_view here) {
    return Collector(html, here).all;
}

} // namespace attack
