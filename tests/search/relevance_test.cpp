// How well it ranks, against judgements of people: questions and answers of three whole sites, and questions
// in four languages. The figures to reach are those of plain BM25 (SOURCE.txt beside the data).
#include "search/expression.hpp"
#include "search/find_store.hpp"
#include "search/ranking.hpp"
#include "tests/search/library.hpp"
#include "tests/support/shared_data.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>

namespace {

using library::Library;

struct Judgements {
    std::map<std::string, std::map<std::string, double>> grades; // query, document, grade

    explicit Judgements(const std::vector<std::string>& lines) {
        for (const auto& line : lines) {
            std::istringstream in(line);
            std::string query;
            std::string zero;
            std::string document;
            double grade = 0;
            in >> query >> zero >> document >> grade;
            grades[query][document] = grade;
        }
    }
};

double discounted(const std::vector<double>& gains) {
    double sum = 0;
    for (std::size_t at = 0; at < gains.size() && at < 10; ++at)
        sum += gains[at] / std::log2(static_cast<double>(at) + 2);
    return sum;
}

/// nDCG@10 of one ranking (Järvelin and Kekäläinen 2002), linear gains.
double ndcg(const std::vector<std::string>& ranking, const std::map<std::string, double>& grades) {
    std::vector<double> gains;
    for (const auto& document : ranking)
        gains.push_back(grades.contains(document) ? grades.at(document) : 0);
    std::vector<double> ideal;
    for (const auto& [document, grade] : grades)
        ideal.push_back(grade);
    std::sort(ideal.rbegin(), ideal.rend());
    return discounted(gains) / discounted(ideal);
}

const std::vector<std::string> sites{"ai", "bicycles-meta", "french-meta"};

std::vector<boost::json::object> posts_of(const std::string& site) {
    return shared_data::read_ndjson("forum-stackexchange/" + site + "/posts.ndjson.gz").value();
}

/// The addresses of the first ten documents that a query finds, without one.
std::vector<std::string> ranking(Library& library, const std::string& query,
                                 const std::string& without = "") {
    auto db = library.reader();
    const auto parsed = search::parse(query);
    auto plan = search::plan(parsed, [](std::string_view) { return std::vector<std::string>(); });
    std::vector<std::string> found;
    for (const auto key : search::rank(db, plan, parsed.filters, search::Kinds::every).keys) {
        if (found.size() == 10) break;
        const auto document = search::find_document(db, key);
        if (document->address != without) found.push_back(document->address);
    }
    return found;
}

/// Like a page's Markdown, only near enough: what stands in the text is indexed as text.
search::Document document(search::Kind kind, std::int64_t ref, std::string address) {
    search::Document made;
    made.kind = kind;
    made.ref = ref;
    made.address = std::move(address);
    return made;
}

} // namespace

TEST_CASE("a question's title finds its answers as well as plain BM25 does") {
    const auto queries = shared_data::read_lines("qa-search/title2answer.queries.tsv");
    const auto judged = shared_data::read_lines("qa-search/title2answer.qrels");
    if (!queries || !judged) return;
    Library library;
    std::vector<search::Document> answers;
    for (const auto& site : sites)
        for (const auto& post : posts_of(site)) {
            if (shared_data::text(post, "type") != "answer") continue;
            const auto id = site + ":" + std::to_string(post.at("id").as_int64());
            auto made = document(search::Kind::answer, static_cast<std::int64_t>(answers.size()) + 1, id);
            made.passages = {{"", "", shared_data::text(post, "md")}};
            answers.push_back(std::move(made));
        }
    library.put_all(answers);
    const Judgements judgements(*judged);
    double sum = 0;
    double first = 0;
    for (const auto& line : *queries) {
        const auto tab = line.find('\t');
        const auto& grades = judgements.grades.at(line.substr(0, tab));
        const auto found = ranking(library, line.substr(tab + 1));
        sum += ndcg(found, grades);
        first += !found.empty() && grades.contains(found[0]) ? 1 : 0;
    }
    const double mean = sum / static_cast<double>(queries->size());
    std::cout << "title2answer: nDCG@10 " << std::setprecision(3) << mean << " (BM25 .374), hit@1 "
              << first / static_cast<double>(queries->size()) << " (BM25 .315)\n";
    CHECK(mean >= 0.364);
}

TEST_CASE("a question finds the questions that people linked to it as well as plain BM25 does") {
    const auto queries = shared_data::read_lines("qa-search/linked.queries.txt");
    const auto judged = shared_data::read_lines("qa-search/linked.qrels");
    if (!queries || !judged) return;
    Library library;
    std::map<std::string, search::Document> threads;
    for (const auto& site : sites)
        for (const auto& post : posts_of(site)) {
            const bool question = shared_data::text(post, "type") == "question";
            const auto number = post.at(question ? "id" : "parent").as_int64();
            const auto id = site + ":" + std::to_string(number);
            auto& thread = threads[id];
            if (question) thread.title = shared_data::text(post, "title");
            thread.passages.push_back({"", "", shared_data::text(post, "md")});
        }
    std::vector<search::Document> all;
    for (auto& [id, thread] : threads) {
        thread.kind = search::Kind::question;
        thread.ref = static_cast<std::int64_t>(all.size()) + 1;
        thread.address = id;
        all.push_back(thread);
    }
    library.put_all(all);
    const Judgements judgements(*judged);
    double sum = 0;
    for (const auto& id : *queries)
        sum += ndcg(ranking(library, threads.at(id).title, id), judgements.grades.at(id));
    const double mean = sum / static_cast<double>(queries->size());
    std::cout << "linked, title only: nDCG@10 " << std::setprecision(3) << mean << " (BM25 .430)\n";
    CHECK(mean >= 0.420);
}

namespace {

/// How often the first hit of a question is the paragraph that answers it; nothing where the data is missing.
std::optional<double> first_hits(const std::string& language) {
    const auto paragraphs = shared_data::read_ndjson("xquad/" + language + ".ndjson.gz");
    const auto queries = shared_data::read_lines("xquad/" + language + ".queries.tsv.gz");
    if (!paragraphs || !queries) return std::nullopt;
    Library library;
    std::vector<search::Document> documents;
    for (const auto& paragraph : *paragraphs) {
        auto made = document(search::Kind::page, static_cast<std::int64_t>(documents.size()) + 1,
                             shared_data::text(paragraph, "id"));
        made.passages = {{"", "", shared_data::text(paragraph, "text")}};
        documents.push_back(std::move(made));
    }
    library.put_all(documents);
    double hits = 0;
    for (const auto& line : *queries) {
        std::istringstream in(line);
        std::string id;
        std::string question;
        std::string answer;
        std::getline(in, id, '\t');
        std::getline(in, question, '\t');
        std::getline(in, answer, '\t');
        const auto found = ranking(library, question);
        hits += !found.empty() && found[0] == answer ? 1 : 0;
    }
    const double rate = hits / static_cast<double>(queries->size());
    std::cout << "xquad " << language << ": hit@1 " << std::setprecision(3) << rate << "\n";
    return rate;
}

} // namespace

TEST_CASE("English, Spanish, Vietnamese and Chinese questions find their paragraph first") {
    if (const auto rate = first_hits("en")) CHECK(*rate >= 0.92);
    if (const auto rate = first_hits("es")) CHECK(*rate >= 0.905);
    if (const auto rate = first_hits("vi")) CHECK(*rate >= 0.85);
    if (const auto rate = first_hits("zh")) CHECK(*rate >= 0.92);
}
