// `cohort SUBCOMMAND …`: reads the words, calls the file that does it, turns a failure into one clear line.
#pragma once

namespace app {

/// The program. Returns the exit status: 0 done, 1 it failed (one line on standard error says why), 2 wrong
/// words.
int run(int argc, char** argv);

} // namespace app
