// A word that stands nowhere else in each thing that is hidden from some: nobody finds it who may not read
// the thing, on no page, in no call, by no search, in no suggestion, and in no export.
#include "app/commands.hpp"
#include "base/text.hpp"
#include "members/invitations.hpp"
#include "members/tokens.hpp"
#include "revisions/drafts.hpp"
#include "standards/ballots/ballots.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "tests/http/acts.hpp"
#include "tests/http/permissions_table.hpp"
#include "tests/support/must.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>

namespace {

using server::Method;
using testing::must;
using testing::Person;
using testing::TableRow;
using testing::Town;
using testing::Whose;

struct Hidden {
    std::string what;  // the row of the table
    std::string word;  // to look for; another one for each thing
    std::string with;  // only where this stands too: a name that may be seen elsewhere
    std::string title; // of the thing, where that is no secret: searched for as well
};

/// The town, and what is hidden in it; all of it is the owner's.
class Hiding {
  public:
    Hiding() {
        town.owner.column = "whose it is";
        town.owner.browser = town.scene.sign_in(town.owner.viewer.id);
        town.owner.token = town.scene.token(town.owner.viewer.id);
        town.scene.database().write([&](store::Writer& db) {
            hide_in_forum(db);
            hide_in_wiki(db);
            hide_in_account(db);
            hide_in_standards(db);
            hide_in_ballots(db);
        });
        redact();
    }

    Town town{};
    std::vector<Hidden> hidden{};
    std::vector<std::string> addresses{}; // where it might be seen

  private:
    void hide(std::string what, std::string word, std::string with = "", std::string title = "") {
        hidden.push_back({std::move(what), std::move(word), std::move(with), std::move(title)});
    }

    revisions::Prepared text(store::Writer& db, revisions::TextKind kind, const std::string& title,
                             const std::string& body) {
        return must(revisions::prepare(db, kind, title, body));
    }

    void hide_in_forum(store::Writer& db) {
        const auto post = [&](const std::string& title, const std::string& body) {
            return text(db, revisions::TextKind::post, title, body);
        };
        const auto ask = [&](const site::Viewer& by, const std::string& title, const std::string& body,
                             forum::Attribution attribution = forum::Attribution::named) {
            forum::NewThread thread{.category = "poll-workers", .attribution = attribution};
            thread.author = {by.id, "", now_, ""};
            thread.text = post(title, body);
            return must(forum::start_thread(db, thread));
        };
        const auto& owner = town.owner.viewer;
        const auto read = ask(owner, "Quokkaopen?", "Quokkapublic.");
        hide("a thread", "Quokkapublic", "", "Quokkaopen");
        const auto gone = must(forum::add_post(
            db, {read.thread, std::nullopt, {owner.id, "", now_, ""}, post("", "Quokkapost.")}));
        must(forum::withdraw_post(db, gone, staff().id, "Quokkareason", now_));
        hide("a withdrawn post", "Quokkapost", "", "Quokkaopen");
        const auto withdrawn = ask(owner, "Quokkatitle?", "Quokkathread.");
        must(forum::withdraw_thread(db, withdrawn.thread, staff().id, "Asked twice", now_));
        hide("a withdrawn thread", "Quokkathread");
        hide("its title", "Quokkatitle");
        members::NewMember small{.email = "quill@example.org", .name = "Quill Quokkaname"};
        small.center = owner.center;
        const site::Viewer quill{.id = must(members::add_member(db, small, now_))};
        const auto unnamed = ask(quill, "Quokkaunnamed?", "We are few.", forum::Attribution::unnamed);
        hide("who asked without a name", "quokkaname", "Quokkaunnamed", "Quokkaunnamed");
        emptied_ = must(forum::add_post(
            db, {read.thread, std::nullopt, {owner.id, "", now_, ""}, post("", "Quokkaemptied.")}));
        must(forum::edit_post(db, {emptied_, 1, post("", "Nothing."), {owner.id, "", now_, ""}}));
        hide("the words of an emptied revision", "Quokkaemptied", "", "Quokkaopen");
        for (const auto& thread : {read, withdrawn, unnamed})
            for (const auto* before : {"/forum/threads/", "/api/v1/threads/"})
                addresses.push_back(before + number(thread.thread));
        addresses.push_back("/forum/threads/" + number(read.thread) + "/quokkaopen");
        addresses.push_back("/forum/threads/" + number(unnamed.thread) + "/quokkaunnamed");
        addresses.emplace_back("/members/quill-quokkaname");
        for (const auto id : {gone, withdrawn.post, unnamed.post, emptied_})
            see_post(number(id));
    }

    void see_post(const std::string& id) {
        for (const auto* behind : {"", "/history", "/revisions/1", "/compare?from=1&to=2", "/edit"})
            addresses.push_back("/forum/posts/" + id + behind);
        addresses.push_back("/api/v1/posts/" + id);
        addresses.push_back("/api/v1/posts/" + id + "/revisions");
        addresses.push_back("/forum/threads/1/x?quote=" + id);
    }

    void hide_in_wiki(store::Writer& db) {
        const auto& owner = town.owner.viewer;
        const auto page = must(wiki::create_page(
            db, {"", "poll-workers", owner.id},
            text(db, revisions::TextKind::page, "Quokkaboxes", "Quokkapage."), {owner.id, "", now_, ""}));
        must(wiki::withdraw_page(db, staff(), page, "Merged", now_));
        hide("a withdrawn page", "Quokkapage", "", "Quokkaboxes");
        for (const auto* behind : {"", "/history", "/revisions/1", "/compare?from=1&to=1", "/edit", "/links"})
            addresses.push_back(std::string("/practices/quokkaboxes") + behind);
        addresses.emplace_back("/api/v1/pages/quokkaboxes");
        addresses.emplace_back("/api/v1/pages/quokkaboxes/revisions/1");
    }

    void hide_in_account(store::Writer& db) {
        const auto& owner = town.owner.viewer;
        revisions::keep_draft(db, owner.id, {"/forum/new", "Half", "Quokkadraft", now_});
        hide("a draft", "Quokkadraft");
        addresses.emplace_back("/forum/new");
        hide("an address of e-mail", "noor-owner@example.org");
        must(members::add_token(db, base::system_random(), owner.id,
                                {"Quokkatoken", *members::parse_scopes("read"), 30}, now_));
        hide("the name of a token", "Quokkatoken");
        must(members::invite(db, base::system_random(), staff(),
                             {"quokkaguest@example.org", "Guest", members::find_center(db, "alder-county")},
                             now_));
        hide("who is invited to a Center", "quokkaguest");
        members::audit(db, staff().id, "moved a thread", "somewhere", "Quokkaaudit", now_);
        hide("the audit log", "Quokkaaudit");
    }

    void hide_in_standards(store::Writer& db) {
        const auto& owner = town.owner.viewer;
        const standards::ProposalId proposal{*base::parse_int(town.owner.things.at("consultation"))};
        const auto say = [&](const std::string& body) {
            return must(standards::comment(db, owner, proposal, {"c1", 1, body}, now_));
        };
        say("Quokkacomment.");
        hide("a comment on a proposal", "Quokkacomment");
        const auto back = say("Quokkaback.");
        must(standards::take_comment_back(db, owner, back, now_));
        hide("a comment that was taken back", "Quokkaback");
        const auto removed = say("Quokkaremoved.");
        must(standards::remove_words(db, staff(), removed, "An address", now_));
        hide("the removed words of a comment", "Quokkaremoved");
        for (const auto id : {back, removed}) {
            addresses.push_back("/standards/comments/" + number(id));
            addresses.push_back("/api/v1/comments/" + number(id));
        }
        must(standards::adopt(db, owner, town.owner.things.at("standard"),
                              {{"c1", standards::AdoptionStatus::met, "Quokkanote", ""}}, false, now_));
        hide("how far a Center is with a standard", "Quokkanote");
    }

    void hide_in_ballots(store::Writer& db) {
        const standards::BallotKeys keys(town.scene.database().file());
        const auto& delegate = person("its delegate").viewer;
        const auto vote = [&](const std::string& thing, const site::Viewer& by, const std::string& reason) {
            must(standards::cast_vote(db, keys, base::system_random(), by,
                                      {*base::parse_int(town.owner.things.at(thing))},
                                      {standards::Choice::decline, reason}, now_));
        };
        vote("open ballot", delegate, "Quokkasecret");
        hide("a Center's vote in an open secret ballot", "Quokkasecret");
        vote("ballot of members", town.owner.viewer, "Quokkarollcall");
        for (const auto* before : {"/ballots/", "/api/v1/ballots/"})
            addresses.push_back(before + town.owner.things.at("ballot of members"));
        hide("a member's vote in an open roll call", "Quokkarollcall");
    }

    void redact() {
        const auto done = town.scene.post(person("steward").browser,
                                          "/forum/posts/" + number(emptied_) + "/revisions/1/redact",
                                          {{"reason", "An address"}});
        if (done.status != 303) throw std::runtime_error("the revision cannot be emptied");
    }

    const Person& person(std::string_view column) {
        return *std::ranges::find(town.people, column, &Person::column);
    }
    const site::Viewer& staff() { return person("administrator").viewer; }
    template <class Id> static std::string number(Id id) { return std::to_string(id.value); }

    base::Time now_ = town.scene.now();
    base::PostId emptied_{};
};

/// All that somebody can read: their own things, the owner's, every list, what they can search for.
std::vector<std::string> readable(const Hiding& hiding, const Person& viewer) {
    std::set<std::string> targets(hiding.addresses.begin(), hiding.addresses.end());
    for (const auto whose : {Whose::own, Whose::others})
        for (const auto& act : testing::all_acts())
            if (act.method() == Method::get)
                if (const auto target = testing::fill(act.target.substr(4), hiding.town, viewer, whose))
                    targets.insert(*target);
    for (const auto& thing : hiding.hidden)
        for (const auto& words : {thing.word, thing.title, std::string("author:") + thing.word})
            if (!words.empty())
                for (const auto* before : {"/search?q=", "/suggest?q=", "/similar?q=", "/api/v1/search?q=",
                                           "/api/v1/suggest?q=", "/api/v1/similar?q=", "/members?name="})
                    targets.insert(before + server::percent_encode(words));
    // Its beginning asks for the rest of a word; the answer repeats no more than was typed.
    for (const auto& thing : hiding.hidden)
        for (const auto& words : {thing.word, thing.title})
            for (const auto* before : {"/suggest?q=", "/api/v1/suggest?q=", "/members?name="})
                if (!words.empty())
                    targets.insert(before + server::percent_encode(words.substr(0, words.size() - 2)));
    return {targets.begin(), targets.end()};
}

/// The page's own search box, and "nothing found for …", repeat what was typed. Suggestions and what is
/// similar are titles of things, and no echo.
bool repeats(std::string_view target, std::string_view word) {
    return target.find("/suggest?") == std::string_view::npos &&
           target.find("/similar?") == std::string_view::npos &&
           target.find(server::percent_encode(word)) != std::string_view::npos;
}

bool holds(std::string_view text, std::string_view word) {
    return base::ascii_lower(text).find(base::ascii_lower(word)) != std::string::npos;
}

/// An address of e-mail is three words that a search finds here and there.
bool is_hit(std::string_view target, const Hidden& thing, const server::Response& answer) {
    return target.starts_with("/api/v1/search") && answer.status == 200 &&
           thing.word.find('@') == std::string::npos &&
           answer.content().find(R"("items":[])") == std::string_view::npos;
}

/// Which of the words somebody finds, and where first.
std::map<std::string, std::string> found_by(Hiding& hiding, const Person& viewer) {
    std::map<std::string, std::string> found;
    for (const auto& target : readable(hiding, viewer)) {
        const auto answer = target.starts_with("/api/")
                                ? hiding.town.scene.call(viewer.token, Method::get, target)
                                : hiding.town.scene.get(viewer.browser, target);
        for (const auto& thing : hiding.hidden)
            if (!repeats(target, thing.word) && holds(answer.content(), thing.word) &&
                (thing.with.empty() || holds(answer.content(), thing.with)))
                found.emplace(thing.what, target);
        // A search repeats what was typed: there a hit tells, or the title of the thing.
        for (const auto& thing : hiding.hidden)
            if (repeats(target, thing.word) && (is_hit(target, thing, answer) ||
                                                (!thing.with.empty() && holds(answer.content(), thing.with))))
                found.emplace(thing.what, target);
    }
    return found;
}

/// The same in the files of an export.
std::map<std::string, std::string> exported(Hiding& hiding) {
    const auto folder = hiding.town.scene.database().file().parent_path();
    app::export_all(folder, folder / "out");
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "out")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            for (const auto& thing : hiding.hidden)
                if (holds(line, thing.word) && (thing.with.empty() || holds(line, thing.with)))
                    found.emplace(thing.what, entry.path().filename());
    }
    return found;
}

} // namespace

TEST_CASE("nobody finds the words of what is hidden from them, nowhere") {
    Hiding hiding;
    const auto said = testing::read_table("Words");
    std::vector<std::map<std::string, std::string>> found;
    for (const auto& person : hiding.town.people)
        found.push_back(found_by(hiding, person));
    found.push_back(found_by(hiding, hiding.town.owner));
    found.push_back(exported(hiding));
    for (const auto& thing : hiding.hidden) {
        TableRow row{thing.what, {}, ""};
        for (const auto& one : found)
            row.cells.emplace_back(one.contains(thing.what) ? "yes" : "no");
        const auto line = std::ranges::find(said, thing.what, &TableRow::name);
        if (line != said.end()) row.rule = line->rule;
        if (line != said.end() && line->cells == row.cells) continue;
        std::cout << "says  " << (line == said.end() ? "nothing" : line->line()) << "\nis    " << row.line()
                  << "\n";
        for (const auto& one : found)
            if (one.contains(thing.what)) std::cout << "      found at " << one.at(thing.what) << "\n";
        FAIL_CHECK(thing.what << " is not hidden as tests/http/permissions.md says; see above");
    }
    for (const auto& row : said)
        CHECK(std::ranges::count(hiding.hidden, row.name, &Hidden::what) == 1);
}
