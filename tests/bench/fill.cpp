// Fills a data folder for the benchmark: `bench_fill DIR THREADS`. Threads of ten posts (the first one of
// twenty-one), and everything else in proportion: ground.hpp says how much.
#include "app/blocks.hpp"
#include "app/data_folder.hpp"
#include "app/schema.hpp"
#include "base/clock.hpp"
#include "base/text.hpp"
#include "tests/bench/ground.hpp"

#include <cstdio>

int main(int argc, char** argv) {
    try {
        if (argc != 3) throw std::runtime_error("bench_fill DIR THREADS");
        const std::filesystem::path folder = argv[1];
        const auto threads = base::parse_int(argv[2]);
        if (!threads || *threads < 10) throw std::runtime_error("THREADS is a number from 10");
        const auto database = app::open_or_make_data(folder);
        bench::Ground ground{*database, {static_cast<int>(*threads)}, base::system_clock()()};
        bench::add_people(ground);
        bench::add_practices(ground);
        bench::add_threads(ground);
        bench::add_standards(ground);
        const auto connection = database->open_reader();
        store::Reader reader(*connection);
        app::write_file(folder / "facts.json", bench::facts_of(reader, ground));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_fill: %s\n", error.what());
        return 1;
    }
}
