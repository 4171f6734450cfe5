#include "members/second_step/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace members {
namespace {

constexpr int margin = 4; // squares of white around it, as the standard asks

/// One line a row of dark squares that touch: "M4 4h7v1h-7z".
std::string outline(const QRcode& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width;) {
            const auto is_dark = [&](int at) {
                return at < code.width && (code.data[y * code.width + at] & 1U) != 0;
            };
            int end = x;
            while (is_dark(end))
                ++end;
            if (end > x) {
                const auto length = std::to_string(end - x);
                path += "M" + std::to_string(x + margin) + " " + std::to_string(y + margin) + "h" + length +
                        "v1h-" + length + "z";
            }
            x = end + 1;
        }
    return path;
}

} // namespace

void draw_qr_code(html::Writer& w, std::string_view text, std::string_view label) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) throw std::runtime_error("no QR code holds that text");
    const int size = code->width + 2 * margin;
    w.put<"<svg class=\"qr-code\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" "
          "shape-rendering=\"crispEdges\"><path d=\"{}\"></path></svg>">(label, size, size, outline(*code));
}

} // namespace members
