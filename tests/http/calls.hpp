// One good call for every operation of the API: what each test starts from.
#pragma once

#include "tests/http/description.hpp"
#include "tests/http/world.hpp"

namespace testing {

struct Call {
    std::string operation;    // its id in the description
    std::string target;       // path and query
    std::string body{};       // JSON, or ""
    int status = 200;         // that it answers with
    std::string by = "asker"; // whose token

    [[nodiscard]] const description::Operation& described() const {
        return description::operation(operation);
    }
    [[nodiscard]] server::Method method() const;
};

std::vector<Call> good_calls(World& world);
const Call& call_of(const std::vector<Call>& calls, std::string_view operation);

/// Sends the call; `body` instead of its own where it is given.
server::Response send(World& world, const Call& call);
server::Response send(World& world, const Call& call, const std::string& body);

/// Where the answer differs from what the description says about its status: content type, JSON, header
/// fields.
std::vector<std::string> differences(const description::Operation& operation, const server::Response& answer);

/// The fields that a problem names.
std::vector<std::string> faulty_fields(const server::Response& answer);

} // namespace testing
