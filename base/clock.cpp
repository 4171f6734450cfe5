#include "base/clock.hpp"

#include "base/text.hpp"

#include <date/tz.h>

#include <array>

namespace base {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// A page shows dozens of times: printf would take most of the work of a line.
std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

struct Local {
    seconds time; // since the epoch, as a clock on the wall there shows it
    std::string abbreviation;
};

/// Zones are looked up once by the library; an unknown one counts as UTC.
Local local(Time time, std::string_view zone) {
    try {
        const auto* found = date::locate_zone(std::string(zone));
        const auto info = found->get_info(date::sys_seconds(time.time_since_epoch()));
        return {time.time_since_epoch() + info.offset, info.abbrev};
    } catch (const std::runtime_error&) {
        return {time.time_since_epoch(), "UTC"};
    }
}

std::string date_words(seconds wall) {
    const std::chrono::year_month_day date(std::chrono::sys_days(floor<days>(wall)));
    std::string words(month_names[static_cast<unsigned>(date.month()) - 1]);
    words += ' ' + std::to_string(static_cast<unsigned>(date.day()));
    words += ", " + std::to_string(static_cast<int>(date.year()));
    return words;
}

/// Reads exactly `digits` digits at the start and drops them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    const auto number = parse_int(text.substr(0, digits));
    if (!number || text[0] == '-' || text[0] == '+') return std::nullopt;
    text.remove_prefix(digits);
    return static_cast<int>(*number);
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::year_month_day> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// "Z", "+02:00", "-0500" or nothing: the seconds to take off.
std::optional<seconds> take_offset(std::string_view& text) {
    if (text.empty() || take(text, 'Z')) return seconds(0);
    const bool ahead = take(text, '+');
    if (!ahead && !take(text, '-')) return std::nullopt;
    const auto hour = take_number(text, 2);
    take(text, ':');
    const auto minute = take_number(text, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    const seconds offset = hours(*hour) + minutes(*minute);
    return ahead ? offset : -offset;
}

} // namespace

Clock system_clock() {
    return [] { return floor<seconds>(std::chrono::system_clock::now()); };
}

std::string iso_time(Time time) {
    const auto day = floor<days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::string text = padded(static_cast<int>(date.year()), 4);
    text += '-' + padded(static_cast<unsigned>(date.month()), 2);
    text += '-' + padded(static_cast<unsigned>(date.day()), 2);
    text += 'T' + padded(clock.hours().count(), 2);
    text += ':' + padded(clock.minutes().count(), 2);
    text += ':' + padded(clock.seconds().count(), 2);
    return text + 'Z';
}

std::optional<Time> parse_iso_time(std::string_view text) {
    const auto date = take_date(text);
    if (!date) return std::nullopt;
    Time time = std::chrono::sys_days(*date);
    if (text.empty()) return time;
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    const auto hour = take_number(text, 2);
    if (!hour || !take(text, ':')) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
    time += hours(*hour) + minutes(*minute);
    if (take(text, ':')) {
        const auto second = take_number(text, 2);
        if (!second || *second > 60) return std::nullopt;
        time += seconds(*second);
    }
    if (take(text, '.'))
        while (!text.empty() && text.front() >= '0' && text.front() <= '9')
            text.remove_prefix(1);
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return time - *offset;
}

bool is_zone(std::string_view zone) {
    try {
        return date::locate_zone(std::string(zone)) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

std::string exact_time(Time time, std::string_view zone) {
    const Local there = local(time, zone);
    const std::chrono::hh_mm_ss clock(there.time - floor<days>(there.time));
    const auto hour = clock.hours().count();
    std::string words = date_words(there.time);
    words += ", " + std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    words += ':' + padded(clock.minutes().count(), 2);
    words += hour < 12 ? " AM " : " PM ";
    return words + there.abbreviation;
}

std::string exact_date(Time time, std::string_view zone) {
    return date_words(local(time, zone).time);
}

std::string relative_time(Time time, Time now, std::string_view zone) {
    const bool past = time <= now;
    const seconds distance = past ? now - time : time - now;
    if (distance < minutes(1)) return past ? "just now" : "in a moment";
    const auto days_away = floor<days>(distance).count();
    if (days_away > 330) return exact_date(time, zone);
    const auto words = [&] {
        if (distance < hours(1)) return counted(floor<minutes>(distance).count(), "minute", "minutes");
        if (distance < days(1)) return counted(floor<hours>(distance).count(), "hour", "hours");
        if (days_away < 14) return counted(days_away, "day", "days");
        if (days_away < 60) return counted(days_away / 7, "week", "weeks");
        return counted(days_away / 30, "month", "months");
    }();
    return past ? words + " ago" : "in " + words;
}

std::optional<Time> start_of_day(std::string_view date_text, std::string_view zone) {
    const auto day = take_date(date_text);
    if (!day || !date_text.empty()) return std::nullopt;
    const auto wall = std::chrono::sys_days(*day).time_since_epoch();
    try {
        const auto* found = date::locate_zone(std::string(zone));
        const auto utc = found->to_sys(date::local_seconds(wall), date::choose::earliest);
        return Time(utc.time_since_epoch());
    } catch (const std::runtime_error&) {
        return Time(wall);
    }
}

} // namespace base
