// A whole question-and-answer site as the import takes it, whatever files it came from.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// The title and body as somebody left them.
struct QaVersion {
    base::Time at;
    std::string author;
    std::string summary;
    std::string title; // "" for an answer
    std::string body;  // Markdown
};

struct QaComment {
    std::int64_t id;
    base::Time at;
    std::string author;
    std::string body;
};

struct QaPost {
    std::int64_t id = 0;
    base::Time at{};
    std::string licence;             // "CC BY-SA 4.0"
    std::vector<QaVersion> versions; // the oldest first, at least one
    std::vector<QaComment> comments; // by time
};

struct QaLink {
    std::int64_t to; // id of a question
    bool duplicate;
};

struct QaQuestion {
    QaPost post;
    std::vector<std::string> tags;
    std::optional<base::Time> closed;
    std::int64_t accepted = 0;   // id of an answer
    std::vector<QaPost> answers; // by time
    std::vector<QaLink> links;
};

struct QaSite {
    std::string name;                  // "ai.stackexchange.com", or whatever the folder was called
    std::string address;               // "https://ai.stackexchange.com", or "" where nobody knows
    std::vector<QaQuestion> questions; // by time
    std::int64_t votes = 0;            // of people without an account here: counted, not imported
};

} // namespace app
