// All reusable pieces of a page, as functions on the HTML writer. Their classes and what they look like:
// docs/face.md.
#pragma once

#include "site/parts/blocks.hpp"
#include "site/parts/buttons.hpp"
#include "site/parts/form.hpp"
#include "site/parts/marks.hpp"
#include "site/parts/navigation.hpp"
#include "site/parts/people.hpp"
