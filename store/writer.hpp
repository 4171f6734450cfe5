// Writing: what a job of the one writer may do. A function that takes a Writer& writes; one that takes a
// Reader& cannot.
#pragma once

#include "store/reader.hpp"

#include <functional>
#include <vector>

namespace store {

class Writer : public Reader {
  public:
    using Work = std::function<void(Writer&)>;
    /// What the jobs of one transaction left for its end, in their order.
    struct Rest {
        std::vector<Work> work;
        int finished = 0; // how often: what one job finished early can no longer be taken out alone
    };

    using Reader::Reader;
    /// The writer of many jobs together.
    Writer(Connection& connection, Rest& rest) : Reader(connection), rest_(&rest) {}

    /// Runs INSERT, UPDATE or DELETE; gives the number of rows changed.
    template <base::Literal sql, class... Values> int run(const Values&... values) {
        Run run(connection_.statement(Enrolled<sql>::number), values...);
        while (run.statement.step()) {}
        return connection_.changes();
    }

    /// Runs an INSERT; gives the new row's id.
    template <class Id, base::Literal sql, class... Values> Id insert(const Values&... values) {
        run<sql>(values...);
        return Id{connection_.last_insert()};
    }

    /// Does the work as part of this transaction, but at its end, once for all jobs that share it; where
    /// nothing is shared, at once. Work of a job that is undone is left out; work that throws undoes them
    /// all. It is for what costs more in pieces: the search index writes a segment for itself whenever a
    /// savepoint begins or ends.
    void before_commit(Work work);
    /// Does now what is left for the end.
    void finish();

  private:
    Rest* rest_ = nullptr;
};

} // namespace store
