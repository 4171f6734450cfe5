// The smallest pieces: icons, badges, counts, tags, times. A tone never is the only sign of what it means:
// the words say it too.
#pragma once

#include "server/html/writer.hpp"
#include "site/context.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace parts {

using html::Writer;
using server::Url;
using site::Context;

enum class Tone { plain, civic, good, care, bad };

/// A picture from static/icons/set.svg ("check", "clock", "lock", …), for the eye only: words stand beside
/// it.
void icon(Writer& w, std::string_view name);

/// A word in a small box: "Answered", "Locked". `icon_name` may be empty.
void badge(Writer& w, std::string_view words, Tone tone = Tone::plain, std::string_view icon_name = {});

/// A number in a pill, grouped: 1,204. `what` is read aloud after it ("unread") and may be empty.
void count(Writer& w, std::int64_t number, std::string_view what = {});

/// The number of answers or replies before a thread in a list: tally(w, 3, "answers", Tone::good). Zero has a
/// dashed edge.
void tally(Writer& w, std::int64_t number, std::string_view word, Tone tone = Tone::plain);

/// A list of tags, each a link to the forum's threads with that tag; nothing when there are none.
void tags(Writer& w, std::span<const std::string> names);

/// "3 hours ago", the exact time in the viewer's zone on hover; the script keeps the words fresh.
void when(Writer& w, const Context& c, base::Time at);
/// "March 1, 2027", the exact time on hover: for deadlines and dates people plan by.
void date(Writer& w, const Context& c, base::Time at);

/// Words that only a screen reader says.
void hidden_words(Writer& w, std::string_view words);

} // namespace parts
