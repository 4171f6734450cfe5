#include "tests/http/acts.hpp"

#include "base/text.hpp"

namespace testing {
namespace {

void append(std::vector<Act>& all, std::vector<Act> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<Act> program_acts() {
    return {
        {"GET /"},
        {"GET /about"},
        {"GET /accessibility"},
        {"GET /healthz"},
        {"GET /metrics"},
        {"GET /robots.txt"},
        {"GET /favicon.ico"},
        {"GET /static/{hash}/{...}"},
        {"GET /forum/posts/{post}/lift"},
        {"GET /practices/{page}/propose"},
        {"GET /search?q=seals"},
        {"GET /search/help"},
        {"GET /suggest?q=sea"},
        {"GET /similar?q=spare+seals"},
        {"GET /inbox"},
        {"POST /inbox/read", "all=yes"},
        {"POST /inbox/read", "entry={notice}", "one entry"},
        {"GET /drafts"},
        {"POST /drafts", "key=/forum/new|title=Half|body=Three quarters"},
        {"POST /drafts/delete", "key=/forum/new"},
        {"POST /preview", "body=Two **words**"},
    };
}

std::vector<Act> member_acts() {
    const std::string center =
        "name=Fern County|slug=fern-county|jurisdiction=county|state=OH|registered_voters=900";
    const std::string guest = "email=fresh@example.org|name=Fresh Clerk";
    return {
        {"GET /sign-in"},
        {"POST /sign-in", "email={email}|password={password}"},
        {"GET /sign-in/code"},
        {"POST /sign-in/code", "code=123456"},
        {"POST /sign-out"},
        {"GET /invitations"},
        {"GET /invitations/new"},
        {"POST /invitations/new", guest + "|role=member|center={center}", "a member"},
        {"POST /invitations/new", guest + "|role=coach", "a coach"},
        {"POST /invitations/new", guest + "|role=steward", "a steward"},
        {"GET /invitations/{invitation link}"},
        {"POST /invitations/{invitation link}",
         "name=New Clerk|zone=America/New_York|password=seven brown otters dive"},
        {"GET /invitations/{invitation}/revoke"},
        {"POST /invitations/{invitation}/revoke"},
        {"GET /members"},
        {"GET /members/{handle}"},
        {"GET /centers"},
        {"GET /centers/{center}"},
        {"GET /centers/{center}/edit"},
        {"POST /centers/{center}/edit",
         "name=Fern County|jurisdiction=county|state=OH|registered_voters=900"},
        {"GET /centers/{center}/delegates"},
        {"POST /centers/{center}/delegates", "delegate={clerk}"},
        {"GET /settings"},
        {"POST /settings", "name=Another Name|title=Deputy clerk|zone=America/Chicago"},
        {"GET /settings/sign-in"},
        {"GET /settings/password"},
        {"POST /settings/password", "current_password={password}|password=seven brown otters dive"},
        {"POST /settings/sessions/end", "", "all others"},
        {"POST /settings/sessions/end", "session={session}", "one"},
        {"GET /settings/second-step"},
        {"POST /settings/second-step", "act=app|current_password={password}"},
        {"POST /settings/second-step/confirm", "code=123456"},
        {"GET /settings/tokens"},
        {"POST /settings/tokens", "name=Reports|scopes=read|days=30|current_password={password}"},
        {"POST /settings/tokens/{token}/revoke"},
        {"GET /admin/audit"},
        {"GET /admin/centers/new"},
        {"POST /admin/centers/new", center},
        {"GET /admin/members/{handle}"},
        {"POST /admin/members/{handle}", "role=coach|center=|open=yes", "another role"},
        {"POST /admin/members/{handle}", "role={role}|center={center of}", "closing it"},
        {"POST /admin/members/{handle}/password"},
        {"POST /admin/members/{handle}/second-step"},
    };
}

std::vector<Act> forum_acts() {
    const std::string thread = "category=poll-workers|title=Who pays the helpers?|body=Who **pays**?";
    const std::string edit = "title=Who has seals?|body=We need twenty.|summary=Counted|base_revision=1";
    const std::string answer_edit = "body=We have thirty.|summary=Counted|base_revision=2";
    return {
        {"GET /forum"},
        {"GET /forum/categories/{category}"},
        {"POST /forum/categories/{category}/watch"},
        {"POST /forum/categories/{category}/unwatch"},
        {"GET /forum/tags"},
        {"GET /forum/tags/{tag}"},
        {"GET /forum/new"},
        {"GET /forum/threads"},
        {"POST /forum/threads", thread + "|kind=question", "a question"},
        {"POST /forum/threads", thread + "|kind=announcement", "an announcement"},
        {"GET /forum/threads/{thread}"},
        {"GET /forum/threads/{withdrawn thread}"},
        {"GET /forum/threads/{thread}/{slug}"},
        {"GET /forum/threads/{withdrawn thread}/{slug}"},
        {"POST /forum/threads/{thread}/posts", "body=Ask the high school."},
        {"POST /forum/threads/{locked thread}/posts", "body=Ask the high school."},
        {"POST /forum/threads/{withdrawn thread}/posts", "body=Ask the high school."},
        {"POST /forum/threads/{answered thread}/posts", "body=Thank you.|reply_to={answer}", "a comment"},
        {"POST /forum/threads/{thread}/watch"},
        {"POST /forum/threads/{thread}/unwatch"},
        {"POST /forum/threads/{thread}/lock"},
        {"POST /forum/threads/{locked thread}/unlock"},
        {"POST /forum/threads/{thread}/pin"},
        {"POST /forum/threads/{pinned thread}/unpin"},
        {"POST /forum/threads/{thread}/move", "category=office-management"},
        {"GET /forum/threads/{thread}/withdraw/reason"},
        {"GET /forum/threads/{answered thread}/withdraw/reason"},
        {"POST /forum/threads/{thread}/withdraw", "reason=Asked twice"},
        {"POST /forum/threads/{answered thread}/withdraw", "reason=Asked twice"},
        {"POST /forum/threads/{withdrawn thread}/withdraw", "reason=Asked twice"},
        {"GET /forum/posts/{post}"},
        {"GET /forum/posts/{withdrawn post}"},
        {"GET /forum/posts/{post}/edit"},
        {"GET /forum/posts/{post in a locked thread}/edit"},
        {"POST /forum/posts/{post}/edit", answer_edit},
        {"POST /forum/posts/{opening post}/edit", edit},
        {"POST /forum/posts/{post in a locked thread}/edit", answer_edit},
        {"POST /forum/posts/{withdrawn post}/edit", answer_edit},
        {"GET /forum/posts/{post}/history"},
        {"GET /forum/posts/{withdrawn post}/history"},
        {"GET /forum/posts/{post}/revisions/{revision}"},
        {"GET /forum/posts/{withdrawn post}/revisions/{revision}"},
        {"GET /forum/posts/{post}/compare?from=1&to=2"},
        {"GET /forum/posts/{withdrawn post}/compare?from=1&to=2"},
        {"POST /forum/posts/{post}/restore", "revision=1"},
        {"POST /forum/posts/{post in a locked thread}/restore", "revision=1"},
        {"POST /forum/posts/{withdrawn post}/restore", "revision=1"},
        {"GET /forum/posts/{post}/revisions/{revision}/redact"},
        {"POST /forum/posts/{post}/revisions/{revision}/redact", "reason=An address"},
        {"POST /forum/posts/{withdrawn post}/revisions/{revision}/redact", "reason=An address"},
        {"GET /forum/posts/{post}/withdraw"},
        {"POST /forum/posts/{post}/withdraw", "reason=It names a voter"},
        {"POST /forum/posts/{post in a locked thread}/withdraw", "reason=It names a voter"},
        {"POST /forum/posts/{withdrawn post}/withdraw", "reason=It names a voter"},
        {"POST /forum/posts/{post}/vote"},
        {"POST /forum/posts/{post in a locked thread}/vote"},
        {"POST /forum/posts/{withdrawn post}/vote"},
        {"POST /forum/posts/{voted post}/unvote"},
        {"GET /forum/posts/{answer}/accept"},
        {"POST /forum/posts/{answer}/accept", "states=OH"},
        {"POST /forum/posts/{accepted answer}/unaccept"},
    };
}

std::vector<Act> forum_calls() {
    const std::string thread = R"("category": "poll-workers", "title": "Who pays?", "body": "Who?")";
    return {
        {"GET /api/v1/categories"},
        {"GET /api/v1/threads"},
        {"POST /api/v1/threads", "{" + thread + R"(, "kind": "question"})", "a question"},
        {"POST /api/v1/threads", "{" + thread + R"(, "kind": "announcement"})", "an announcement"},
        {"GET /api/v1/threads/{thread}"},
        {"GET /api/v1/threads/{withdrawn thread}"},
        {"PATCH /api/v1/threads/{thread}", R"({"title": "Who has them?", "base_revision": 1})", "its text"},
        {"PATCH /api/v1/threads/{thread}", R"({"tags": ["students"]})", "its tags"},
        {"PATCH /api/v1/threads/{locked thread}", R"({"tags": ["students"]})", "its tags"},
        {"PATCH /api/v1/threads/{thread}", R"({"needed_by": "2027-03-09"})", "the day"},
        {"PATCH /api/v1/threads/{thread}", R"({"locked": true})", "locking it"},
        {"PATCH /api/v1/threads/{thread}", R"({"pinned": true})", "pinning it"},
        {"PATCH /api/v1/threads/{thread}", R"({"category": "office-management"})", "its category"},
        {"POST /api/v1/threads/{thread}/posts", R"({"body": "Thank you."})"},
        {"POST /api/v1/threads/{locked thread}/posts", R"({"body": "Thank you."})"},
        {"POST /api/v1/threads/{withdrawn thread}/posts", R"({"body": "Thank you."})"},
        {"GET /api/v1/posts/{post}"},
        {"GET /api/v1/posts/{withdrawn post}"},
        {"PATCH /api/v1/posts/{post}", R"({"body": "Thirty.", "base_revision": 2})"},
        {"PATCH /api/v1/posts/{post in a locked thread}", R"({"body": "Thirty.", "base_revision": 2})"},
        {"PATCH /api/v1/posts/{withdrawn post}", R"({"body": "Thirty.", "base_revision": 2})"},
        {"DELETE /api/v1/posts/{post}", R"({"reason": "It names a voter"})"},
        {"GET /api/v1/posts/{post}/revisions"},
        {"GET /api/v1/posts/{withdrawn post}/revisions"},
        {"PUT /api/v1/posts/{post}/vote"},
        {"PUT /api/v1/posts/{withdrawn post}/vote"},
        {"DELETE /api/v1/posts/{voted post}/vote"},
        {"PUT /api/v1/posts/{answer}/acceptance", R"({"states": ["OH"]})"},
        {"DELETE /api/v1/posts/{accepted answer}/acceptance"},
    };
}

std::vector<Act> practice_acts() {
    const std::string edit = "title=Seals again|body=Two people seal.|summary=Shorter|base_revision=2";
    return {
        {"GET /practices"},
        {"POST /practices", "title=Boxes|body=Two people carry.|summary=Ours|area=poll-workers"},
        {"GET /practices/new"},
        {"GET /practices/areas/{area}"},
        {"POST /practices/areas/{area}/watch"},
        {"POST /practices/areas/{area}/unwatch"},
        {"GET /practices/{page}"},
        {"GET /practices/{withdrawn page}"},
        {"GET /practices/{page}/edit"},
        {"GET /practices/{withdrawn page}/edit"},
        {"POST /practices/{page}/edit", edit},
        {"POST /practices/{withdrawn page}/edit", edit},
        {"GET /practices/{page}/links"},
        {"GET /practices/{withdrawn page}/links"},
        {"POST /practices/{page}/watch"},
        {"POST /practices/{page}/unwatch"},
        {"GET /practices/{page}/history"},
        {"GET /practices/{withdrawn page}/history"},
        {"GET /practices/{page}/revisions/{revision}"},
        {"GET /practices/{withdrawn page}/revisions/{revision}"},
        {"GET /practices/{page}/compare?from=1&to=2"},
        {"GET /practices/{withdrawn page}/compare?from=1&to=2"},
        {"GET /practices/{page}/revisions/{revision}/redact"},
        {"POST /practices/{page}/revisions/{revision}/redact", "reason=An address"},
        {"GET /practices/{withdrawn page}/revisions/{revision}/redact"},
        {"POST /practices/{withdrawn page}/revisions/{revision}/redact", "reason=An address"},
        {"POST /practices/{page}/restore", "revision=1|summary=It was right"},
        {"POST /practices/{withdrawn page}/restore", "revision=1|summary=It was right"},
        {"GET /practices/{page}/settings"},
        {"GET /practices/{page}/rename"},
        {"GET /practices/{page}/review"},
        {"GET /practices/{page}/withdraw"},
        {"POST /practices/{page}/rename", "slug=another-address"},
        {"POST /practices/{page}/review",
         "area=poll-workers|owner={handle}|review_by=2028-01-15|reviewed=yes"},
        {"POST /practices/{page}/withdraw", "reason=Merged into another"},
        {"POST /practices/{withdrawn page}/return"},
        {"GET /api/v1/areas"},
        {"GET /api/v1/pages"},
        {"POST /api/v1/pages",
         R"({"title": "Boxes", "body": "Two people.", "summary": "Ours", "area": "poll-workers"})"},
        {"GET /api/v1/pages/{page}"},
        {"GET /api/v1/pages/{withdrawn page}"},
        {"PUT /api/v1/pages/{page}",
         R"({"title": "Seals", "body": "Short.", "summary": "S", "base_revision": 2})"},
        {"PUT /api/v1/pages/{withdrawn page}",
         R"({"title": "Seals", "body": "Short.", "summary": "S", "base_revision": 2})"},
        {"GET /api/v1/pages/{page}/revisions"},
        {"GET /api/v1/pages/{withdrawn page}/revisions"},
        {"GET /api/v1/pages/{page}/revisions/{revision}"},
        {"GET /api/v1/pages/{withdrawn page}/revisions/{revision}"},
        {"GET /api/v1/pages/{page}/compare?from=1&to=2"},
        {"POST /api/v1/pages/{page}/revert", R"({"revision": 1, "summary": "It was right"})"},
    };
}

std::vector<Act> other_calls() {
    const std::string guest = R"("email": "fresh@example.org", "name": "Fresh Clerk")";
    return {
        {"GET /api/v1/openapi.json"},
        {"GET /api/v1/me"},
        {"GET /api/v1/members"},
        {"GET /api/v1/members/{handle}"},
        {"GET /api/v1/centers"},
        {"GET /api/v1/centers/{center}"},
        {"POST /api/v1/invitations", "{" + guest + R"(, "role": "member", "center": "{center}"})",
         "a member"},
        {"POST /api/v1/invitations", "{" + guest + R"(, "role": "coach"})", "a coach"},
        {"POST /api/v1/invitations", "{" + guest + R"(, "role": "administrator"})", "an administrator"},
        {"GET /api/v1/inbox"},
        {"GET /api/v1/search?q=seals"},
        {"GET /api/v1/suggest?q=sea"},
        {"GET /api/v1/similar?q=spare+seals"},
    };
}

std::optional<std::string> value_of(std::string_view name, const Town& town, const Person& viewer,
                                    Whose whose) {
    const bool own = whose == Whose::own;
    const std::string elsewhere = viewer.center == "alder-county" ? "birch-hollow-town" : "alder-county";
    const std::string center = own ? viewer.center : elsewhere;
    if (name == "password") return std::string(town_password);
    if (name == "center") return center.empty() ? std::nullopt : std::optional(center);
    if (name == "clerk") return center == "alder-county" ? "sam-same" : "ed-elsewhere";
    const auto& things = own ? viewer.things : town.owner.things;
    const auto found = things.find(name);
    return found == things.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

server::Method Act::method() const {
    return base::parse_enum<server::Method>(target.substr(0, target.find(' '))).value();
}

std::string Act::pattern() const {
    std::string pattern;
    bool inside = false;
    for (const char c : target.substr(target.find('/'))) {
        if (c == '?' && !inside) break;
        if (c == '}') inside = false;
        if (!inside) pattern += c;
        if (c == '{') inside = true;
    }
    if (target.ends_with("{...}")) pattern.insert(pattern.size() - 1, "...");
    return pattern;
}

std::string Act::name() const {
    const auto path = target.substr(0, target.find('?'));
    return "`" + path + "`" + (note.empty() ? "" : " " + note);
}

const std::vector<Act>& all_acts() {
    static const auto acts = [] {
        std::vector<Act> all;
        for (auto* some : {program_acts, member_acts, forum_acts, forum_calls, practice_acts,
                           acts_of_standards, other_calls})
            append(all, some());
        return all;
    }();
    return acts;
}

std::optional<std::string> fill(std::string_view text, const Town& town, const Person& viewer, Whose whose) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const auto name = end == std::string_view::npos ? "" : text.substr(at + 1, end - at - 1);
        if (name.empty() || name.find('"') != std::string_view::npos) { // JSON
            out += text[at];
            continue;
        }
        const auto value = value_of(name, town, viewer, whose);
        if (!value) return std::nullopt;
        out += *value;
        at = end;
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> form_of(const std::string& input) {
    std::vector<std::pair<std::string, std::string>> fields;
    if (input.empty()) return fields;
    for (const auto field : base::split(input, '|')) {
        const auto equals = field.find('=');
        fields.emplace_back(field.substr(0, equals), field.substr(equals + 1));
    }
    return fields;
}

server::Response send(Town& town, const Act& act, const Person& viewer, const std::string& target,
                      const std::string& input, const std::string& token) {
    if (act.is_call()) return town.scene.call(token, act.method(), target, input);
    if (act.method() == server::Method::get) return town.scene.get(viewer.browser, target);
    return town.scene.post(viewer.browser, target, form_of(input));
}

} // namespace testing
