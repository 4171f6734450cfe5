#include "tests/attack/fields.hpp"

#include "tests/support/source_tree.hpp"

#include <algorithm>
#include <iterator>
#include <regex>

namespace attack {
namespace {

using enum Kind;

constexpr Known everywhere[] = {
    {"title", line, "A calm title"},
    {"summary", line, "Why it changed"},
    {"reason", line, "Because of that"},
    {"name", line, "Calm Name"},
    {"about", text, "Calm words."},
    {"equipment", text, "scanners"},
    {"jurisdiction", line, "county"},
    {"body", markdown, "Calm words."},
    {"amendment", markdown, "### The rule is posted"},
    {"tags", tags, "students", true},
    {"email", bound, "calm@example.org"},
    {"role", bound, "member"},
    {"center", bound, "alder-county"},
    {"zone", bound, "America/Chicago"},
    {"slug", bound, "calm-place"},
    {"state", bound, "OH"},
    {"registered_voters", bound, "900"},
    {"category", bound, "poll-workers"},
    {"kind", bound, "question"},
    {"attribution", bound, "named"},
    {"needed_by", bound, "2027-03-09"},
    {"states", bound, "OH", true},
    {"reply_to", bound},
    {"base_revision", carried},
    {"tags_before", carried},
    {"needed_by_before", carried},
    {"revision", bound, "1"},
    {"area", bound, "poll-workers"},
    {"owner", bound, "ines-marsh"},
    {"review_by", bound, "2028-01-15"},
    {"reviewed", bound, "yes"},
    {"locked", bound, "false"},
    {"pinned", bound, "false"},
    {"watching", bound, "true"},
    {"electorate", bound, "centers"},
    {"secrecy", bound, "secret"},
    {"approval", bound, "two_thirds"},
    {"quorum", bound, "at least 1/2"},
    {"closes", bound, "2027-03-20T21:00:00Z"},
    {"closes_day", bound, "2027-03-20"},
    {"closes_time", bound, "17:00"},
    {"choice", bound, "decline"},
    {"to", bound, "consultation"},
    {"consultation_closes", bound, "2027-03-20T21:00:00Z"},
    {"authors", bound, "ines-marsh", true},
    {"clause", bound, "c1"},
    {"disposition", bound, "accepted"},
    {"apply", bound, "false"},
    {"shared", bound, "true"},
    {"replaced_by", bound},
    {"scopes", bound, "read", true},
    {"days", bound, "30"},
    {"open", bound, "yes"},
    {"seen", carried},
    {"proof", carried},
    {"session", carried},
    {"entry", carried},
    {"key", carried, "/practices/seals/edit"},
    {"next", carried},
    {"act", carried},
    {"all", carried},
    {"page", carried},
    {"code", bound, "123456"},
    {"recovery_code", bound},
    {"forgery_token", carried},
    {"password", secret, "four grey herons wade"},
    {"current_password", secret, "four grey herons wade"},
};

constexpr Known by_beginning[] = {
    {"status_", bound, "in_progress"},
    {"note_", text, "Half of it"},
    {"evidence_", bound, "/practices/chain-of-custody"},
    {"delegate", bound},
    {"alternate_", bound},
};

} // namespace

std::optional<Known> known_field(std::string_view place, std::string_view name) {
    if (place == "POST /sign-in" && name == "email") return Known{"email", bound, "noor-haddad@example.org"};
    const auto* found = std::ranges::find(everywhere, name, &Known::name);
    if (found != std::end(everywhere)) return *found;
    found = std::ranges::find_if(by_beginning, [&](const Known& one) { return name.starts_with(one.name); });
    if (found != std::end(by_beginning)) return *found;
    return std::nullopt;
}

std::set<std::string> names_read_from(std::string_view fields) {
    const std::regex read(std::string(fields) +
                          R"re(\s*\.\s*(?:raw|line|text|list|number|flag|truth|has)\("(\w+)"\))re");
    std::set<std::string> names;
    for (const auto* room :
         {"app", "forum", "wiki", "standards", "search", "notices", "revisions", "members", "site"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(source_tree::path_of(room))) {
            if (entry.path().extension() != ".cpp") continue;
            const auto text = source_tree::text_of(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), read), end; at != end; ++at)
                names.insert((*at)[1]);
        }
    return names;
}

} // namespace attack
