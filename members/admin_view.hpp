// Pages for administrators: the audit log, and one account.
#pragma once

#include "members/audit_store.hpp"
#include "members/member_store.hpp"
#include "members/second_step/second_step.hpp"
#include "site/parts.hpp"

#include <span>

namespace members {

server::Response audit_page(const site::Context& c, std::span<const AuditLine> lines,
                            const std::optional<server::Url>& older);

server::Response account_page(const site::Context& c, const Profile& profile,
                              const std::optional<SecondStep>& second_step,
                              std::span<const parts::Option> centers, const parts::State& state,
                              int status = 200);

} // namespace members
