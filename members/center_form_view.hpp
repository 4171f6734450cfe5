// The forms that change a Center: its facts, and who casts its vote.
#pragma once

#include "members/center_store.hpp"
#include "members/directory_store.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

/// `slug` "" for a new Center.
server::Response center_form_page(const site::Context& c, std::string_view slug, const parts::State& state,
                                  int status = 200);

/// One choice for the delegate and four for alternates: fields "delegate", "alternate_1" to "alternate_4".
constexpr int most_alternates = 4;
std::string seat_field(int rank);
server::Response delegates_page(const site::Context& c, const Center& center,
                                std::span<const MemberLine> people, const parts::State& state,
                                int status = 200);

} // namespace members
