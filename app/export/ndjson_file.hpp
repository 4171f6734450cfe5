// A file with one JSON object a line (https://github.com/ndjson/ndjson-spec), written row by row.
#pragma once

#include "base/clock.hpp"

#include <boost/json/object.hpp>

#include <filesystem>
#include <fstream>
#include <optional>

namespace app {

class NdjsonFile {
  public:
    /// Throws std::runtime_error where the file cannot be made.
    explicit NdjsonFile(std::filesystem::path file);

    void add(const boost::json::object& row);
    /// Must be called at the end: throws std::runtime_error where a row could not be written, as on a full
    /// disk.
    void close();

    [[nodiscard]] std::size_t rows() const { return rows_; }

  private:
    std::filesystem::path file_;
    std::ofstream out_;
    std::size_t rows_ = 0;
};

/// "2027-03-01T09:30:00Z", or null.
boost::json::value time_value(const std::optional<base::Time>& time);
/// The text, or null where it is empty.
boost::json::value text_value(const std::string& text);
/// ["a","b"] of "a,b"
boost::json::array list_value(const std::string& joined);

} // namespace app
