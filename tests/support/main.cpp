#define CATCH_CONFIG_RUNNER
#include "tests/support/skip.hpp"
#include "tests/support/test.hpp"

namespace {

constexpr int skipped_code = 77; // tests/CMakeLists.txt tells CTest
bool skipped = false;

} // namespace

void testing::skip(const std::string& missing) {
    WARN("skipped: the shared data has no " + missing);
    skipped = true;
}

int main(int argc, char** argv) {
    const int failed = Catch::Session().run(argc, argv);
    return failed == 0 && skipped ? skipped_code : failed;
}
