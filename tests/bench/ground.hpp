// What the bench stands on: a data folder filled in proportion to its number of threads, and the people in
// it. Everything is made by the same functions that pages and API call.
#pragma once

#include "site/viewer.hpp"
#include "store/database.hpp"
#include "tests/bench/words.hpp"
#include "tests/support/must.hpp"

namespace bench {

using testing::must;

/// How much there is of everything, for a number of threads.
struct Sizes {
    int threads;
    int centers = std::min(500, 15 + threads / 200);
    int members = centers + threads / 20;
    int long_thread = std::max(60, threads / 20); // posts of the two longest threads
    int own_tags = std::max(20, threads / 50);
    int pages = 12 + threads / 20;
    int long_history = 60 + threads / 50; // revisions of the page that is edited most
    int proposals = 16 + threads / 250;
    int long_consultation = 20 + threads / 100; // comments of the proposal that is discussed most
    int invitations = 3 + threads / 200;        // open ones
};

constexpr std::string_view password = "a bench is for sitting on";

struct Ground {
    store::Database& database;
    Sizes sizes;
    base::Time now; // the end of what is filled in
    base::Time begun = now - std::chrono::days(300);
    std::mt19937 source{2027};             // of all choices but words
    std::vector<site::Viewer> people{};    // the most active first; that is who the bench signs in as
    std::vector<site::Viewer> delegates{}; // one a Center
    site::Viewer steward{};
    site::Viewer other_steward{};
    site::Viewer administrator{};

    [[nodiscard]] bool chance(int of_a_thousand) {
        return std::uniform_int_distribution(0, 999)(source) < of_a_thousand;
    }
    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(source); }
};

void add_people(Ground& ground);
void add_practices(Ground& ground);
void add_threads(Ground& ground);
void add_standards(Ground& ground);
/// What somebody who wants to measure has to know: addresses, cursors, words. As JSON.
std::string facts_of(store::Reader& db, const Ground& ground);

} // namespace bench
