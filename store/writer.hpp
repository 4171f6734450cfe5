// Writing: what a job of the one writer may do. A function that takes a Writer& writes; one that takes a
// Reader& cannot.
#pragma once

#include "store/reader.hpp"

namespace store {

class Writer : public Reader {
  public:
    using Reader::Reader;

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
};

} // namespace store
