#include "forum/thread_store.hpp"
#include "site/json.hpp"
#include "tests/bench/ground.hpp"

#include <boost/json/serialize.hpp>

namespace bench {
namespace {

namespace json = boost::json;

using Number = std::int64_t;
using Text = std::string;

constexpr int sampled = 400; // targets of writes: each is used once

template <class T> json::array array_of(const std::vector<T>& values) {
    json::array array;
    for (const auto& value : values)
        array.emplace_back(value);
    return array;
}

json::array words_from(int from, int step) {
    json::array list;
    for (int i = 0; i < 20; ++i)
        list.emplace_back(word_of(from + i * step));
    return list;
}

json::array pairs_from(int from, int step, std::string_view before = "", std::string_view behind = "") {
    json::array list;
    for (int i = 0; i < 20; ++i)
        list.emplace_back(std::string(before) + word_of(from + i * step) + " " +
                          word_of(from + 7 + i * step) + std::string(behind));
    return list;
}

Text text(Number key, Number id) {
    return site::Cursor{key, id}.text();
}

struct Place {
    Number key;
    Number id;
};

class Facts {
  public:
    Facts(store::Reader& db, const Ground& ground) : db_(db), ground_(ground) {}

    json::object all() {
        json::object facts{{"threads", ground_.sizes.threads}};
        add_forum(facts);
        add_cursors(facts);
        add_targets(facts);
        add_practices(facts);
        add_standards(facts);
        add_people(facts);
        add_words(facts);
        return facts;
    }

  private:
    [[nodiscard]] Text path_of(Number thread) {
        return std::to_string(thread) + "/" + db_.get<Text, "SELECT slug FROM threads WHERE id = ?">(thread);
    }

    void add_forum(json::object& facts) {
        facts["posts"] = db_.get<Number, "SELECT count(*) FROM posts">();
        facts["thread"] = "/forum/threads/" + path_of(1);
        facts["threadApi"] = "/api/v1/threads/1";
        facts["page"] = "/practices/bench-page";
        facts["pageApi"] = "/api/v1/pages/bench-page";
        facts["longDiscussion"] = path_of(2);
        facts["longQuestion"] = path_of(3);
        facts["deepPage"] = ground_.sizes.long_thread / 20 - 1;
        facts["deepPost"] = db_.get<Number, "SELECT max(id) FROM posts WHERE thread_id = 2">();
        facts["deepAnswer"] = db_.get<Number, "SELECT max(id) FROM posts WHERE thread_id = 3">();
        facts["post"] = db_.get<Number, "SELECT min(id) FROM posts WHERE thread_id = 1 AND number = 2">();
        facts["ownQuestion"] = path_of(
            db_.get<Number, "SELECT min(id) FROM threads WHERE author_id = ? "
                            "AND kind = 'question' AND accepted = 0 AND replies > 2 "
                            "AND locked = 0 AND withdrawn_at IS NULL AND id > 3">(ground_.people[0].id));
        facts["editedPost"] =
            db_.get<Number,
                    "SELECT min(id) FROM posts WHERE edited_at IS NOT NULL AND withdrawn_at IS NULL">();
        facts["usedTag"] = db_.get<Text, "SELECT name FROM tags ORDER BY threads DESC LIMIT 1">();
        // Worse than the most used: too many to sort them all, too few to meet them soon.
        facts["middleTag"] =
            db_.get<Text, "SELECT name FROM tags WHERE threads > 0 ORDER BY abs(threads - 500) LIMIT 1">();
        facts["rareTag"] =
            db_.get<Text, "SELECT name FROM tags WHERE threads > 0 ORDER BY threads LIMIT 1">();
    }

    void add_cursors(json::object& facts) {
        const Number half = ground_.sizes.threads / 2;
        const auto active =
            db_.get<Place, "SELECT active_at, id FROM threads ORDER BY 1 LIMIT 1 OFFSET ?">(half);
        const auto made =
            db_.get<Place, "SELECT created_at, id FROM threads ORDER BY 1 LIMIT 1 OFFSET ?">(half);
        facts["activeCursor"] = text(active.key, active.id);
        facts["newCursor"] = text(made.key, made.id);
        const auto inbox =
            db_.one<Place, "SELECT at, id FROM inbox WHERE member_id = ?1 AND read_at IS NOT NULL "
                           "ORDER BY 1 LIMIT 1 OFFSET (SELECT count(*) / 2 FROM inbox "
                           "WHERE member_id = ?1 AND read_at IS NOT NULL)">(ground_.people[0].id);
        facts["inboxCursor"] = inbox ? text(inbox->key, inbox->id) : text(active.key, 1);
        const auto changed = db_.get<Place, "SELECT changed_at, id FROM pages ORDER BY 1 LIMIT 1 "
                                            "OFFSET (SELECT count(*) / 2 FROM pages)">();
        facts["pageCursor"] = text(changed.key, changed.id);
        const auto proposal =
            db_.get<Place, "SELECT changed_at, id FROM proposals WHERE stage = 'adopted' "
                           "ORDER BY 1 DESC LIMIT 1 OFFSET (SELECT count(*) / 2 FROM proposals "
                           "WHERE stage = 'adopted')">();
        facts["proposalCursor"] = text(proposal.key, proposal.id);
        const auto ballot = db_.get<Place, "SELECT closes, id FROM ballots ORDER BY 1 LIMIT 1 "
                                           "OFFSET (SELECT count(*) / 2 FROM ballots)">();
        facts["ballotCursor"] = text(ballot.key, ballot.id);
        facts["auditId"] = db_.get<Number, "SELECT max(id) / 2 FROM audit_log">();
        facts["middleHandle"] = db_.get<Text, "SELECT handle FROM members ORDER BY handle LIMIT 1 "
                                              "OFFSET (SELECT count(*) / 2 FROM members)">();
        facts["middleCenter"] = db_.get<Text, "SELECT slug FROM centers ORDER BY slug LIMIT 1 "
                                              "OFFSET (SELECT count(*) / 2 FROM centers)">();
        facts["pageOfArea"] = db_.get<Number, "SELECT id FROM pages WHERE area_id = 4 ORDER BY title LIMIT 1 "
                                              "OFFSET (SELECT count(*) / 2 FROM pages WHERE area_id = 4)">();
    }

    void add_targets(json::object& facts) {
        const auto self = ground_.people[0].id;
        facts["replyTo"] = array_of(db_.all<Number, "SELECT id FROM threads WHERE locked = 0 AND id > 3 "
                                                    "AND withdrawn_at IS NULL LIMIT ?">(sampled));
        facts["helpful"] = array_of(
            db_.all<Number,
                    "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE p.number > 1 "
                    "AND p.author_id <> ?1 AND p.withdrawn_at IS NULL AND t.withdrawn_at IS NULL "
                    "AND NOT EXISTS (SELECT 1 FROM votes v WHERE v.post_id = p.id AND v.member_id = ?1) "
                    "LIMIT ?2">(self, sampled));
        facts["own"] = array_of(
            db_.all<Number,
                    "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE p.number > 1 "
                    "AND p.author_id = ? AND p.edited_at IS NULL AND p.withdrawn_at IS NULL "
                    "AND t.locked = 0 AND t.withdrawn_at IS NULL LIMIT ?">(self, sampled));
        const auto answers =
            db_.all<Number,
                    "SELECT p.id FROM posts p JOIN threads t ON t.id = p.thread_id WHERE p.number > 1 "
                    "AND p.under_id IS NULL AND t.kind = 'question' AND p.withdrawn_at IS NULL "
                    "AND t.id > 3 AND p.accepted = 0 AND t.withdrawn_at IS NULL AND t.locked = 0 "
                    "LIMIT ?">(sampled);
        facts["answers"] = array_of(answers);
        facts["answersThreads"] =
            array_of(db_.all<Number, "SELECT p.thread_id FROM posts p JOIN threads t ON t.id = p.thread_id "
                                     "WHERE p.number > 1 AND p.under_id IS NULL AND t.kind = 'question' "
                                     "AND p.withdrawn_at IS NULL AND t.id > 3 AND p.accepted = 0 "
                                     "AND t.withdrawn_at IS NULL AND t.locked = 0 LIMIT ?">(sampled));
    }

    void add_practices(json::object& facts) {
        facts["historyMiddle"] = ground_.sizes.long_history / 2;
        facts["saved"] =
            array_of(db_.all<Text, "SELECT slug FROM pages WHERE withdrawn_at IS NULL "
                                   "AND slug LIKE 'page-%' AND slug NOT LIKE '%moved' LIMIT ?">(sampled));
        facts["savedHeads"] =
            array_of(db_.all<Number, "SELECT t.head FROM pages p JOIN texts t ON t.id = p.text_id "
                                     "WHERE p.withdrawn_at IS NULL AND p.slug LIKE 'page-%' "
                                     "AND p.slug NOT LIKE '%moved' LIMIT ?">(sampled));
    }

    Number proposal_of(int number) {
        // They were made in this order: what is over first.
        return ground_.sizes.proposals - 8 + number + 1;
    }

    void add_standards(json::object& facts) {
        facts["idea"] = proposal_of(0);
        facts["draft"] = proposal_of(1);
        facts["consultation"] = proposal_of(2);
        facts["proposal"] = proposal_of(3);
        facts["consulted"] = proposal_of(7);
        const auto ballot_of = [&](int number) {
            return db_.get<Number, "SELECT id FROM ballots WHERE proposal_id = ?">(proposal_of(number));
        };
        facts["openBallot"] = ballot_of(4);
        facts["secretBallot"] = ballot_of(5);
        facts["membersBallot"] = ballot_of(6);
        facts["uncertifiedBallot"] = db_.get<Number, "SELECT id FROM ballots WHERE settled_at IS NOT NULL "
                                                     "AND certified_at IS NULL">();
        const auto certified = [&](std::string_view electorate, std::string_view secrecy) {
            return db_.get<Number, "SELECT coalesce(min(id), 1) FROM ballots WHERE certified_at IS NOT NULL "
                                   "AND electorate = ? AND secrecy = ?">(electorate, secrecy);
        };
        facts["rollCall"] = certified("centers", "open");
        facts["rollCallOfMembers"] = certified("members", "open");
        facts["sealedVote"] = certified("centers", "secret");
        facts["standard"] = db_.get<Text, "SELECT max(number) FROM standards">();
        facts["comment"] =
            db_.get<Number, "SELECT min(id) FROM comments WHERE proposal_id = ?">(proposal_of(2));
        facts["openComments"] = array_of(
            db_.all<Number, "SELECT id FROM comments WHERE disposition IS NULL AND withdrawn_at IS NULL">());
    }

    void add_people(json::object& facts) {
        facts["handle"] = ground_.people[0].handle;
        facts["otherHandle"] = ground_.people[3].handle;
        facts["name"] = ground_.people[0].name;
    }

    static void add_words(json::object& facts) {
        facts["commonWords"] = words_from(3, 1);
        facts["middleWords"] = words_from(400, 37);
        facts["rareWords"] = words_from(20'000, 90);
        facts["twoWords"] = pairs_from(300, 11);
        facts["commonPairs"] = pairs_from(3, 2);
        facts["commonPhrases"] = pairs_from(3, 2, "\"", "\"");
        facts["rarePhrases"] = pairs_from(2'000, 70, "\"", "\"");
        json::array prefixes;
        json::array mistyped;
        for (int i = 0; i < 20; ++i) {
            prefixes.emplace_back(word_of(900 + i * 31).substr(0, 4) + "*");
            mistyped.emplace_back(word_of(900 + i * 31) + "x");
        }
        facts["prefixes"] = std::move(prefixes);
        facts["mistyped"] = std::move(mistyped);
    }

    store::Reader& db_;
    const Ground& ground_;
};

} // namespace

std::string facts_of(store::Reader& db, const Ground& ground) {
    return json::serialize(Facts(db, ground).all()) + "\n";
}

} // namespace bench
