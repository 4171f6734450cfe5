// What can be asked for around proposals, ballots and the register.
#include "tests/http/acts.hpp"

namespace testing {
namespace {

std::vector<Act> proposal_acts() {
    const std::string text = "title=Two people|body=A Center keeps two people with each box.|summary=Ours";
    const std::string comment = "clause=c1|revision=1|body=Say **where**.";
    const std::string prolong = "to=consultation|reason=A holiday|consultation_closes=2027-03-20";
    return {
        {"GET /standards/proposals"},
        {"POST /standards/proposals", text},
        {"GET /standards/proposals/new"},
        {"GET /standards/proposals/watch"},
        {"POST /standards/proposals/watch"},
        {"GET /standards/proposals/unwatch"},
        {"POST /standards/proposals/unwatch"},
        {"GET /standards/proposals/{idea}"},
        {"GET /standards/proposals/{withdrawn proposal}"},
        {"GET /standards/proposals/{consultation}/edit"},
        {"GET /standards/proposals/{proposal in ballot}/edit"},
        {"POST /standards/proposals/{idea}/edit", text + "|base_revision=1"},
        {"POST /standards/proposals/{draft}/edit", text + "|base_revision=1"},
        {"POST /standards/proposals/{consultation}/edit", text + "|base_revision=2"},
        {"POST /standards/proposals/{proposal in ballot}/edit", text + "|base_revision=2"},
        {"POST /standards/proposals/{adopted proposal}/edit", text + "|base_revision=2"},
        {"POST /standards/proposals/{withdrawn proposal}/edit", text + "|base_revision=1"},
        {"POST /standards/proposals/{idea}/endorse"},
        {"POST /standards/proposals/{draft}/endorse"},
        {"POST /standards/proposals/{endorsed idea}/unendorse"},
        {"POST /standards/proposals/{idea}/watch"},
        {"POST /standards/proposals/{idea}/unwatch"},
        {"GET /standards/proposals/{idea}/authors"},
        {"GET /standards/proposals/{proposal in ballot}/authors"},
        {"POST /standards/proposals/{idea}/authors", "authors={handle}, clerk-of-calder-county"},
        {"POST /standards/proposals/{proposal in ballot}/authors",
         "authors={handle}, clerk-of-calder-county"},
        {"GET /standards/proposals/{idea}/stage"},
        {"POST /standards/proposals/{idea}/stage", "to=draft|reason=It is wanted", "to draft"},
        {"POST /standards/proposals/{idea}/stage", "to=withdrawn|reason=No need", "to withdrawn"},
        {"POST /standards/proposals/{draft}/stage", prolong, "to consultation"},
        {"POST /standards/proposals/{draft}/stage", "to=withdrawn|reason=No need", "to withdrawn"},
        {"POST /standards/proposals/{consultation}/stage", prolong, "prolonged"},
        {"POST /standards/proposals/{consultation}/stage", "to=withdrawn|reason=No need", "to withdrawn"},
        {"POST /standards/proposals/{proposal in ballot}/stage", "to=draft|reason=No need", "to draft"},
        {"POST /standards/proposals/{adopted proposal}/stage", "to=draft|reason=No need", "to draft"},
        {"GET /standards/proposals/{consultation}/history"},
        {"GET /standards/proposals/{consultation}/revisions/{revision}"},
        {"GET /standards/proposals/{consultation}/compare?from=1&to=2"},
        {"POST /standards/proposals/{consultation}/restore", "revision=1"},
        {"POST /standards/proposals/{proposal in ballot}/restore", "revision=1"},
        {"GET /standards/proposals/{consultation}/revisions/{revision}/redact"},
        {"POST /standards/proposals/{consultation}/revisions/{revision}/redact", "reason=An address"},
        {"POST /standards/proposals/{proposal in ballot}/revisions/{revision}/redact", "reason=An address"},
        {"GET /standards/proposals/{consultation}/comments"},
        {"POST /standards/proposals/{consultation}/comments", comment},
        {"POST /standards/proposals/{closed consultation}/comments", comment},
        {"POST /standards/proposals/{draft}/comments", comment},
        {"GET /standards/proposals/{consultation}/responses"},
        {"GET /standards/comments/{comment}"},
        {"POST /standards/comments/{comment}/withdraw"},
        {"POST /standards/comments/{answered comment}/withdraw"},
        {"GET /standards/comments/{comment}/remove"},
        {"POST /standards/comments/{comment}/remove", "reason=An address"},
        {"GET /standards/comments/{comment}/disposition"},
        {"GET /standards/comments/{comment received}/disposition"},
        {"POST /standards/comments/{comment}/disposition", "disposition=declined|reason=Clear as it is"},
        {"POST /standards/comments/{comment received}/disposition",
         "disposition=declined|reason=Clear as it is"},
    };
}

std::vector<Act> proposal_calls() {
    const std::string text = R"("title": "Two people", "body": "A Center keeps two.", "summary": "Ours")";
    return {
        {"GET /api/v1/proposals"},
        {"POST /api/v1/proposals", "{" + text + "}"},
        {"GET /api/v1/proposals/{idea}"},
        {"PUT /api/v1/proposals/{idea}", "{" + text + R"(, "base_revision": 1})"},
        {"PUT /api/v1/proposals/{proposal in ballot}", "{" + text + R"(, "base_revision": 2})"},
        {"POST /api/v1/proposals/{idea}/stage", R"({"to": "draft", "reason": "It is wanted"})", "to draft"},
        {"POST /api/v1/proposals/{idea}/stage", R"({"to": "withdrawn", "reason": "No need"})",
         "to withdrawn"},
        {"POST /api/v1/proposals/{idea}/endorsement", "{}"},
        {"DELETE /api/v1/proposals/{endorsed idea}/endorsement"},
        {"GET /api/v1/proposals/{consultation}/comments"},
        {"POST /api/v1/proposals/{consultation}/comments",
         R"({"clause": "c1", "revision": 1, "body": "Say **where**."})"},
        {"POST /api/v1/proposals/{closed consultation}/comments",
         R"({"clause": "c1", "revision": 1, "body": "Say **where**."})"},
        {"GET /api/v1/comments/{comment}"},
        {"PUT /api/v1/comments/{comment}/disposition",
         R"({"disposition": "declined", "reason": "It is clear"})"},
        {"PUT /api/v1/comments/{comment received}/disposition",
         R"({"disposition": "declined", "reason": "It is clear"})"},
        {"GET /api/v1/proposals/{idea}/ledger"},
    };
}

std::vector<Act> ballot_acts() {
    const std::string opening =
        "revision=2|electorate=centers|secrecy=secret|approval=two_thirds|quorum=at least 1/2|"
        "closes_day=2027-03-20|closes_time=17:00";
    const std::string opening_call =
        R"({"revision": 2, "electorate": "centers", "secrecy": "secret", "approval": "two_thirds",
            "quorum": "at least 1/2", "closes": "2027-03-20T21:00:00Z"})";
    return {
        {"GET /standards/proposals/{closed consultation}/ballots/new"},
        {"GET /standards/proposals/{consultation}/ballots/new"},
        {"POST /standards/proposals/{closed consultation}/ballots", opening},
        {"POST /standards/proposals/{consultation}/ballots", opening},
        {"GET /ballots"},
        {"GET /ballots/{open ballot}"},
        {"GET /ballots/{closed ballot}"},
        {"GET /ballots/{certified ballot}"},
        {"GET /ballots/{void ballot}"},
        {"POST /ballots/{open ballot}/vote", "choice=decline|reason=Three people work here."},
        {"POST /ballots/{ballot of members}/vote", "choice=decline|reason=Three people work here."},
        {"POST /ballots/{closed ballot}/vote", "choice=approve"},
        {"POST /ballots/{void ballot}/vote", "choice=approve"},
        {"GET /ballots/{open ballot}/void"},
        {"POST /ballots/{open ballot}/void", "reason=A clause had a mistake"},
        {"POST /ballots/{closed ballot}/void", "reason=A clause had a mistake"},
        {"POST /ballots/{certified ballot}/void", "reason=A clause had a mistake"},
        {"POST /ballots/{open ballot}/certify"},
        {"POST /ballots/{closed ballot}/certify"},
        {"POST /ballots/{certified ballot}/certify"},
        {"POST /ballots/{void ballot}/certify"},
        {"GET /ballots/{open ballot}/record"},
        {"GET /ballots/{closed ballot}/record"},
        {"GET /ballots/{certified ballot}/record"},
        {"POST /api/v1/proposals/{closed consultation}/ballots", opening_call},
        {"GET /api/v1/ballots"},
        {"GET /api/v1/ballots/{open ballot}"},
        {"GET /api/v1/ballots/{certified ballot}"},
        {"PUT /api/v1/ballots/{open ballot}/vote", R"({"choice": "decline", "reason": "Three work here."})"},
        {"PUT /api/v1/ballots/{ballot of members}/vote",
         R"({"choice": "decline", "reason": "Three work here."})"},
        {"POST /api/v1/ballots/{closed ballot}/certification", "{}"},
        {"POST /api/v1/ballots/{open ballot}/voiding", R"({"reason": "A clause had a mistake"})"},
        {"GET /api/v1/ballots/{closed ballot}/record"},
        {"GET /api/v1/ballots/{certified ballot}/record"},
    };
}

std::vector<Act> register_acts() {
    return {
        {"GET /standards"},
        {"GET /standards/feed.atom"},
        {"GET /standards/{standard}"},
        {"GET /standards/{retired standard}"},
        {"GET /standards/{standard}/versions/{revision}"},
        {"GET /standards/{standard}/compare?from=1&to=1"},
        {"GET /standards/{standard}/adoption"},
        {"POST /standards/{standard}/adoption", "status_c1=in_progress|note_c1=Half|shared=yes"},
        {"GET /standards/{standard}/retire"},
        {"POST /standards/{standard}/retire", "reason=It is law now"},
        {"POST /standards/{retired standard}/retire", "reason=It is law now"},
        {"POST /standards/{standard}/revise"},
        {"POST /standards/{retired standard}/revise"},
        {"GET /api/v1/standards"},
        {"GET /api/v1/standards/{standard}"},
        {"GET /api/v1/standards/{standard}/adoption"},
        {"PUT /api/v1/standards/{standard}/adoption", R"({"status_c1": "in_progress", "shared": true})"},
    };
}

} // namespace

std::vector<Act> acts_of_standards() {
    auto all = proposal_acts();
    for (auto* more : {proposal_calls, ballot_acts, register_acts})
        for (auto& act : more())
            all.push_back(std::move(act));
    return all;
}

} // namespace testing
