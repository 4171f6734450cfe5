// What waits for whom: who watches what, and the inbox that fills from it.
#pragma once

#include "base/clock.hpp"
#include "base/enum_text.hpp"
#include "base/id.hpp"
#include "store/writer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notices {

enum class SubjectKind { thread, category, page, area, proposal, ideas };

constexpr auto enum_names(SubjectKind) {
    return std::array<std::string_view, 6>{"thread", "category", "page", "area", "proposal", "ideas"};
}

/// A thing that can be watched.
struct Subject {
    SubjectKind kind;
    std::int64_t id; // of `ideas`, of which there is one list: 0
};

enum class Reason {
    answered,
    replied,
    commented,
    mentioned,
    accepted,
    edited,
    posted,
    reviewed,
    moved,    // a proposal went on to another stage
    disposed, // a comment got its disposition
    opened,   // a ballot
    closed,   // a ballot; nobody did it
    reset,    // the second step at sign-in, by an administrator
    voided,   // a ballot; by the program where its key is missing
    proposed, // a new standard
};

constexpr auto enum_names(Reason) {
    return std::array<std::string_view, 15>{"answered", "replied", "commented", "mentioned", "accepted",
                                            "edited",   "posted",  "reviewed",  "moved",     "disposed",
                                            "opened",   "closed",  "reset",     "voided",    "proposed"};
}

/// Something happened that members may want to know. `title` says about what, `address` is the path where it
/// is.
struct Event {
    Reason reason;
    base::MemberId actor; // 0: nobody with an account
    std::string title;
    std::string address;
    base::Time at;
    bool unnamed = false; // the inbox does not say who it was
};

void watch(store::Writer& db, base::MemberId member, Subject subject, base::Time at);
void unwatch(store::Writer& db, base::MemberId member, Subject subject);
bool is_watching(store::Reader& db, base::MemberId member, Subject subject);

/// Puts the event into the inbox of everybody who watches one of the subjects, once each, but for the actor.
/// Whoever has an unread entry for the same address gets no second one: tell those who were mentioned first.
void tell_watchers(store::Writer& db, const std::vector<Subject>& subjects, const Event& event);
/// Puts the event into the inbox of these members (mentions), but for the actor.
void tell(store::Writer& db, const std::vector<base::MemberId>& members, const Event& event);
/// The viewer has seen what is at this address: entries of the inbox that lead there, or to a place below it,
/// count as read. "/practices/seals" settles "/practices/seals#photos", not "/practices/seals-and-bags".
void seen(store::Writer& db, base::MemberId member, std::string_view address, base::Time at);
/// Those of the addresses that unread entries of the inbox lead to: so that a page asks before it writes.
std::vector<std::string> unread_among(store::Reader& db, base::MemberId member,
                                      const std::vector<std::string>& addresses);
/// What waits unread, for the frame's counter, gathered as the inbox lists it: several entries of one reason
/// about one thing are one. Only the newest `most_counted` entries are looked at; the inbox lists no more
/// either.
constexpr int most_counted = 50;
int unread(store::Reader& db, base::MemberId member);

/// What stands at these addresses has this title now, in every inbox: the one before was to go.
void retitle(store::Writer& db, const std::vector<std::string>& addresses, std::string_view title);
/// Nothing is to be seen there any more: every entry that leads there counts as read.
void settle(store::Writer& db, const std::vector<std::string>& addresses, base::Time at);

/// Everybody's entries from before that time count as read: for content that is loaded with its past.
void settle_before(store::Writer& db, base::Time then, base::Time at);

} // namespace notices
