#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "forum/forum.hpp"
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

std::size_t report(const char* what, const std::vector<std::string>& faults) {
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
    std::size_t faults = report("data file", store::integrity_faults(*connection));
    faults += report("texts", revisions::check(reader));
    faults += report("forum", forum::check(reader));
    faults += report("practices", wiki::check(reader));
    faults += report("ledgers", standards::check_ledgers(reader));
    faults += report("proposals", standards::check_proposals(reader));
    faults += report("ballots", standards::check_ballots(reader));
    faults += report("register", standards::check_register(reader));
    faults +=
        report("search index", database->write([](store::Writer& writer) { return search::check(writer); }));
    if (faults > 0)
        throw std::runtime_error(std::to_string(faults) +
                                 " faults found; counts, pages and the index can be made anew "
                                 "with: cohort rebuild --data " +
                                 data.string());
}

} // namespace app
