#include "standards/ballots/opening_input.hpp"

#include "base/text.hpp"
#include "standards/local_time.hpp"

namespace standards {
namespace {

std::optional<base::Time> read_close(const site::Context& c) {
    if (c.is_api()) return base::parse_iso_time(c.input.line("closes"));
    return local_time(c.input.line("closes_day"), c.input.line("closes_time"), c.viewer.zone);
}

std::optional<int> read_revision(const site::Context& c) {
    const auto number = c.input.number("revision").value_or(0);
    if (number < 1 || number > 1'000'000'000) return std::nullopt;
    return static_cast<int>(number);
}

} // namespace

std::optional<Threshold> parse_threshold(std::string_view text) {
    Threshold threshold;
    for (const auto& [words, boundary] :
         {std::pair<std::string_view, Boundary>{"at least ", Boundary::at_least},
          {"more than ", Boundary::more_than}}) {
        if (!text.starts_with(words)) continue;
        threshold.boundary = boundary;
        text.remove_prefix(words.size());
        break;
    }
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto numerator = base::parse_int(text.substr(0, slash));
    const auto denominator = base::parse_int(text.substr(slash + 1));
    if (!numerator || !denominator || *numerator < 0 || *denominator < 1 || *denominator > 1'000 ||
        *numerator > *denominator)
        return std::nullopt;
    threshold.numerator = *numerator;
    threshold.denominator = *denominator;
    return threshold;
}

base::Result<Opening> read_opening(const site::Context& c) {
    server::Complaints complaints;
    const auto revision = read_revision(c);
    if (!revision) complaints.add("revision", "Say which revision of the text the ballot is on.");
    const auto electorate = base::parse_enum<Electorate>(c.input.line("electorate"));
    if (!electorate) complaints.add("electorate", "Say who has a seat: centers or members.");
    const auto secrecy = base::parse_enum<Secrecy>(c.input.line("secrecy"));
    if (!secrecy) complaints.add("secrecy", "Say how votes are cast: secret or open.");
    const auto approval = base::parse_enum<Preset>(c.input.line("approval"));
    if (!approval)
        complaints.add("approval",
                       "Choose what adopts it: majority, two_thirds, three_quarters or consensus.");
    const auto quorum = parse_threshold(c.input.line("quorum"));
    if (!quorum || !is_valid({*quorum, threshold(Preset::majority)}))
        complaints.add("quorum", "Give the quorum as a part of the seats, like “at least 1/2”.");
    const auto closes = read_close(c);
    if (!closes)
        complaints.add("closes", c.is_api() ? "Say when it closes, like 2027-03-15T21:00:00Z."
                                            : "Choose the day and the time of the close.");
    if (complaints.any()) return base::fail(complaints.problem());
    return Opening{*electorate, *secrecy, {*quorum, threshold(*approval)}, *closes, *revision};
}

} // namespace standards
