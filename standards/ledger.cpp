#include "standards/ledger.hpp"

#include "base/digest.hpp"
#include "standards/canonical_json.hpp"

#include <stdexcept>

namespace standards {
namespace {

/// What is wrong with an entry after `head`; nothing when it follows.
std::optional<std::string> fault_after(const Head& head, const Entry& entry) {
    const auto number = std::to_string(head.sequence + 1);
    if (entry.sequence != head.sequence + 1)
        return "Ledger entry " + number + " is missing; number " + std::to_string(entry.sequence) +
               " stands in its place.";
    if (entry.previous != head.hash)
        return "Ledger entry " + number + " does not hold the hash of the one before.";
    if (entry.hash != hash_of(entry))
        return "The hash of ledger entry " + number + " is not that of its content.";
    if (entry.at < head.at) return "Ledger entry " + number + " is earlier than the one before.";
    return std::nullopt;
}

} // namespace

Entry append(Head& head, Act act) {
    if (head.sequence > 0 && act.at < head.at) throw std::logic_error("a ledger does not go back in time");
    Entry entry{head.sequence + 1,    act.at, std::move(act.kind), std::move(act.actor), std::move(act.body),
                std::move(head.hash), {}};
    entry.hash = hash_of(entry);
    head = {entry.sequence, entry.hash, entry.at};
    return entry;
}

boost::json::object to_json(const Entry& entry) {
    return {{"sequence", entry.sequence}, {"at", base::iso_time(entry.at)},
            {"kind", entry.kind},         {"actor", entry.actor},
            {"body", entry.body},         {"previous", entry.previous},
            {"hash", entry.hash}};
}

std::string hash_of(const Entry& entry) {
    auto object = to_json(entry);
    object.erase("hash");
    return base::sha256_hex(canonical_json(object));
}

std::optional<ChainFault> verify_chain(std::span<const Entry> entries) {
    Head head;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i == 0) head.at = entries[0].at;
        if (auto sentence = fault_after(head, entries[i])) return ChainFault{i, *std::move(sentence)};
        head = {entries[i].sequence, entries[i].hash, entries[i].at};
    }
    return std::nullopt;
}

} // namespace standards
