// The page of a standard: its words, how it was decided, where it stands.
#pragma once

#include "site/layout.hpp"
#include "site/parts.hpp"
#include "standards/register/standard_page.hpp"

namespace standards {

server::Url address_of(const StandardVersion& standard);
server::Url version_address(const StandardVersion& version);
std::vector<site::Crumb> way_to_register();

void standard_view(html::Writer& w, const site::Context& c, const StandardPage& page);
/// Beside it: facts, versions, contents, what the viewer can do.
void standard_aside(html::Writer& w, const site::Context& c, const StandardPage& page);
/// The result in words, the reasons, the roll call, the answers to the consultation; `text` is what was
/// adopted.
void decision_view(html::Writer& w, const site::Context& c, const Decision& decision,
                   const ProposalText& text);

} // namespace standards
