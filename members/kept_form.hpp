// A form that could not be taken yet, kept word for word: shown back to its writer, and sent again by a
// button.
#pragma once

#include "server/fields.hpp"
#include "server/html/writer.hpp"
#include "site/context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace members {

struct KeptForm {
    std::string path{};                   // where it was sent; "" when nothing is kept
    server::Fields fields{};              // without forgery token and passwords
    std::vector<std::string> passwords{}; // names of fields that must be typed again

    [[nodiscard]] bool any() const { return !path.empty(); }
};

/// What this very request wanted to post.
KeptForm kept_of(const site::Context& c);
/// What the sign-in form carried along (`carry`); nothing where that is no path of this site.
KeptForm kept_in(const server::Fields& input);

/// Hidden fields, so that another form carries the kept one along.
void carry(html::Writer& w, const KeptForm& kept);
/// Each text that somebody wrote in a box to read and copy, under the name that its form gives it.
void show_kept(html::Writer& w, const KeptForm& kept);
/// The kept form itself, with a fresh token and one button.
void resend_form(html::Writer& w, const site::Context& c, const KeptForm& kept, std::string_view words);

} // namespace members
