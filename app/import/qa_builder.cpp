#include "app/import/qa_builder.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t longest_name = 100;

/// Stack Exchange's licence at that time; https://stackoverflow.com/help/licensing names the days.
std::string licence_of(base::Time at) {
    if (at < base::parse_iso_time("2011-04-08")) return "CC BY-SA 2.5";
    if (at < base::parse_iso_time("2018-05-02")) return "CC BY-SA 3.0";
    return "CC BY-SA 4.0";
}

} // namespace

bool QaBuilder::has_body(std::int64_t post) const {
    const auto found = changes_.find(post);
    return found != changes_.end() && std::ranges::any_of(found->second, [](const QaChangeRow& change) {
               return change.body.has_value();
           });
}

std::string QaBuilder::name_of(const QaPerson& person) const {
    const auto found = users_.find(person.user);
    const auto name = base::clean_line(found != users_.end() ? found->second : person.name);
    return name.empty() ? "former user" : std::string(base::truncate(name, longest_name));
}

/// Changes of title and body by the same person at the same time are one version.
std::vector<QaVersion> QaBuilder::take_versions(QaPostRow& row) {
    auto changes = std::move(changes_[row.id]);
    std::ranges::stable_sort(changes, {}, &QaChangeRow::at);
    const QaChangeRow* before = nullptr;
    QaVersion version{row.at, name_of(row.by), "", row.title, row.body};
    const auto first_title = std::ranges::find_if(changes, [](const auto& c) { return c.title.has_value(); });
    if (first_title != changes.end()) version.title = *first_title->title;
    std::vector<QaVersion> versions;
    for (const auto& change : changes) {
        if (change.title && row.parent == 0) version.title = *change.title;
        if (change.body) version.body = *change.body;
        version.at = change.at;
        version.author = name_of(change.by);
        const bool together =
            before != nullptr && before->at == change.at && before->by.user == change.by.user;
        if (!together || !change.summary.empty()) version.summary = change.summary;
        if (together)
            versions.back() = version;
        else
            versions.push_back(version);
        before = &change;
    }
    if (versions.empty()) versions.push_back(std::move(version));
    return versions;
}

QaPost QaBuilder::take_post(QaPostRow& row) {
    QaPost post{
        row.id, row.at, row.licence.empty() ? licence_of(row.at) : row.licence, take_versions(row), {}};
    auto comments = std::move(comments_[row.id]);
    std::ranges::stable_sort(comments, {}, &QaCommentRow::at);
    for (auto& comment : comments)
        post.comments.push_back({comment.id, comment.at, name_of(comment.by), std::move(comment.body)});
    return post;
}

QaSite QaBuilder::build(std::string name, std::string address) && {
    QaSite site{std::move(name), std::move(address), {}, 0};
    std::unordered_map<std::int64_t, std::size_t> places;
    for (auto& [id, row] : posts_) {
        if (row.parent != 0) continue;
        places[id] = site.questions.size();
        site.questions.push_back(
            {take_post(row), row.tags, row.closed, row.accepted, {}, std::move(links_[id])});
    }
    for (auto& [id, row] : posts_)
        if (const auto place = places.find(row.parent); row.parent != 0 && place != places.end())
            site.questions[place->second].answers.push_back(take_post(row));
    for (auto& question : site.questions)
        std::ranges::stable_sort(question.answers, {}, &QaPost::at);
    std::ranges::stable_sort(site.questions, {}, [](const QaQuestion& question) { return question.post.at; });
    return site;
}

} // namespace app
