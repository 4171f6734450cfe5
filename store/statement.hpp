// One prepared statement: bind by place, step, read by column. The only typed border between C++ values and
// SQLite's.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/id.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

class Statement {
  public:
    Statement() = default;
    /// Prepares; throws Failure with the statement's text when it is wrong.
    Statement(sqlite3* connection, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    explicit operator bool() const { return handle_ != nullptr; }

    // Binding: places count from 1. Text must live until the statement is reset.
    void bind(int place, std::nullptr_t);
    void bind(int place, std::int64_t value);
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    template <std::integral T> void bind(int place, T value) {
        bind(place, static_cast<std::int64_t>(value));
    }
    template <class Tag> void bind(int place, base::Id<Tag> id) { bind(place, id.value); }
    template <base::NamedEnum E> void bind(int place, E value) { bind(place, base::enum_text(value)); }
    void bind(int place, base::Time time) {
        bind(place, static_cast<std::int64_t>(time.time_since_epoch().count()));
    }
    void bind(int place, const std::string& value) { bind(place, std::string_view(value)); }
    void bind(int place, const char* value) { bind(place, std::string_view(value)); }
    template <class T> void bind(int place, const std::optional<T>& value) {
        if (value)
            bind(place, *value);
        else
            bind(place, nullptr);
    }

    /// Goes to the next row; false when there is none. Throws Failure.
    bool step();
    /// Ends the run and forgets what was bound.
    void reset() noexcept;

    [[nodiscard]] int columns() const;
    [[nodiscard]] int parameters() const;

    /// Reads a column, counted from 0, of the row that step() reached. NULL goes into an optional only.
    void read(int column, std::int64_t& out) const;
    void read(int column, double& out) const;
    void read(int column, std::string& out) const;
    void read(int column, bool& out) const;
    void read(int column, int& out) const;
    void read(int column, base::Time& out) const;
    template <class Tag> void read(int column, base::Id<Tag>& out) const { read(column, out.value); }
    template <base::NamedEnum E> void read(int column, E& out) const {
        std::string text;
        read(column, text);
        const auto value = base::parse_enum<E>(text);
        if (!value) refuse(column, "a word that the program does not know");
        out = *value;
    }
    template <class T> void read(int column, std::optional<T>& out) const {
        if (is_null(column)) {
            out.reset();
            return;
        }
        read(column, out.emplace());
    }

  private:
    [[nodiscard]] bool is_null(int column) const;
    [[noreturn]] void refuse(int column, const char* why) const;

    sqlite3_stmt* handle_ = nullptr;
};

} // namespace store
