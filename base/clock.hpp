// The time, as UTC seconds, and where it comes from: handed in, so that a test sets it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

using Time = std::chrono::sys_seconds;
using Clock = std::function<Time()>;

/// The machine's clock.
Clock system_clock();

/// "2027-03-01T09:30:00Z" (RFC 3339).
std::string iso_time(Time time);
/// Reads RFC 3339, also without a time ("2027-03-01" is that midnight, UTC) and with fractions (dropped);
/// nothing if it is not one.
std::optional<Time> parse_iso_time(std::string_view text);

/// Whether the machine knows the IANA zone ("America/Chicago").
bool is_zone(std::string_view zone);
/// "March 1, 2027, 3:30 AM CST" in that zone; UTC where the zone is unknown.
std::string exact_time(Time time, std::string_view zone);
/// "March 1, 2027" in that zone.
std::string exact_date(Time time, std::string_view zone);
/// How long ago or how far ahead, in words: "just now", "3 hours ago", "in 2 days", "last year" never: beyond
/// 11 months the date.
std::string relative_time(Time time, Time now, std::string_view zone);
/// The first second of that civil day ("2027-03-01") in that zone; nothing if it is no date.
std::optional<Time> start_of_day(std::string_view date, std::string_view zone);

} // namespace base
