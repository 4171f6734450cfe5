#include "standards/ballots/verify.hpp"

#include "base/digest.hpp"
#include "standards/ballots/opened_record.hpp"
#include "standards/ballots/record_shape.hpp"
#include "standards/canonical_json.hpp"

namespace standards {
namespace {

namespace json = boost::json;

base::Time time_of(const json::value& object, std::string_view member) {
    return *parse_record_time(text_of(object, member));
}

Threshold threshold_of(const json::value& value) {
    return {number_of(value, "numerator"), number_of(value, "denominator"),
            *base::parse_enum<Boundary>(text_of(value, "boundary"))};
}

Entry entry_of(const json::value& value) {
    return {number_of(value, "sequence"), time_of(value, "at"),          text_of(value, "kind"),
            text_of(value, "actor"),      value.at("body").get_object(), text_of(value, "previous"),
            text_of(value, "hash")};
}

std::optional<Fault> check_electorate(const OpenedRecord& record) {
    const auto& electorate = record.list("electorate");
    if (electorate.empty()) return Fault{"/electorate", "There is no seat."};
    for (std::size_t i = 1; i < electorate.size(); ++i) {
        const auto seat = number_of(electorate[i], "seat");
        const auto before = number_of(electorate[i - 1], "seat");
        if (seat == before)
            return Fault{place_of("electorate", i), "Seat " + std::to_string(seat) + " stands twice."};
        if (seat < before)
            return Fault{place_of("electorate", i), "Seat " + std::to_string(seat) + " stands after seat " +
                                                        std::to_string(before) + "."};
    }
    return std::nullopt;
}

} // namespace

OpenedRecord::OpenedRecord(const json::object& record) : file(record), ballot(file.at("ballot").get_int64()) {
    const auto& fixed = file.at("terms");
    const auto& rule = fixed.at("rule");
    terms = {*base::parse_enum<Secrecy>(text_of(fixed, "secrecy")), time_of(fixed, "opens"),
             time_of(fixed, "closes"),
             Rule{threshold_of(rule.at("quorum")), threshold_of(rule.at("approval"))}};
    for (const auto& seat : list("electorate"))
        seats.insert(number_of(seat, "seat"));
    for (const auto& entry : list("ledger"))
        ledger.push_back(entry_of(entry));
}

std::optional<Fault> check_ledger(const OpenedRecord& record) {
    if (auto fault = verify_chain(record.ledger))
        return Fault{place_of("ledger", fault->index), std::move(fault->sentence)};
    const auto head = record.ledger.empty() ? Head{}.hash : record.ledger.back().hash;
    if (std::string_view(record.file.at("head").get_string()) != head)
        return Fault{"/ledger", "The ledger does not end with the entry whose hash is the head."};
    for (std::size_t i = 0; i < record.ledger.size(); ++i)
        if (const auto act = base::parse_enum<BallotAct>(record.ledger[i].kind))
            if (auto fault = check_body(*act, record.ledger[i].body, place_of("ledger", i) + "/body"))
                return fault;
    return std::nullopt;
}

std::optional<Fault> check_opening(const OpenedRecord& record) {
    if (record.terms.opens >= record.terms.closes)
        return Fault{"/terms", "The ballot does not close after it opens."};
    if (!is_valid(record.terms.rule)) return Fault{"/terms/rule", "No ballot can be decided by this rule."};
    const auto& text = record.file.at("text");
    if (base::sha256_hex(text_of(text, "content")) != text_of(text, "sha256"))
        return Fault{"/text", "The text is not the one whose SHA-256 stands beside it."};
    if (auto fault = check_electorate(record)) return fault;
    for (const auto& [choice, number] : record.file.at("zero_report").get_object())
        if (number != json::value(0)) return Fault{"/zero_report", "There were votes before the opening."};
    return std::nullopt;
}

tl::expected<Recount, Fault> verify(std::string_view text) {
    const auto value = parse_canonical(text.substr(0, text.empty() ? 0 : text.size() - 1));
    if (!value || text.back() != '\n')
        return tl::unexpected(
            Fault{"", "It is not canonical JSON (RFC 8785) with one line feed at its end."});
    if (auto fault = check_shape(*value)) return tl::unexpected(*std::move(fault));
    const OpenedRecord record(value->get_object());
    History history;
    Recount recount;
    auto fault = check_ledger(record);
    if (!fault) fault = check_opening(record);
    if (!fault) fault = check_history(record, history);
    if (!fault) fault = check_votes(record, history);
    if (!fault) fault = check_result(record, history, recount.result);
    if (!fault) fault = check_certification(record, history);
    if (fault) return tl::unexpected(*std::move(fault));
    recount.voided = std::move(history.voided);
    return recount;
}

std::string report(const tl::expected<Recount, Fault>& verified) {
    if (!verified)
        return verified.error().place + (verified.error().place.empty() ? "" : ": ") +
               verified.error().sentence;
    std::string text = words(verified->result);
    for (const auto& reason : verified->voided)
        text += "\nThe ballot was declared void: " + reason;
    return text + "\nThe record is sound.";
}

} // namespace standards
