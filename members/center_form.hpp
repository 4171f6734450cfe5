// Reads the form of a Center's facts.
#pragma once

#include "members/members.hpp"
#include "server/fields.hpp"

namespace members {

NewCenter read_center_form(const server::Fields& input);

} // namespace members
