#include "tests/http/town.hpp"

#include "base/text.hpp"
#include "forum/acts.hpp"
#include "members/accounts.hpp"
#include "members/invitations.hpp"
#include "members/passwords.hpp"
#include "members/sessions.hpp"
#include "members/tokens.hpp"
#include "notices/inbox_store.hpp"
#include "revisions/drafts.hpp"
#include "site/layout.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "tests/support/must.hpp"

namespace testing {
namespace {

using namespace std::chrono_literals;
using standards::Stage;

constexpr const char* proposed =
    "A Center never leaves voted ballots with one person alone.\n\n"
    "## Clauses\n\n### The rule is in writing {#c1}\n\nIt names who, where and when.\n\n"
    "### Two names stand for every transfer {#c2}\n\nAlso at night.\n";
const standards::Rule usual_rule{{1, 2, standards::Boundary::at_least},
                                 standards::threshold(standards::Preset::two_thirds)};

template <class Tag> std::string text(base::Id<Tag> id) {
    return std::to_string(id.value);
}

/// Builds the things; all in one write.
class Builder {
  public:
    Builder(store::Writer& db, Town& town)
        : db_(db), town_(town), keys_(town.scene.database().file()), now_(town.scene.now()) {}

    void build();

  private:
    site::Viewer add(const std::string& name, site::Role role, std::string_view center);
    void add_people();
    Things things_of(const Person& owner);

    // The forum.
    revisions::Prepared post_text(const std::string& title, const std::string& body);
    forum::Started ask(const site::Viewer& by);
    base::PostId answer(const site::Viewer& by, base::ThreadId thread);
    void fill_forum(const site::Viewer& owner, Things& things);
    void fill_wiki(const Person& owner, Things& things);
    void fill_account(const Person& owner, Things& things);

    // Standards.
    standards::ProposalId idea(const site::Viewer& by);
    standards::ProposalId at_stage(const site::Viewer& by, Stage stage);
    standards::ProposalId consulting(const site::Viewer& by, base::Time at, base::Time closes);
    standards::CommentId comment(const site::Viewer& by, standards::ProposalId proposal);
    standards::BallotId ballot(const site::Viewer& by, standards::Opening opening, base::Time at);
    standards::BallotId past_ballot(const site::Viewer& by);
    std::string standard(const site::Viewer& by);
    void fill_proposals(const site::Viewer& owner, Things& things);
    void fill_ballots(const site::Viewer& owner, Things& things);

    store::Writer& db_;
    Town& town_;
    standards::BallotKeys keys_;
    base::Random random_ = base::system_random();
    base::Time now_;
    std::string password_ = members::hash_password(town_password, base::system_random());
    site::Viewer helper_{};              // of the program; does what somebody else must have done
    site::Viewer other_helper_{};        // likewise
    site::Viewer delegate_{};            // of Alder County
    std::vector<site::Viewer> clerks_{}; // delegates of other Centers, Birch Hollow Town's the first
};

site::Viewer Builder::add(const std::string& name, site::Role role, std::string_view center) {
    members::NewMember person;
    person.name = name;
    person.email = base::slug(name) + "@example.org";
    person.role = role;
    person.password_hash = password_;
    if (!center.empty()) person.center = members::find_center(db_, center);
    const auto id = must(members::add_member(db_, person, now_ - 24h * 400));
    return {.id = id,
            .center = person.center.value_or(base::CenterId{}),
            .role = role,
            .handle = base::slug(name),
            .name = name};
}

void Builder::add_people() {
    const auto alder = members::find_center(db_, "alder-county").value();
    for (const auto* name : {"Birch Hollow Town", "Calder County", "Dunmore City", "Eastmere County"}) {
        const auto center = must(members::add_center(db_, {"", name, "county", "OH", 900, ""}, now_));
        clerks_.push_back(add("Clerk of " + std::string(name), site::Role::member, base::slug(name)));
        must(members::set_delegates(db_, center, {clerks_.back().id}));
    }
    helper_ = add("Hanna Helper", site::Role::steward, "");
    other_helper_ = add("Otis Helper", site::Role::administrator, "");
    town_.owner = {"", add("Noor Owner", site::Role::member, "alder-county"), "alder-county"};
    const auto person = [&](const char* column, const char* name, site::Role role, const char* center) {
        town_.people.push_back({column, add(name, role, center), center});
    };
    town_.people.push_back({"visitor"});
    person("member elsewhere", "Ed Elsewhere", site::Role::member, "birch-hollow-town");
    person("same Center", "Sam Same", site::Role::member, "alder-county");
    person("its delegate", "Dee Delegate", site::Role::member, "alder-county");
    delegate_ = town_.people.back().viewer;
    must(members::set_delegates(db_, alder, {delegate_.id}));
    person("coach", "Cora Coach", site::Role::coach, "");
    person("steward", "Stella Steward", site::Role::steward, "");
    person("administrator", "Ada Administrator", site::Role::administrator, "");
    person("closed", "Cy Closed", site::Role::member, "alder-county");
    town_.people.back().closed = true;
}

revisions::Prepared Builder::post_text(const std::string& title, const std::string& body) {
    return must(revisions::prepare(db_, revisions::TextKind::post, title, body));
}

forum::Started Builder::ask(const site::Viewer& by) {
    forum::NewThread thread;
    thread.category = "poll-workers";
    thread.tags = {"seals"};
    thread.author = {by.id, "", now_ - 24h, ""};
    thread.text = post_text("Who has spare seals?", "We need **sixteen**.");
    return must(forum::start_thread(db_, thread));
}

base::PostId Builder::answer(const site::Viewer& by, base::ThreadId thread) {
    const auto post = must(
        forum::add_post(db_, {thread, std::nullopt, {by.id, "", now_ - 23h, ""}, post_text("", "We have.")}));
    must(forum::edit_post(db_, {post, 1, post_text("", "We have twenty."), {by.id, "", now_ - 22h, ""}}));
    return post;
}

void Builder::fill_forum(const site::Viewer& owner, Things& things) {
    const auto lock = [&](base::ThreadId thread) {
        must(forum::tend_thread(db_, thread, forum::Tending::lock, helper_.id, now_));
    };
    things["slug"] = "who-has-spare-seals";
    const auto asked = ask(owner);
    things["thread"] = text(asked.thread);
    things["opening post"] = text(asked.post);
    const auto answered = ask(owner).thread;
    things["answered thread"] = text(answered);
    things["answer"] = text(answer(helper_, answered));
    const auto accepted = answer(other_helper_, answered);
    must(forum::set_acceptance(db_, accepted, owner.id, {}, now_));
    things["accepted answer"] = text(accepted);
    const auto locked = ask(owner).thread;
    lock(locked);
    things["locked thread"] = text(locked);
    const auto pinned = ask(owner).thread;
    must(forum::tend_thread(db_, pinned, forum::Tending::pin, helper_.id, now_));
    things["pinned thread"] = text(pinned);
    const auto withdrawn = ask(owner).thread;
    must(forum::withdraw_thread(db_, withdrawn, helper_.id, "Asked twice", now_));
    things["withdrawn thread"] = text(withdrawn);
    const auto others = ask(helper_).thread;
    things["post"] = text(answer(owner, others));
    things["voted post"] = text(answer(owner, others));
    const auto gone = answer(owner, others);
    must(forum::withdraw_post(db_, gone, helper_.id, "It names a voter", now_));
    things["withdrawn post"] = text(gone);
    const auto closed = ask(helper_).thread;
    things["post in a locked thread"] = text(answer(owner, closed));
    lock(closed);
}

void Builder::fill_wiki(const Person& owner, Things& things) {
    const auto page = [&](const std::string& title) {
        const auto words =
            must(revisions::prepare(db_, revisions::TextKind::page, title, "Two people seal.\n"));
        const revisions::Author author{owner.viewer.id, "", now_ - 24h, ""};
        const auto id = must(wiki::create_page(db_, {"", "poll-workers", owner.viewer.id}, words, author));
        const auto more = must(
            revisions::prepare(db_, revisions::TextKind::page, title, "Two people seal, and both sign.\n"));
        must(wiki::save_page(db_, id, 1, more, author));
        return id;
    };
    const auto kept = page("Seals, by " + owner.viewer.name);
    things["page"] = wiki::find_page(db_, kept)->slug;
    const auto gone = page("Bags, by " + owner.viewer.name);
    must(wiki::withdraw_page(db_, helper_, gone, "Merged into another", now_));
    things["withdrawn page"] = wiki::find_page(db_, gone)->slug;
}

standards::ProposalId Builder::idea(const site::Viewer& by) {
    const auto id =
        must(standards::propose(db_, by, {.title = "Two people", .body = proposed}, now_ - 24h * 20));
    for (const auto& clerk : {clerks_[1], clerks_[2], clerks_[3]})
        must(standards::endorse(db_, clerk, id, now_ - 24h * 20));
    return id;
}

standards::ProposalId Builder::at_stage(const site::Viewer& by, Stage stage) {
    const auto id = idea(by);
    must(standards::change_stage(db_, helper_, id, {stage, "As it is"}, now_ - 24h * 19));
    return id;
}

standards::ProposalId Builder::consulting(const site::Viewer& by, base::Time at, base::Time closes) {
    const auto id = at_stage(by, Stage::draft);
    must(standards::save_proposal(db_, helper_, id, 1,
                                  {.title = "Two people", .body = std::string(proposed) + "\nAlways.\n"},
                                  now_ - 24h * 19));
    must(standards::change_stage(db_, helper_, id, {Stage::consultation, "It is ready", closes}, at));
    return id;
}

standards::CommentId Builder::comment(const site::Viewer& by, standards::ProposalId proposal) {
    return must(standards::comment(db_, by, proposal, {"c1", 2, "Which people?"}, now_ - 2h));
}

void Builder::fill_proposals(const site::Viewer& owner, Things& things) {
    things["idea"] = text(idea(owner));
    const auto endorsed = idea(owner);
    must(standards::endorse(db_, clerks_[0], endorsed, now_));
    must(standards::endorse(db_, delegate_, endorsed, now_));
    things["endorsed idea"] = text(endorsed);
    things["draft"] = text(at_stage(owner, Stage::draft));
    things["withdrawn proposal"] = text(at_stage(owner, Stage::withdrawn));
    const auto open = consulting(owner, now_ - 24h, now_ + 24h * 7);
    things["consultation"] = text(open);
    things["comment received"] = text(comment(helper_, open));
    const auto others = consulting(helper_, now_ - 24h, now_ + 24h * 7);
    things["comment"] = text(comment(owner, others));
    const auto answered = comment(owner, others);
    must(standards::dispose(db_, helper_, answered, standards::Disposition::declined, "As it is", false,
                            now_ - 1h));
    things["answered comment"] = text(answered);
    things["closed consultation"] = text(consulting(owner, now_ - 24h * 9, now_ - 24h));
}

standards::BallotId Builder::ballot(const site::Viewer& by, standards::Opening opening, base::Time at) {
    const auto proposal = consulting(by, at - 48h, at - 24h);
    opening.revision = standards::find_proposal(db_, proposal)->revision;
    return must(standards::open_ballot(db_, keys_, random_, helper_, proposal, opening, at));
}

standards::BallotId Builder::past_ballot(const site::Viewer& by) {
    const auto id =
        ballot(by, {standards::Electorate::centers, standards::Secrecy::open, usual_rule, now_ - 24h},
               now_ - 24h * 4);
    for (const auto& clerk : clerks_)
        must(standards::cast_vote(db_, keys_, random_, clerk, id, {standards::Choice::approve},
                                  now_ - 24h * 2));
    return id;
}

std::string Builder::standard(const site::Viewer& by) {
    const auto id = past_ballot(by);
    standards::settle_due(db_, keys_, now_);
    must(standards::certify(db_, helper_, id, now_));
    must(standards::certify(db_, clerks_[1], id, now_));
    return standards::list_standards(db_).at(0).number;
}

void Builder::fill_ballots(const site::Viewer& owner, Things& things) {
    using standards::Electorate;
    using standards::Secrecy;
    const auto opened = [&](Electorate electorate, Secrecy secrecy) {
        return ballot(owner, {electorate, secrecy, usual_rule, now_ + 24h}, now_ - 24h);
    };
    const auto secret = opened(Electorate::centers, Secrecy::secret);
    things["open ballot"] = text(secret);
    things["proposal in ballot"] = text(standards::find_ballot(db_, secret)->proposal);
    things["ballot of members"] = text(opened(Electorate::members, Secrecy::open));
    const auto dropped = opened(Electorate::centers, Secrecy::open);
    must(standards::void_ballot(db_, keys_, helper_, dropped, "A clause had a mistake", now_));
    things["void ballot"] = text(dropped);
    things["standard"] = standard(owner);
    things["certified ballot"] = text(standards::find_standard(db_, things["standard"])->ballot);
    things["adopted proposal"] = text(standards::find_standard(db_, things["standard"])->proposal);
    things["retired standard"] = standard(owner);
    must(standards::retire_standard(db_, helper_, things["retired standard"], "", "It is law now", now_));
    things["closed ballot"] = text(past_ballot(owner));
    standards::settle_due(db_, keys_, now_);
}

void Builder::fill_account(const Person& owner, Things& things) {
    const auto& viewer = owner.viewer;
    things["handle"] = viewer.handle;
    things["email"] = viewer.handle + "@example.org";
    things["role"] = base::enum_text(viewer.role);
    things["center of"] = owner.center;
    must(members::add_token(db_, random_, viewer.id, {"kept", *members::parse_scopes("read"), 30}, now_));
    things["token"] = text(members::tokens_of(db_, viewer.id).front().id);
    // As if the owner might invite: what was made in another role is one's own still.
    auto inviter = viewer;
    inviter.role = site::Role::administrator;
    const auto link = must(members::invite(
        db_, random_, inviter,
        {viewer.handle + "-invites@example.org", "New", members::find_center(db_, "alder-county")}, now_));
    things["invitation link"] = link;
    things["invitation"] = text(members::find_invitation(db_, link)->id);
    members::start_session(db_, random_, viewer.id, {}, now_ - 1h);
    things["session"] = members::sessions_of(db_, viewer.id, now_).front().hash;
    revisions::keep_draft(db_, viewer.id, {"/forum/new", "Half", "Half a text", now_});
}

Things Builder::things_of(const Person& owner) {
    const auto style = site::asset("styles/all.css").text(); // "/static/HASH/styles/base.css"
    const auto hash = style.substr(8, style.find('/', 8) - 8);
    Things things{{"revision", "1"}, {"category", "poll-workers"}, {"tag", "seals"}, {"area", "poll-workers"},
                  {"hash", hash},    {"...", "styles/all.css"}};
    fill_account(owner, things);
    fill_forum(owner.viewer, things);
    fill_wiki(owner, things);
    fill_proposals(owner.viewer, things);
    fill_ballots(owner.viewer, things);
    const auto newest = notices::entries(db_, owner.viewer.id, notices::Which::unread, {}, 1);
    things["notice"] = text(newest.at(0).id);
    return things;
}

void Builder::build() {
    add_people();
    town_.owner.things = things_of(town_.owner);
    for (auto& person : town_.people)
        person.things = person.may_sign_in() ? things_of(person) : town_.owner.things;
    // There is something to take back.
    for (const auto& person : town_.people)
        if (person.may_sign_in())
            must(forum::set_vote(db_, base::PostId{*base::parse_int(town_.owner.things["voted post"])},
                                 person.viewer.id, forum::Helpful::yes, now_));
}

} // namespace

Town::Town() {
    scene.database().write([&](store::Writer& db) { Builder(db, *this).build(); });
    standards::destroy_spent_keys(scene.reader(), standards::BallotKeys(scene.database().file()));
    for (auto& person : people) {
        person.browser.cookies = "cohort_visitor=a-visitor-without-an-account";
        if (!person.viewer.signed_in()) continue;
        person.browser.cookies += "; " + scene.sign_in(person.viewer.id).cookies;
        person.token = scene.token(person.viewer.id);
    }
    const auto& closed = people.back();
    must(scene.database().write([&](store::Writer& db) {
        return members::change_account(db, people.at(people.size() - 2).viewer, closed.viewer.id,
                                       {site::Role::member, members::find_center(db, closed.center), false},
                                       scene.now());
    }));
    keep();
}

std::string Town::token(const Person& person, std::string_view scopes) {
    return scene.token(person.viewer.id, scopes);
}

} // namespace testing
