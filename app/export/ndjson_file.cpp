#include "app/export/ndjson_file.hpp"

#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace app {

NdjsonFile::NdjsonFile(std::filesystem::path file) : file_(std::move(file)) {
    std::filesystem::create_directories(file_.parent_path());
    out_.open(file_, std::ios::binary);
    if (!out_) throw std::runtime_error(file_.string() + " cannot be written");
}

void NdjsonFile::add(const boost::json::object& row) {
    out_ << boost::json::serialize(row) << '\n';
    ++rows_;
}

void NdjsonFile::close() {
    out_.close();
    if (!out_) throw std::runtime_error(file_.string() + " cannot be written to its end");
}

boost::json::value time_value(const std::optional<base::Time>& time) {
    if (!time) return nullptr;
    return boost::json::value(base::iso_time(*time));
}

boost::json::value text_value(const std::string& text) {
    if (text.empty()) return nullptr;
    return boost::json::value(text);
}

boost::json::array list_value(const std::string& joined) {
    boost::json::array list;
    if (joined.empty()) return list;
    for (const auto part : base::split(joined, ','))
        list.emplace_back(part);
    return list;
}

} // namespace app
