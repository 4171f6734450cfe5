// The forms of a page with all that they send.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attack {

struct Input {
    std::string name;
    std::string type;                   // "text", "textarea", "select", "hidden", "radio", "checkbox", …
    std::string value{};                // what stands in it; of a choice: the chosen value
    std::vector<std::string> options{}; // of a choice
};

struct Form {
    std::string method; // "GET", "POST"
    std::string action; // path, without query
    std::vector<Input> inputs{};
};

/// `here` is the page's own address. A button that sends its form elsewhere makes a form of its own.
std::vector<Form> read_forms(std::string_view html, std::string_view here);

} // namespace attack
