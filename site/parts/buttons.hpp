// Links and forms that look like buttons. What changes something is always a form that posts and carries the
// forgery token; a link only leads somewhere.
#pragma once

#include "site/parts/marks.hpp"

#include <functional>
#include <vector>

namespace parts {

enum class Look { main, plain, quiet, danger }; // one `main` a page, where that can be

/// A link with the face of a button.
void button_link(Writer& w, const Url& where, std::string_view words, Look look = Look::main,
                 std::string_view icon_name = {});

/// The button that sends the form it stands in. With a name the form says which button was pressed.
struct Submit {
    std::string_view words;
    Look look = Look::main;
    std::string_view name{};
    std::string_view value{};
    std::string_view icon{};
};
void submit(Writer& w, const Submit& button);

/// A hidden value of a one-button form.
struct Hidden {
    std::string_view name;
    std::string_view value;
};

/// A whole form of one button, with the token: voting, accepting, watching, withdrawing.
struct PostButton {
    std::string_view words;
    Look look = Look::quiet;
    std::string_view icon{};
    std::string_view context{};           // read aloud after the words: "the answer by Noor Haddad"
    std::optional<bool> pressed{};        // a switch: says whether it is on
    std::optional<std::int64_t> number{}; // shown after the words: votes
    std::vector<Hidden> hidden{};
    std::string_view classes{}; // "vote", "later"; may be empty
};
void post_button(Writer& w, const Context& c, const Url& action, const PostButton& button);

/// The hidden forgery token; every form with method="post" carries it.
void forgery_field(Writer& w, const Context& c);

} // namespace parts
