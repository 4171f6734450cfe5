// Everything that can be asked for: each route at least once, with input that is sound, so that nothing but
// who asks, for whose thing, decides.
#pragma once

#include "tests/http/town.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace testing {

struct Act {
    std::string target;  // "POST /forum/threads/{locked thread}/posts": method, path, names of things
    std::string input{}; // of a form "body=Words|reason=Because", of a call JSON; names of things in it too
    std::string note{};  // what is special about the input

    [[nodiscard]] server::Method method() const;
    /// "/forum/threads/{}/posts", as the routes have it.
    [[nodiscard]] std::string pattern() const;
    /// What the table calls it.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool is_call() const { return target.find(" /api/") != std::string::npos; }
};

const std::vector<Act>& all_acts();
/// Those of them around proposals, ballots and the register.
std::vector<Act> acts_of_standards();

enum class Whose { own, others };

/// The text with the names of things replaced by those that `viewer` has, or somebody else; nothing where
/// there are none.
std::optional<std::string> fill(std::string_view text, const Town& town, const Person& viewer, Whose whose);

/// The fields of such an input.
std::vector<std::pair<std::string, std::string>> form_of(const std::string& input);

/// Sends it. `token` in place of the viewer's own, for calls.
server::Response send(Town& town, const Act& act, const Person& viewer, const std::string& target,
                      const std::string& input, const std::string& token);

} // namespace testing
