#include "standards/ballots/verify.hpp"

#include "app/commands.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace app {

void verify(const std::filesystem::path& record) {
    std::ifstream in(record, std::ios::binary);
    // A folder opens like a file, and only reading it fails.
    if (!in || std::filesystem::is_directory(record))
        throw std::runtime_error("the record " + record.string() + " cannot be read");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto verified = standards::verify(text);
    if (!verified) throw std::runtime_error(standards::report(verified));
    std::printf("%s\n", standards::report(verified).c_str());
}

} // namespace app
