#include "search/suggest_store.hpp"

namespace search {

std::vector<TitleRow> matching_titles(store::Reader& db, const std::string& expression, int most) {
    return db.all<TitleRow, "SELECT d.title, d.address, d.kind, d.settled FROM search_titles AS t "
                            "JOIN search_documents AS d ON d.id = t.rowid "
                            "WHERE search_titles MATCH ? ORDER BY t.rowid DESC LIMIT ?">(expression, most);
}

} // namespace search
