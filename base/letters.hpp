// What only knowledge of Unicode's letters can tell: whether anything of a text is seen, and which texts look
// alike.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// Whether any keyboard writes it.
bool is_plain_ascii(std::string_view text);

/// Whether nothing of the text is seen: it is empty, or holds only blanks, control and format characters,
/// fillers that fonts draw as nothing (Hangul's, the blank of Braille) and their like.
bool shows_nothing(std::string_view text);

/// What the text looks like: two texts with the same skeleton are easily taken for each other (UTS 39,
/// section 4). For comparing only, never to be shown or kept. "Αda" with a Greek letter gives what "Ada"
/// does.
std::string skeleton(std::string_view text);

} // namespace base
