// A text as a QR code (ISO/IEC 18004), drawn as an SVG inside the page: no script, no style, no second
// request. The squares are libqrencode's.
#pragma once

#include "server/html/writer.hpp"

#include <string_view>

namespace members {

/// `label` is what a screen reader says of it. Throws std::runtime_error for a text that no QR code holds.
void draw_qr_code(html::Writer& w, std::string_view text, std::string_view label);

} // namespace members
