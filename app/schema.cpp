#include "app/schema.hpp"

#include "base/text.hpp"
#include "cmake/embedded.hpp"

#include <vector>

namespace app {

std::span<const store::Migration> migrations() {
    static const std::vector<store::Migration> steps = [] {
        std::vector<store::Migration> made;
        for (const auto& file : embedded::schema())
            made.push_back(
                {static_cast<int>(*base::parse_int(file.name.substr(0, 4))), file.name, file.data});
        return made;
    }();
    return steps;
}

} // namespace app
