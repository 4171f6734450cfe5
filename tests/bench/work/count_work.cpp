// Loaded before SQLite into the server that the growth bench measures: counts what SQLite does for a request,
// so that how work grows is known exactly, however busy or slow the machine is. The counts stand in the file
// that COHORT_WORK names: steps of SQLite's virtual machine, and pages of the data file that were looked at
// (the full-text index's too).
#include <dlfcn.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>

namespace {

struct Counts {
    std::atomic<std::uint64_t> steps;
    std::atomic<std::uint64_t> pages;
};

Counts* open_counts() {
    const char* file = std::getenv("COHORT_WORK");
    if (!file) return nullptr;
    const int descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0 || ftruncate(descriptor, sizeof(Counts)) != 0) return nullptr;
    void* memory = mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    return memory == MAP_FAILED ? nullptr : static_cast<Counts*>(memory);
}

Counts* counts() {
    static Counts* const opened = open_counts();
    return opened;
}

using Function = int (*)(sqlite3_stmt*);

Function behind(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::uint64_t taken(sqlite3* database, int what) {
    int now = 0;
    int highest = 0;
    sqlite3_db_status(database, what, &now, &highest, 1);
    return static_cast<std::uint64_t>(now);
}

void count(sqlite3_stmt* statement) {
    if (!statement || !counts()) return;
    counts()->steps +=
        static_cast<std::uint64_t>(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1));
    sqlite3* database = sqlite3_db_handle(statement);
    counts()->pages +=
        taken(database, SQLITE_DBSTATUS_CACHE_HIT) + taken(database, SQLITE_DBSTATUS_CACHE_MISS);
}

} // namespace

extern "C" int sqlite3_step(sqlite3_stmt* statement) {
    static const Function step = behind("sqlite3_step");
    const int code = step(statement);
    if (code != SQLITE_ROW) count(statement);
    return code;
}

extern "C" int sqlite3_reset(sqlite3_stmt* statement) {
    static const Function reset = behind("sqlite3_reset");
    count(statement);
    return reset(statement);
}
