// What the tests of the whole program start from: a thread with answers, pages with a history, people who
// wrote them, something in the inbox.
#pragma once

#include "tests/http/standards_ground.hpp"
#include "tests/support/scene.hpp"

#include <optional>

namespace testing {

struct World {
    World();

    Scene scene{};
    base::MemberId steward{};
    base::MemberId asker{};  // of Alder County
    base::MemberId helper{}; // of Alder County, answers and keeps the page
    forum::Started thread{}; // a question of the asker
    base::PostId answer{};   // of the helper
    base::PostId other_answer{};
    base::PageId page{}; // "Chain of custody", of the helper, with three revisions
    std::string steward_token{};
    std::string asker_token{};
    std::string reading_token{}; // of the steward, and good for reading only
    std::string writing_token{}; // likewise for writing

    /// Made when first asked for. The helper proposed, the asker speaks for Alder County.
    const StandardsGround& standards();

    /// Whose token it is, as a name: "steward", "asker".
    [[nodiscard]] const std::string& token(std::string_view of) const;

  private:
    std::optional<StandardsGround> standards_{};
};

} // namespace testing
