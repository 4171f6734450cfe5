#include "standards/proposals/stage_input.hpp"

#include "standards/local_time.hpp"

namespace standards {
namespace {

std::optional<base::Time> read_time(const std::string& text, std::string_view zone) {
    return text.size() == 10 ? local_time(text, "17:00", zone) : base::parse_iso_time(text);
}

} // namespace

base::Result<StageChange> read_stage_change(const site::Context& c) {
    server::Complaints complaints;
    const auto to = base::parse_enum<Stage>(c.input.line("to"));
    if (!to) complaints.add("to", "Choose what happens now.");
    StageChange change{to.value_or(Stage::draft), c.input.text("reason")};
    change.endorsements = c.services.endorsements;
    if (const auto text = c.input.line("consultation_closes"); !text.empty()) {
        change.consultation_closes = read_time(text, c.viewer.zone);
        if (!change.consultation_closes)
            complaints.add("consultation_closes", "Write the day as year, month and day: 2027-03-09.");
    }
    if (!to && change.reason.empty()) complaints.add("reason", "The reason is missing.");
    if (complaints.any()) return base::fail(complaints.problem());
    return change;
}

} // namespace standards
