// Puts a QaSite together from the rows of its tables, which may come in any order.
#pragma once

#include "app/import/qa_site.hpp"

#include <map>
#include <unordered_map>

namespace app {

/// Whoever wrote something: an account's number, or the name that the site kept of a deleted one.
struct QaPerson {
    std::int64_t user = 0; // 0: none
    std::string name;
};

struct QaPostRow {
    std::int64_t id = 0;
    std::int64_t parent = 0; // 0: a question
    std::int64_t accepted = 0;
    base::Time at{};
    std::optional<base::Time> closed;
    QaPerson by;
    std::string title;
    std::vector<std::string> tags;
    std::string licence; // "": by the day it was written
    std::string body;    // needed only where no change says one
};

struct QaChangeRow {
    std::int64_t post = 0;
    base::Time at{};
    QaPerson by;
    std::string summary;
    std::optional<std::string> title;
    std::optional<std::string> body;
};

struct QaCommentRow {
    std::int64_t id = 0;
    std::int64_t post = 0;
    base::Time at{};
    QaPerson by;
    std::string body;
};

class QaBuilder {
  public:
    void add_user(std::int64_t id, std::string name) { users_[id] = std::move(name); }
    void add(QaPostRow row) { posts_[row.id] = std::move(row); }
    void add(QaChangeRow row) { changes_[row.post].push_back(std::move(row)); }
    void add(QaCommentRow row) { comments_[row.post].push_back(std::move(row)); }
    void add_link(std::int64_t from, QaLink link) { links_[from].push_back(link); }

    /// Whether a change has been added that says the body of that post.
    bool has_body(std::int64_t post) const;

    /// What belongs to no question (tag descriptions, rows of deleted posts) is left out.
    QaSite build(std::string name, std::string address) &&;

  private:
    std::string name_of(const QaPerson& person) const;
    QaPost take_post(QaPostRow& row);
    std::vector<QaVersion> take_versions(QaPostRow& row);

    std::unordered_map<std::int64_t, std::string> users_;
    std::map<std::int64_t, QaPostRow> posts_;
    std::unordered_map<std::int64_t, std::vector<QaChangeRow>> changes_;
    std::unordered_map<std::int64_t, std::vector<QaCommentRow>> comments_;
    std::unordered_map<std::int64_t, std::vector<QaLink>> links_;
};

} // namespace app
