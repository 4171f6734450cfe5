// A page's settings: review and owner, address, withdrawal. Each is a form of its own.
#pragma once

#include "site/layout.hpp"
#include "site/parts.hpp"
#include "wiki/wiki.hpp"

namespace wiki {

struct SettingsForms {
    parts::State review;   // fields owner, review_by, area, reviewed
    parts::State rename;   // field slug
    parts::State withdraw; // field reason
};
/// The forms as they begin: filled from the page.
SettingsForms settings_of(const Page& page);
/// 422 where one of the states has a problem.
server::Response settings_page(const site::Context& c, const Page& page, const SettingsForms& forms);

} // namespace wiki
