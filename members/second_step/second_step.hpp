// The second step at sign-in: a code of the member's authenticator app, or one of the recovery codes on
// paper. An app's key is kept sealed under a key in a file beside the data file; a code is taken once.
#pragma once

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/problem.hpp"
#include "base/random.hpp"
#include "members/passwords.hpp"
#include "store/writer.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace members {

/// How long a key that was shown waits for its first code.
constexpr std::chrono::seconds offer_length = std::chrono::minutes(30);
constexpr int recovery_code_count = 10;

/// The key that seals all apps' keys: 32 bytes in DATA/second-step.key, in no backup. Where it is lost, the
/// apps' codes are worth nothing; recovery codes and an administrator still help.
class StepKey {
  public:
    explicit StepKey(const std::filesystem::path& data_file);

    [[nodiscard]] std::optional<std::string> find() const;
    /// Only on the writer, so that two never make one each.
    [[nodiscard]] std::string find_or_make(const base::Random& random) const;
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    std::filesystem::path file_;
};

struct SecondStep {
    base::Time since;
    std::int64_t codes_left; // recovery codes
};
/// Nothing where the member signs in by password alone.
std::optional<SecondStep> second_step_of(store::Reader& db, base::MemberId member);

/// Makes a key and keeps it for `offer_length`, in place of an older offer; gives it raw, for the app.
std::string offer_second_step(store::Writer& db, const StepKey& file, const base::Random& random,
                              base::MemberId member, base::Time now);
/// The key that was offered and has not been confirmed yet.
std::optional<std::string> offered_key(store::Reader& db, const StepKey& file, base::MemberId member,
                                       base::Time now);
/// Turns the second step on, or moves it to another app, by the first code of the key that was offered; the
/// recovery codes of before are worth nothing then. Fails with `invalid` at "code", or `gone` where nothing
/// is offered any more.
base::Result<> turn_on(store::Writer& db, const StepKey& file, base::MemberId member, std::string_view code,
                       const std::vector<std::string>& recovery_hashes, base::Time now);
/// Takes everything of it away. False where there was nothing.
bool turn_off(store::Writer& db, base::MemberId member);

/// Whether this is a code of the member's app that was not taken before; then it is taken. Fails with
/// `invalid` at "code", in words that fit a lost key too.
base::Result<> take_app_code(store::Writer& db, const StepKey& file, base::MemberId member,
                             std::string_view code, base::Time now);

struct RecoveryCodes {
    std::vector<std::string> shown;  // "k7dm2-x9qrt"
    std::vector<std::string> hashes; // what is kept
};
/// Fails with `unavailable` when too many hash just now.
base::Result<RecoveryCodes> make_recovery_codes(Passwords& passwords, const base::Random& random);
/// In place of those of before.
void set_recovery_codes(store::Writer& db, base::MemberId member, const std::vector<std::string>& hashes);

struct KeptCode {
    std::int64_t id;
    std::string hash;
};
std::vector<KeptCode> unused_recovery_codes(store::Reader& db, base::MemberId member);
/// False where somebody was faster.
bool use_recovery_code(store::Writer& db, std::int64_t code, base::Time now);

/// What to say of a first code that is not right: often the telephone's clock is wrong.
base::Problem wrong_first_code();

/// What people type, without blanks and hyphens, in small letters.
std::string tidy_code(std::string_view typed);

/// What is wrong with what is kept, a sentence each: for `cohort check`.
std::vector<std::string> check_second_steps(store::Reader& db);

} // namespace members
