#include "tests/http/calls.hpp"

#include <algorithm>
#include <stdexcept>

namespace testing {
namespace {

namespace json = boost::json;

std::string path(std::string_view before, std::int64_t id, std::string_view after = "") {
    return std::string(before) + std::to_string(id) + std::string(after);
}

std::vector<Call> people_calls() {
    return {
        {"getDescription", "/api/v1/openapi.json"},
        {"getMe", "/api/v1/me"},
        {"listMembers", "/api/v1/members?name=ines&center=alder-county&role=member"},
        {"getMember", "/api/v1/members/ines-marsh"},
        {"listCenters", "/api/v1/centers?state=OH"},
        {"getCenter", "/api/v1/centers/alder-county"},
        {"invite", "/api/v1/invitations",
         R"({"email": "new@example.org", "name": "New Clerk", "role": "member", "center": "alder-county"})",
         201, "steward"},
        {"listInbox", "/api/v1/inbox?unread=true"},
    };
}

std::vector<Call> forum_calls(const World& world) {
    const auto thread = world.thread.thread.value;
    const auto answer = world.answer.value;
    return {
        {"listCategories", "/api/v1/categories"},
        {"listThreads", "/api/v1/threads?category=poll-workers&kind=question&state=answered&sort=new"},
        {"createThread", "/api/v1/threads",
         R"({"category": "poll-workers", "kind": "question", "title": "Who pays them?",
             "body": "Who **pays**?", "tags": ["students", "poll-worker-pay"], "needed_by": "2027-03-09",
             "attribution": "unnamed"})",
         201},
        {"getThread", path("/api/v1/threads/", thread)},
        {"changeThread", path("/api/v1/threads/", thread),
         R"({"title": "Who recruits them?", "summary": "Shorter", "base_revision": 1, "tags": ["students"],
             "needed_by": "2027-03-10"})"},
        {"reply", path("/api/v1/threads/", thread, "/posts"), R"({"body": "Thank you."})", 201},
        {"getPost", path("/api/v1/posts/", answer)},
        {"editPost", path("/api/v1/posts/", world.thread.post.value),
         R"({"title": "Who recruits students?", "body": "We need **twenty** more.", "summary": "Count again",
             "base_revision": 1})"},
        {"withdrawPost", path("/api/v1/posts/", answer), R"({"reason": "It was about another state"})", 200,
         "steward"},
        {"listPostRevisions", path("/api/v1/posts/", answer, "/revisions")},
        {"vote", path("/api/v1/posts/", answer, "/vote")},
        {"unvote", path("/api/v1/posts/", answer, "/vote")},
        {"accept", path("/api/v1/posts/", answer, "/acceptance"), R"({"states": ["OH", "PA"]})"},
        {"unaccept", path("/api/v1/posts/", answer, "/acceptance")},
    };
}

std::vector<Call> practice_calls() {
    return {
        {"listAreas", "/api/v1/areas"},
        {"listPages", "/api/v1/pages?area=poll-workers"},
        {"createPage", "/api/v1/pages",
         R"({"title": "Seals", "body": "Two people **seal**.", "summary": "From our manual",
             "area": "ballots-and-equipment", "slug": "seals",
             "owner": "ines-marsh", "review_by": "2028-01-15"})",
         201},
        {"getPage", "/api/v1/pages/chain-of-custody"},
        {"savePage", "/api/v1/pages/chain-of-custody",
         R"({"title": "Chain of custody", "body": "Short.", "summary": "Shorter", "base_revision": 3})"},
        {"listPageRevisions", "/api/v1/pages/chain-of-custody/revisions"},
        {"getPageRevision", "/api/v1/pages/chain-of-custody/revisions/2"},
        {"comparePageRevisions", "/api/v1/pages/chain-of-custody/compare?from=1&to=3"},
        {"revertPage", "/api/v1/pages/chain-of-custody/revert",
         R"({"revision": 1, "summary": "It was right"})"},
    };
}

std::vector<Call> proposal_calls(World& world) {
    const auto idea = world.standards().idea.value;
    const auto consulted = world.standards().consultation.value;
    const auto comment = world.standards().comment.value;
    return {
        {"listProposals", "/api/v1/proposals?stage=consultation&limit=5"},
        {"propose", "/api/v1/proposals",
         R"({"title": "Two people", "body": "A Center keeps two people with each box.", "summary": "Ours"})",
         201},
        {"getProposal", path("/api/v1/proposals/", consulted)},
        {"saveProposal", path("/api/v1/proposals/", idea),
         R"({"title": "Plain words", "body": "A Center writes plainly.", "summary": "Shorter",
             "base_revision": 1})"},
        {"changeStage", path("/api/v1/proposals/", consulted, "/stage"),
         R"({"to": "consultation", "reason": "A holiday", "consultation_closes": "2027-03-20T21:00:00Z"})",
         200, "steward"},
        {"endorse", path("/api/v1/proposals/", idea, "/endorsement"), "{}"},
        {"unendorse", path("/api/v1/proposals/", idea, "/endorsement")},
        {"listComments", path("/api/v1/proposals/", consulted, "/comments")},
        {"comment", path("/api/v1/proposals/", consulted, "/comments"),
         R"({"clause": "c1", "revision": 1, "body": "Say **where**.", "amendment": "### The rule is posted"})",
         201},
        {"getLedger", path("/api/v1/proposals/", consulted, "/ledger")},
        {"getComment", path("/api/v1/comments/", comment)},
        {"disposeComment", path("/api/v1/comments/", comment, "/disposition"),
         R"({"disposition": "accepted", "reason": "Clearer so", "apply": false})", 200, "steward"},
    };
}

std::vector<Call> ballot_calls(World& world) {
    const auto& standards = world.standards();
    const auto open = standards.open.value;
    return {
        {"openBallot", path("/api/v1/proposals/", standards.consulted.value, "/ballots"),
         R"({"revision": 1, "electorate": "centers", "secrecy": "secret", "approval": "two_thirds",
             "quorum": "at least 1/2", "closes": "2027-03-20T21:00:00Z"})",
         201, "steward"},
        {"listBallots", "/api/v1/ballots?limit=2"},
        {"getBallot", path("/api/v1/ballots/", standards.certified.value)},
        {"castVote", path("/api/v1/ballots/", open, "/vote"),
         R"({"choice": "decline", "reason": "Three people work here."})"},
        {"certifyResult", path("/api/v1/ballots/", standards.closed.value, "/certification"), "{}", 200,
         "steward"},
        {"voidBallot", path("/api/v1/ballots/", open, "/voiding"), R"({"reason": "A clause had a mistake"})",
         200, "steward"},
        {"getBallotRecord", path("/api/v1/ballots/", standards.certified.value, "/record")},
    };
}

std::vector<Call> register_calls(World& world) {
    const auto standard = "/api/v1/standards/" + world.standards().number;
    return {
        {"listStandards", "/api/v1/standards"},
        {"getStandard", standard + "?version=1"},
        {"getAdoption", standard + "/adoption"},
        {"saveAdoption", standard + "/adoption",
         R"({"status_c1": "in_progress", "note_c1": "Half", "evidence_c1": "/practices/chain-of-custody",
             "shared": true})"},
    };
}

std::vector<Call> search_calls() {
    return {
        {"search", "/api/v1/search?q=students&kind=question&limit=5"},
        {"suggest", "/api/v1/suggest?q=chain"},
        {"similar", "/api/v1/similar?q=Who+recruits+students%3F"},
    };
}

} // namespace

server::Method Call::method() const {
    return base::parse_enum<server::Method>(described().method).value();
}

std::vector<Call> good_calls(World& world) {
    std::vector<Call> all;
    for (const auto& some : {people_calls(), forum_calls(world), practice_calls(), proposal_calls(world),
                             ballot_calls(world), register_calls(world), search_calls()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

const Call& call_of(const std::vector<Call>& calls, std::string_view operation) {
    const auto found = std::ranges::find(calls, operation, &Call::operation);
    if (found == calls.end()) throw std::runtime_error("no good call of " + std::string(operation));
    return *found;
}

server::Response send(World& world, const Call& call) {
    return send(world, call, call.body);
}

server::Response send(World& world, const Call& call, const std::string& body) {
    return world.scene.call(world.token(call.by), call.method(), call.target, body);
}

std::vector<std::string> differences(const description::Operation& operation,
                                     const server::Response& answer) {
    const auto& said = operation.response(answer.status);
    std::vector<std::string> found;
    if (const auto* headers = said.if_contains("headers"))
        for (const auto& [name, header] : headers->as_object())
            if (answer.headers.get(name).empty())
                found.push_back("the header field " + std::string(name) + " is missing");
    const auto* content = said.if_contains("content");
    if (!content) {
        if (!answer.content().empty()) found.emplace_back("there is a body");
        return found;
    }
    const auto type = answer.headers.get("Content-Type");
    const auto* media = content->as_object().if_contains(type);
    if (!media) {
        found.push_back("the content type is " + std::string(type));
        return found;
    }
    json::error_code error;
    const auto value = json::parse(answer.content(), error);
    if (error) {
        found.emplace_back("the body is not JSON");
        return found;
    }
    const auto faults = description::faults(value, description::resolve(media->at("schema")));
    found.insert(found.end(), faults.begin(), faults.end());
    return found;
}

std::vector<std::string> faulty_fields(const server::Response& answer) {
    std::vector<std::string> names;
    json::error_code error;
    const auto value = json::parse(answer.content(), error);
    const auto* problem = error ? nullptr : value.if_object();
    const auto* fields = problem ? problem->if_contains("fields") : nullptr;
    if (!fields) return names;
    for (const auto& field : fields->as_array())
        names.emplace_back(field.at("field").as_string());
    return names;
}

} // namespace testing
