// Holds the program's recount against the independent one in Python, on sound records and on records that
// somebody tampered with at each place and in each way.
#include "tests/recount/python.hpp"
#include "tests/recount/samples.hpp"
#include "tests/support/test.hpp"

#include <random>

using namespace standards;
namespace json = boost::json;

namespace {

struct Tampered {
    std::string how;
    std::string text;
};

std::vector<std::string> python_verdicts(const std::vector<Tampered>& records) {
    std::vector<std::string> texts;
    for (const auto& record : records)
        texts.push_back(record.text);
    return testing::python_verdicts(texts);
}

/// Both programs must say the same about each; returns what they say.
std::vector<std::string> agreed(const std::vector<Tampered>& records) {
    auto verdicts = python_verdicts(records);
    for (std::size_t i = 0; i < records.size(); ++i) {
        INFO(records[i].how);
        CHECK(verdicts[i] == samples::verdict(records[i].text));
    }
    return verdicts;
}

/// Other values in place of one: near it, and of another kind.
std::vector<json::value> others(const json::value& value) {
    std::vector<json::value> found{nullptr, "", json::array{}, json::object{}};
    if (value.is_int64()) found.insert(found.end(), {value.get_int64() + 1, value.get_int64() - 1, 0, -1});
    if (value.is_bool()) found.insert(found.end(), {!value.get_bool(), value.get_bool() ? 1 : 0});
    if (!value.is_string()) return found;
    const std::string text(value.get_string());
    found.emplace_back(text + "x");
    if (base::parse_enum<Choice>(text)) found.insert(found.end(), {"approve", "abstain", "decline"});
    if (base::parse_enum<Secrecy>(text)) found.insert(found.end(), {"open", "secret"});
    if (base::parse_enum<Boundary>(text)) found.insert(found.end(), {"at_least", "more_than"});
    if (text.find('-') != text.npos) found.emplace_back("program");
    if (const auto time = base::parse_iso_time(text); time && text.size() == 20)
        for (const auto shift : {1, -1, 86400 * 30})
            found.emplace_back(base::iso_time(*time + std::chrono::seconds(shift)));
    if (text.size() >= 32 && text.find_first_not_of("0123456789abcdef") == text.npos) {
        auto flipped = text;
        flipped[5] = flipped[5] == '0' ? '1' : '0';
        found.emplace_back(flipped);
    }
    return found;
}

/// Collects a copy of the record for each way to tamper with a part of it.
class Tamperer {
  public:
    explicit Tamperer(std::string sound) : record_(samples::parsed(sound)), sound_(std::move(sound)) {
        visit(record_, "");
    }
    [[nodiscard]] const std::vector<Tampered>& tampered() const { return tampered_; }

  private:
    void keep(const std::string& how) {
        if (auto text = samples::text(record_); text != sound_) tampered_.push_back({how, std::move(text)});
        auto forged = record_;
        try {
            samples::rehash(forged);
            tampered_.push_back({how + ", made anew", samples::text(forged)});
        } catch (const std::exception&) {
            return; // no longer of a shape that has a chain
        }
    }

    void visit(json::value& value, const std::string& place) {
        const auto before = value;
        for (const auto& other : others(before)) {
            value = other;
            keep("change " + place);
        }
        value = before;
        if (value.is_object()) visit(value.get_object(), place);
        if (value.is_array()) visit(value.get_array(), place);
    }

    void visit(json::object& object, const std::string& place) {
        const auto before = object;
        for (const auto& [name, value] : before) {
            object.erase(name);
            keep("drop " + place + "/" + std::string(name));
            object = before;
        }
        object["extra"] = 1;
        keep("add to " + place);
        object = before;
        for (auto& [name, value] : object)
            visit(value, place + "/" + std::string(name));
    }

    void visit(json::array& array, const std::string& place) {
        const auto before = array;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto here = place + "/" + std::to_string(i);
            array.erase(array.begin() + static_cast<std::ptrdiff_t>(i));
            keep("drop " + here);
            array = before;
            array.insert(array.begin() + static_cast<std::ptrdiff_t>(i), before[i]);
            keep("double " + here);
            array = before;
            for (const auto other : {i + 1, before.size() - 1}) {
                if (other <= i || other >= before.size()) continue;
                std::swap(array[i], array[other]);
                keep("swap " + here + " with " + std::to_string(other));
                array = before;
            }
        }
        for (std::size_t i = 0; i < array.size(); ++i)
            visit(array[i], place + "/" + std::to_string(i));
    }

    json::object record_;
    std::string sound_;
    std::vector<Tampered> tampered_;
};

/// Where a fault must be named after "drop /ledger/4", "change /votes/2/choice", …: its place, or one inside
/// it.
std::string expected_place(const std::string& how, std::size_t size) {
    const auto slash = how.find('/');
    const auto act = how.substr(0, slash - 1);
    auto place = how.substr(slash, how.find(' ', slash) - slash);
    const auto index_at = place.find('/', 1) + 1;
    const auto end = place.find('/', index_at);
    const auto list = place.substr(0, index_at - 1);
    const auto index = std::stoul(place.substr(index_at, end - index_at));
    const auto item = [&](std::size_t number) { return list + "/" + std::to_string(number); };
    if (end != place.npos || act == "change" || act == "add to") return item(index);
    if (act == "drop") return index + 1 == size ? list : item(index);
    if (act == "double") return item(index + 1); // what was doubled stands right as the first of the two
    return list == "/electorate" ? item(index + 1) : item(index);
}

Choice any_choice(std::mt19937& random) {
    return static_cast<Choice>(random() % 5);
}

} // namespace

TEST_CASE("both programs count every sound record alike") {
    std::mt19937 random(7);
    std::vector<Tampered> records;
    for (int round = 0; round < 120; ++round) {
        const auto secrecy = round % 2 == 0 ? Secrecy::open : Secrecy::secret;
        auto by = samples::rule(static_cast<Preset>(random() % 4));
        if (round % 5 == 0) by.approval = {static_cast<std::int64_t>(random() % 7), 7, Boundary::more_than};
        const auto seats = static_cast<std::int64_t>(1 + random() % 20);
        samples::Ballot ballot(secrecy, by, seats);
        for (auto votes = random() % 40; votes > 0; --votes)
            ballot.vote(3 * (1 + static_cast<std::int64_t>(random()) % seats), any_choice(random), "Why.");
        ballot.close();
        records.push_back({"round " + std::to_string(round), ballot.text()});
    }
    for (const auto& verdict : agreed(records))
        CHECK(verdict.ends_with("\nThe record is sound."));
}

TEST_CASE("both programs name the same first wrong entry, wherever and however a record was tampered with") {
    for (const auto secrecy : base::all_values<Secrecy>()) {
        const auto sound = samples::full(secrecy).text();
        const auto record = samples::parsed(sound);
        const Tamperer tamperer(sound);
        const auto& tampered = tamperer.tampered();
        const auto verdicts = agreed(tampered);
        int placed = 0;
        for (std::size_t i = 0; i < tampered.size(); ++i) {
            const auto& how = tampered[i].how;
            if (how.ends_with("made anew"))
                continue; // which may be sound, as another history that could have been
            const auto& named = verdicts[i];
            INFO(how << " gives " << named);
            CHECK_FALSE(named.ends_with("The record is sound."));
            for (const std::string list : {"ledger", "votes", "certification", "electorate"}) {
                if (how.find(" /" + list + "/") == how.npos) continue;
                const auto place = expected_place(how, record.at(list).as_array().size());
                CHECK((named.starts_with(place + ":") || named.starts_with(place + "/")));
                ++placed;
            }
            for (const std::string part : {"/proposal", "/text", "/terms", "/zero_report", "/result"})
                if (how.starts_with("change " + part)) CHECK(named.starts_with(part));
        }
        CHECK(placed > 1500);
    }
}

TEST_CASE("both programs name what only a consistent forger can do") {
    const auto closed = [](const std::vector<std::string>& certifiers) {
        samples::Ballot ballot(Secrecy::open, samples::rule(Preset::majority), 3);
        ballot.vote(3, Choice::approve);
        ballot.vote(6, Choice::approve);
        ballot.close(certifiers);
        return ballot;
    };
    const auto anew = [](json::object record) {
        record.at("ledger").at(1).at("body").as_object()["terms"] = record.at("terms");
        record.at("ledger").at(4).at("body").as_object()["votes"] = record.at("votes");
        samples::rehash(record);
        return samples::text(record);
    };
    auto another = closed({"linh-tran"});
    another.add("result_certified", "jose-pena", certification_body(7, std::string(64, '0')));
    auto early = samples::parsed(closed({"linh-tran", "jose-pena"}).text());
    early.at("terms").as_object()["closes"] = "2027-03-01T09:14:00Z"; // the second in which seat 6 voted
    auto dropped = samples::parsed(closed({"linh-tran", "jose-pena"}).text());
    dropped.at("votes").as_array().erase(dropped.at("votes").as_array().begin());

    const std::vector<Tampered> records{{"one certifier", closed({"linh-tran"}).text()},
                                        {"a proposer", closed({"linh-tran", "noor-haddad"}).text()},
                                        {"another result", another.text()},
                                        {"in the closing second", anew(early)},
                                        {"dropped everywhere", anew(dropped)}};
    CHECK(agreed(records) ==
          std::vector<std::string>{
              "/certification: Two people must certify; 1 did.",
              "/ledger/7: Ledger entry 8, result_certified: noor-haddad is a proposer and cannot certify.",
              "/ledger/7: Ledger entry 8, result_certified: It certifies another result.",
              "/ledger/3: Ledger entry 4, vote_cast: It is outside the time of the ballot.",
              "/votes: Seat 3 took part and has no vote."});
}

TEST_CASE("both programs refuse the same spellings") {
    const auto sound = samples::full(Secrecy::open).text();
    const auto with = [&](std::string_view from, std::string_view to) {
        auto text = sound;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    const std::string deep(33, '['), flat(33, ']');
    const auto verdicts =
        agreed({{"empty", ""},
                {"line feed", "\n"},
                {"none at the end", sound.substr(0, sound.size() - 1)},
                {"two at the end", sound + "\n"},
                {"carriage return", sound.substr(0, sound.size() - 1) + "\r\n"},
                {"mark", "\xEF\xBB\xBF" + sound},
                {"blank", with(",", ", ")},
                {"fraction", with("\"version\":1", "\"version\":1.0")},
                {"exponent", with("\"version\":1", "\"version\":1e0")},
                {"minus", with("\"version\":1", "\"version\":-0")},
                {"twice", with("\"version\":1", "\"version\":1,\"version\":1")},
                {"too large", with("\"version\":1", "\"version\":9007199254740992")},
                {"far too large", with("\"version\":1", "\"version\":" + std::string(5000, '9'))},
                {"not a number", with("\"version\":1", "\"version\":NaN")},
                {"needless escape", with("A Center", "\\u0041 Center")},
                {"capital escape", with("\\n", "\\u000A")},
                {"half a pair", with("A Center", "\\ud800 Center")},
                {"not UTF-8", with("A Center", "\xFF Center")},
                {"overlong", with("A Center", "\xC0\x80 Center")},
                {"deep", deep + flat + "\n"},
                {"very deep", std::string(200'000, '[') + "\n"},
                {"a list", "[]\n"},
                {"a text", "\"x\"\n"},
                {"another version", with("\"version\":1", "\"version\":2")},
                {"true for 1", with("\"version\":1", "\"version\":true")},
                {"no such day", with("2027-03-01T09:00:00Z", "2027-02-30T09:00:00Z")},
                {"leap second", with("2027-03-01T09:00:00Z", "2027-03-01T09:00:60Z")},
                {"year 0", with("2027-03-01T09:00:00Z", "0000-03-01T09:00:00Z")},
                {"year 1969", with("2027-03-01T09:00:00Z", "1969-03-01T09:00:00Z")},
                {"other digits", with("2027-03-01T09:00:00Z", "२०२७-03-01T09:00:00Z")}});
    for (const auto& verdict : verdicts)
        CHECK_FALSE(verdict.ends_with("sound."));
}
