// What a page does with the inbox when it is read.
#pragma once

#include "notices/notices.hpp"
#include "site/context.hpp"

namespace notices {

/// The viewer reads what is at this address: unread entries that lead there, or below, count as read soon
/// (seen). Where there is none nothing is written, so that reading alone changes no data and what was made
/// from them still holds.
void see(const site::Context& c, const std::string& address);

} // namespace notices
