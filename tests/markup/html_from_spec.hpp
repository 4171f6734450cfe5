// Makes the specifications' HTML and ours comparable where ours adds or words something on purpose.
#pragma once

#include <string>

namespace html_from_spec {

/// Ours without what is added for safety and for screen readers: ids, rel, scope, focus, labels, the table's
/// frame.
std::string without_additions(std::string html);
/// The expected HTML as we write the same: no XHTML slashes, images as links, alignment as classes.
std::string as_ours(std::string html);

} // namespace html_from_spec
