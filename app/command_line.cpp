#include "app/command_line.hpp"

namespace app {

int run(int, char**) {
    return 0;
}

} // namespace app
