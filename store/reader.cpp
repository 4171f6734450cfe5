#include "store/reader.hpp"

#include "store/failure.hpp"

namespace store {

void Snapshot::renew() {
    end();
    connection_.run<"BEGIN">();
}

void Snapshot::end() noexcept {
    try {
        if (connection_.in_transaction()) connection_.run<"COMMIT">();
    } catch (const Failure&) {
        // A read transaction that cannot be ended is ended by the connection's next use or its closing.
    }
}

} // namespace store
