#include "standards/ballots/record_shape.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <span>

namespace standards {
namespace {

namespace json = boost::json;

enum class Kind { number, count, text, words, time, hash, tracker, word, names, object, list };

/// One member of an object, and what its value must be.
struct Member {
    std::string_view name;
    Kind kind;
    std::span<const Member> members{};         // object: its own; list: those of each item; empty: any
    std::span<const std::string_view> words{}; // of which a word must be one
};

constexpr auto secrecies = enum_names(Secrecy{});
constexpr auto boundaries = enum_names(Boundary{});
constexpr auto choices = enum_names(Choice{});

constexpr std::array proposal{Member{"number", Kind::number}, Member{"title", Kind::words},
                              Member{"proposers", Kind::names}};
constexpr std::array fixed_text{Member{"revision", Kind::number}, Member{"sha256", Kind::hash}};
constexpr std::array text{fixed_text[0], fixed_text[1], Member{"content", Kind::text}};
constexpr std::array threshold_members{Member{"numerator", Kind::count}, Member{"denominator", Kind::number},
                                       Member{"boundary", Kind::word, {}, boundaries}};
constexpr std::array rule{Member{"quorum", Kind::object, threshold_members},
                          Member{"approval", Kind::object, threshold_members}};
constexpr std::array terms{Member{"secrecy", Kind::word, {}, secrecies}, Member{"opens", Kind::time},
                           Member{"closes", Kind::time}, Member{"rule", Kind::object, rule}};
constexpr std::array seat{Member{"seat", Kind::number}, Member{"name", Kind::words}};
constexpr std::array counts{Member{"approve", Kind::count}, Member{"approve_with_comments", Kind::count},
                            Member{"decline", Kind::count}, Member{"abstain", Kind::count},
                            Member{"recuse", Kind::count}};
constexpr std::array entry{Member{"sequence", Kind::number}, Member{"at", Kind::time},
                           Member{"kind", Kind::words},      Member{"actor", Kind::words},
                           Member{"body", Kind::object},     Member{"previous", Kind::hash},
                           Member{"hash", Kind::hash}};
constexpr std::array certification{Member{"by", Kind::words}, Member{"at", Kind::time}};
constexpr std::array record{Member{"format", Kind::words},
                            Member{"version", Kind::number},
                            Member{"ballot", Kind::number},
                            Member{"proposal", Kind::object, proposal},
                            Member{"text", Kind::object, text},
                            Member{"terms", Kind::object, terms},
                            Member{"electorate", Kind::list, seat},
                            Member{"zero_report", Kind::object, counts},
                            Member{"ledger", Kind::list, entry},
                            Member{"head", Kind::hash},
                            Member{"votes", Kind::list},
                            Member{"result", Kind::object},
                            Member{"certification", Kind::list, certification}};

constexpr std::array open_vote{Member{"seat", Kind::number}, Member{"by", Kind::words},
                               Member{"at", Kind::time}, Member{"choice", Kind::word, {}, choices},
                               Member{"reason", Kind::text}};
constexpr std::array secret_vote{Member{"tracker", Kind::tracker}, Member{"choice", Kind::word, {}, choices},
                                 Member{"reason", Kind::text}};

constexpr Member of_ballot{"ballot", Kind::number};
constexpr std::array opening{of_ballot,
                             Member{"proposal", Kind::object, proposal},
                             Member{"text", Kind::object, fixed_text},
                             Member{"terms", Kind::object, terms},
                             Member{"electorate", Kind::list, seat},
                             Member{"zero_report", Kind::object, counts}};
constexpr std::array participation{of_ballot, Member{"seat", Kind::number}};
constexpr std::array entered{of_ballot, Member{"votes", Kind::list}};
constexpr std::array declared{of_ballot, Member{"result", Kind::object}};
constexpr std::array certified{of_ballot, Member{"result", Kind::hash}};
constexpr std::array voided{of_ballot, Member{"reason", Kind::words}};

bool is_hexadecimal(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool fits(const Member& member, const json::value& value) {
    const auto is_text = [&](auto good) {
        return value.is_string() && good(std::string_view(value.get_string()));
    };
    switch (member.kind) {
    case Kind::number: return value.is_int64() && value.get_int64() >= 1;
    case Kind::count: return value.is_int64() && value.get_int64() >= 0;
    case Kind::text: return value.is_string();
    case Kind::words: return is_text([](auto text) { return !text.empty(); });
    case Kind::time: return is_text([](auto text) { return parse_record_time(text).has_value(); });
    case Kind::hash: return is_text([](auto text) { return is_hexadecimal(text, 64); });
    case Kind::tracker: return is_text([](auto text) { return is_hexadecimal(text, 32); });
    case Kind::word: return is_text([&](auto text) { return std::ranges::count(member.words, text) == 1; });
    case Kind::names:
        return value.is_array() && !value.get_array().empty() &&
               std::ranges::all_of(value.get_array(), [](const auto& item) {
                   return item.is_string() && !item.get_string().empty();
               });
    case Kind::object: return value.is_object();
    case Kind::list: break;
    }
    return value.is_array();
}

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const auto word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string kind_in_words(const Member& member) {
    switch (member.kind) {
    case Kind::number: return "a whole number from 1 on";
    case Kind::count: return "a whole number from 0 on";
    case Kind::text: return "a text";
    case Kind::words: return "a text of one character or more";
    case Kind::time: return "a time like 2027-03-01T09:30:00Z";
    case Kind::hash: return "a SHA-256 in 64 lower-case hexadecimal digits";
    case Kind::tracker: return "a tracker of 32 lower-case hexadecimal digits";
    case Kind::word: return "one of " + joined(member.words);
    case Kind::names: return "a list of one handle or more";
    case Kind::object: return "an object";
    case Kind::list: break;
    }
    return "a list";
}

std::optional<Fault> check_members(std::span<const Member> members, const json::value& value,
                                   const std::string& place);

std::optional<Fault> check_member(const Member& member, const json::value& value, const std::string& place) {
    if (!fits(member, value)) return Fault{place, "It is not " + kind_in_words(member) + "."};
    if (member.members.empty()) return std::nullopt;
    if (member.kind == Kind::object) return check_members(member.members, value, place);
    std::size_t number = 0;
    for (const auto& item : value.get_array())
        if (auto fault = check_members(member.members, item, place + "/" + std::to_string(number++)))
            return fault;
    return std::nullopt;
}

std::optional<Fault> check_members(std::span<const Member> members, const json::value& value,
                                   const std::string& place) {
    const auto* object = value.if_object();
    if (!object) return Fault{place, "It is not an object."};
    const bool all =
        std::ranges::all_of(members, [&](const auto& member) { return object->contains(member.name); });
    if (!all || object->size() != members.size()) {
        std::vector<std::string_view> names;
        for (const auto& member : members)
            names.push_back(member.name);
        return Fault{place, "Its members are not exactly " + joined(names) + "."};
    }
    for (const auto& member : members)
        if (auto fault =
                check_member(member, object->at(member.name), place + "/" + std::string(member.name)))
            return fault;
    return std::nullopt;
}

} // namespace

std::optional<Fault> check_shape(const json::value& value) {
    const auto* object = value.if_object();
    const auto is = [&](std::string_view name, const json::value& wanted) {
        const auto* member = object ? object->if_contains(name) : nullptr;
        return member && *member == wanted;
    };
    if (!is("format", "cohort-ballot-record") || !is("version", 1))
        return Fault{"", "It is not a ballot record of version 1."};
    return check_members(record, value, "");
}

std::optional<Fault> check_body(BallotAct act, const json::value& body, const std::string& place) {
    switch (act) {
    case BallotAct::ballot_opened: return check_members(opening, body, place);
    case BallotAct::vote_cast:
    case BallotAct::vote_changed:
    case BallotAct::seat_took_part: return check_members(participation, body, place);
    case BallotAct::votes_entered: return check_members(entered, body, place);
    case BallotAct::result_declared: return check_members(declared, body, place);
    case BallotAct::result_certified: return check_members(certified, body, place);
    case BallotAct::ballot_voided: break;
    }
    return check_members(voided, body, place);
}

std::optional<Fault> check_vote(Secrecy secrecy, const json::value& vote, const std::string& place) {
    return secrecy == Secrecy::open ? check_members(open_vote, vote, place)
                                    : check_members(secret_vote, vote, place);
}

std::optional<base::Time> parse_record_time(std::string_view text) {
    const auto time = base::parse_iso_time(text);
    if (!time || text < "1970" || base::iso_time(*time) != text) return std::nullopt;
    return time;
}

} // namespace standards
