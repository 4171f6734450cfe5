// The public record of a ballot: `cohort verify` takes any file without a fault of its own; canonical JSON is
// one spelling of one value; and of a sound record no byte can be changed without being noticed.
#include "standards/ballots/verify.hpp"
#include "standards/canonical_json.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/recount/samples.hpp"

#include <boost/json.hpp>

namespace {

using fuzz::require;
using standards::Secrecy;

const std::string open_record = samples::full(Secrecy::open).text();
const std::string secret_record = samples::full(Secrecy::secret).text();

void check_canonical(std::string_view text) {
    boost::json::error_code error;
    boost::json::parse_options options;
    options.max_depth = 32;
    const auto value = boost::json::parse(text, error, {}, options);
    const auto read = standards::parse_canonical(text);
    if (error) {
        require(!read, "what is no JSON is not canonical");
        return;
    }
    const auto written = standards::canonical_json(value);
    require(read.has_value() == (written == text), "canonical is what comes out as it went in");
    if (!written) return;
    const auto again = standards::parse_canonical(*written);
    require(again && *again == value, "the canonical form says the same", *written);
}

/// Two bytes a place, one what is put there: 0 takes the byte away, 1 doubles it.
std::string edited(std::string record, std::string_view edits) {
    for (; edits.size() >= 3; edits.remove_prefix(3)) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(edits[i]));
        };
        const auto at = (byte(0) * 256 + byte(1)) % record.size();
        if (edits[2] == 0)
            record.erase(at, 1);
        else if (edits[2] == 1)
            record.insert(at, 1, record[at]);
        else
            record[at] = edits[2];
        if (record.empty()) break;
    }
    return record;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::view(data, size);
    const auto way = fuzz::take_byte(input);
    if (way == '{' || way == '[') { // a file as it is
        const auto text = fuzz::view(data, size);
        require(!standards::report(standards::verify(text)).empty(), "a verdict has words");
        check_canonical(text);
        return 0;
    }
    const auto& record = way % 2 == 0 ? open_record : secret_record;
    const auto changed = edited(record, input);
    const auto verdict = standards::verify(changed);
    require(verdict.has_value() == (changed == record), "a changed record is noticed", changed);
    if (!verdict) require(standards::report(verdict).find('\n') == std::string::npos, "a fault is one line");
    return 0;
}
