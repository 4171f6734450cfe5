#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "forum/forum.hpp"
#include "members/second_step/second_step.hpp"
#include "revisions/revisions.hpp"
#include "search/index.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/ledger_store.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "store/integrity.hpp"
#include "wiki/wiki.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {
namespace {

/// Prints what `look` finds. One room that cannot be read to its end does not keep the others from being
/// looked at.
template <class Look> std::size_t report(const char* what, const Look& look) {
    std::vector<std::string> faults;
    try {
        faults = look();
    } catch (const std::exception& error) {
        faults.push_back(std::string("cannot be read to the end: ") + error.what());
    }
    std::printf("%s: %s\n", what, faults.empty() ? "good" : "damaged");
    for (const auto& fault : faults)
        std::printf("  %s\n", fault.c_str());
    return faults.size();
}

} // namespace

void check(const std::filesystem::path& data) {
    const auto database = open_data(data);
    const auto connection = database->open_reader();
    store::Reader reader(*connection);
    std::size_t faults = report("data file", [&] { return store::integrity_faults(*connection); });
    faults += report("texts", [&] { return revisions::check(reader); });
    faults += report("people", [&] { return members::check_second_steps(reader); });
    faults += report("forum", [&] { return forum::check(reader); });
    faults += report("practices", [&] { return wiki::check(reader); });
    faults += report("ledgers", [&] { return standards::check_ledgers(reader); });
    faults += report("proposals", [&] { return standards::check_proposals(reader); });
    faults += report("ballots", [&] { return standards::check_ballots(reader); });
    faults += report("register", [&] { return standards::check_register(reader); });
    faults += report("search index",
                     [&] { return database->write([](store::Writer& db) { return search::check(db); }); });
    if (faults > 0)
        throw std::runtime_error(std::to_string(faults) + (faults == 1 ? " fault" : " faults") +
                                 " found; counts, pages and the index can be made anew "
                                 "with: cohort rebuild --data " +
                                 data.string());
}

} // namespace app
