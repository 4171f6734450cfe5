#include "app/import/xml_rows.hpp"

#include "base/text.hpp"

#include <expat.h>

#include <array>
#include <exception>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace app {
namespace {

/// Goes through the C library as its user data; an exception waits here until the library has returned.
struct Reading {
    XML_Parser parser;
    const std::function<void(const XmlRow&)>& visit;
    std::string refused{};
    std::exception_ptr failure{};
};

void on_element(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = *static_cast<Reading*>(data);
    if (std::string_view(name) != "row") return;
    XmlRow row;
    for (; *attributes != nullptr; attributes += 2)
        row.attributes.emplace_back(attributes[0], attributes[1]);
    try {
        reading.visit(row);
    } catch (...) { // must not travel through C
        reading.failure = std::current_exception();
        XML_StopParser(reading.parser, XML_FALSE);
    }
}

void on_document_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    auto& reading = *static_cast<Reading*>(data);
    reading.refused = "a document type is declared, which no data dump has";
    XML_StopParser(reading.parser, XML_FALSE);
}

std::string why(const Reading& reading) {
    const auto line = XML_GetCurrentLineNumber(reading.parser);
    return "line " + std::to_string(line) + ": " +
           (reading.refused.empty() ? XML_ErrorString(XML_GetErrorCode(reading.parser)) : reading.refused);
}

} // namespace

std::string_view XmlRow::text(std::string_view name) const {
    for (const auto& [key, value] : attributes)
        if (key == name) return value;
    return {};
}

std::int64_t XmlRow::number(std::string_view name) const {
    return base::parse_int(text(name)).value_or(0);
}

void read_xml_rows(const std::filesystem::path& file, const std::function<void(const XmlRow&)>& visit) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + " cannot be read");
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                         XML_ParserFree);
    if (!parser) throw std::bad_alloc();
    Reading reading{parser.get(), visit};
    XML_SetUserData(parser.get(), &reading);
    XML_SetStartElementHandler(parser.get(), on_element);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
    std::array<char, 256 * 1024> buffer;
    for (bool last = false; !last;) {
        in.read(buffer.data(), buffer.size());
        if (in.bad()) throw std::runtime_error(file.string() + " cannot be read to its end");
        last = in.eof();
        const auto status =
            XML_Parse(parser.get(), buffer.data(), static_cast<int>(in.gcount()), last ? 1 : 0);
        if (reading.failure) std::rethrow_exception(reading.failure);
        if (status != XML_STATUS_OK) throw std::runtime_error(file.string() + ", " + why(reading));
    }
}

} // namespace app
