// Reading: `db.all<Row, "SELECT …">(values…)` gives plain structs. The columns stand in the order of the
// struct's fields.
#pragma once

#include "store/catalogue.hpp"
#include "store/connection.hpp"

#include <boost/pfr.hpp>

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace store {

/// What fills from one column: numbers, text, ids, times, named enums, and optionals of them.
template <class T>
concept Scalar = requires(const Statement& s, T& out) { s.read(0, out); };

class Reader {
  public:
    explicit Reader(Connection& connection) : connection_(connection) {}

    /// Every row. `Row` is a Scalar (one column) or an aggregate of Scalars (one column a field).
    template <class Row, base::Literal sql, class... Values> std::vector<Row> all(const Values&... values) {
        std::vector<Row> rows;
        each<Row, sql>([&](Row&& row) { rows.push_back(std::move(row)); }, values...);
        return rows;
    }

    /// The first row, or nothing.
    template <class Row, base::Literal sql, class... Values> std::optional<Row> one(const Values&... values) {
        Run run(connection_.statement(Enrolled<sql>::number), values...);
        if (!run.statement.step()) return std::nullopt;
        return read_row<Row>(run.statement);
    }

    /// The only row of a query that always has one: counts, sums, EXISTS.
    template <class Row, base::Literal sql, class... Values> Row get(const Values&... values) {
        auto row = one<Row, sql>(values...);
        if (!row) throw std::logic_error("no row where there always is one: " + std::string(sql.view()));
        return *std::move(row);
    }

    /// Calls `visit(Row&&)` for each row without keeping them: for exports. The same statement must not run
    /// inside.
    template <class Row, base::Literal sql, class Visit, class... Values>
    void each(Visit&& visit, const Values&... values) {
        Run run(connection_.statement(Enrolled<sql>::number), values...);
        while (run.statement.step())
            visit(read_row<Row>(run.statement));
    }

    /// For what only one folder may do, with SQL of its own making: explaining plans, integrity checks.
    [[nodiscard]] Connection& connection() { return connection_; }

  protected:
    /// A run of a statement: values bound at its start, reset at its end whatever happens.
    struct Run {
        template <class... Values> explicit Run(Statement& s, const Values&... values) : statement(s) {
            if (statement.parameters() != static_cast<int>(sizeof...(Values)))
                throw std::logic_error("a statement was given the wrong number of values");
            int place = 0;
            (statement.bind(++place, values), ...);
        }
        ~Run() { statement.reset(); }
        Run(const Run&) = delete;
        Run& operator=(const Run&) = delete;

        Statement& statement;
    };

    template <class Row> static Row read_row(const Statement& statement) {
        Row row{};
        if constexpr (Scalar<Row>) {
            statement.read(0, row);
        } else {
            if (statement.columns() != static_cast<int>(boost::pfr::tuple_size_v<Row>))
                throw std::logic_error("a statement's columns do not match the fields of its row");
            boost::pfr::for_each_field(row, [&](auto& field, std::size_t column) {
                statement.read(static_cast<int>(column), field);
            });
        }
        return row;
    }

    Connection& connection_;
};

/// One consistent view of the data for as long as it lives: what a page shows fits together.
class Snapshot {
  public:
    explicit Snapshot(Reader& reader) : connection_(reader.connection()) { renew(); }
    ~Snapshot() { end(); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    /// Lets go of this view. Who waits must: while anybody holds a view, the write-ahead log cannot be
    /// emptied, and grows.
    void end() noexcept;
    /// Lets go of this view and takes one of now: after a write, so that the writer sees its own work.
    void renew();

  private:
    Connection& connection_;
};

} // namespace store
