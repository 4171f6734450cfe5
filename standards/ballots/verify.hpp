// Counts a ballot's public record again and checks it from the first entry to the last, without the database,
// by the checks of docs/recount.md in their order. What it finds first is the fault it names.
#pragma once

#include "standards/ballots/record.hpp"

#include <tl/expected.hpp>

namespace standards {

/// The first wrong thing in a record.
struct Fault {
    std::string place;    // as JSON Pointer (RFC 6901): "/votes/3"; empty: the whole file
    std::string sentence; // what is wrong with it
};

/// A sound record, counted again.
struct Recount {
    Result result;
    std::vector<std::string> voided; // why, where the ballot was declared void after its close
};

/// Never throws, whatever the text.
tl::expected<Recount, Fault> verify(std::string_view record);
/// What is said about it: the arithmetic and "The record is sound.", or one line with the fault.
std::string report(const tl::expected<Recount, Fault>& verified);

} // namespace standards
