#include "standards/ledger.hpp"
#include "tests/support/test.hpp"

using namespace standards;

namespace {

const base::Time start = *base::parse_iso_time("2027-03-01T09:00:00Z");

std::vector<Entry> five_entries() {
    Head head;
    std::vector<Entry> entries;
    for (int i = 0; i < 5; ++i)
        entries.push_back(
            append(head, {start + std::chrono::minutes(i), "stage_changed", "noor-haddad", {{"to", i}}}));
    return entries;
}

/// The place and sentence of the first fault.
std::string fault(const std::vector<Entry>& entries) {
    const auto found = verify_chain(entries);
    return found ? std::to_string(found->index) + ": " + found->sentence : "sound";
}

} // namespace

TEST_CASE("a ledger that only grew is sound") {
    CHECK(fault({}) == "sound");
    CHECK(fault(five_entries()) == "sound");
}

TEST_CASE("the hash is SHA-256 of the canonical JSON without the hash") {
    Head head;
    const auto entry = append(head, {start, "stage_changed", "noor-haddad", {{"to", "draft"}}});
    CHECK(entry.previous == std::string(64, '0'));
    // printf '%s'
    // '{"actor":"noor-haddad","at":"2027-03-01T09:00:00Z","body":{"to":"draft"},"kind":"stage_changed",
    // "previous":"0…0","sequence":1}' | sha256sum
    CHECK(entry.hash == "39c77d153ac52e97135d30dff3645b9010a457038a34aacfb947a07225b16082");
    CHECK(append(head, {start, "x", "program", {}}).previous == entry.hash);
}

TEST_CASE("the first wrong entry of a ledger is named with what is wrong") {
    auto entries = five_entries();
    SECTION("changed body") {
        entries[2].body["to"] = 7;
        CHECK(fault(entries) == "2: The hash of ledger entry 3 is not that of its content.");
    }
    SECTION("changed body and hash") {
        entries[2].body["to"] = 7;
        entries[2].hash = hash_of(entries[2]);
        CHECK(fault(entries) == "3: Ledger entry 4 does not hold the hash of the one before.");
    }
    SECTION("changed actor") {
        entries[0].actor = "somebody-else";
        CHECK(fault(entries) == "0: The hash of ledger entry 1 is not that of its content.");
    }
    SECTION("dropped") {
        entries.erase(entries.begin() + 2);
        CHECK(fault(entries) == "2: Ledger entry 3 is missing; number 4 stands in its place.");
    }
    SECTION("dropped first") {
        entries.erase(entries.begin());
        CHECK(fault(entries) == "0: Ledger entry 1 is missing; number 2 stands in its place.");
    }
    SECTION("doubled") {
        entries.insert(entries.begin() + 2, entries[2]);
        CHECK(fault(entries) == "3: Ledger entry 4 is missing; number 3 stands in its place.");
    }
    SECTION("swapped") {
        std::swap(entries[1], entries[2]);
        CHECK(fault(entries) == "1: Ledger entry 2 is missing; number 3 stands in its place.");
    }
    SECTION("back in time") {
        Head head{entries[1].sequence, entries[1].hash, {}};
        entries[2] = append(head, {start, "stage_changed", "noor-haddad", {}});
        CHECK(fault(entries) == "2: Ledger entry 3 is earlier than the one before.");
    }
}

TEST_CASE("a ledger takes no entry of an earlier time") {
    Head head;
    append(head, {start, "x", "program", {}});
    CHECK_THROWS(append(head, {start - std::chrono::seconds(1), "x", "program", {}}));
}
