#include "revisions/drafts.hpp"
#include "revisions/routes.hpp"
#include "tests/revisions/desk.hpp"

using namespace revisions;

namespace {

struct Drafts : desk::Desk {
    Drafts() : Desk(revisions::routes()) {}

    base::MemberId noor = add_person("Noor Haddad");
    base::MemberId theo = add_person("Theo Brandt");
};

} // namespace

TEST_CASE_METHOD(Drafts, "what a script sends is kept, for its writer alone") {
    const auto answer = post(noor, "/drafts", {{"key", "/practices/new"}, {"body", "half a page "}});
    CHECK(answer.status == 204);
    CHECK(find_draft(db(), noor, "/practices/new")->body == "half a page ");
    CHECK_FALSE(find_draft(db(), theo, "/practices/new"));
    const auto page = get(noor, "/drafts");
    CHECK(desk::has(page, "half a page"));
    CHECK(desk::has(page, "href=\"/practices/new\""));
    CHECK(desk::has(page, "<span>Practices</span>"));
    CHECK_FALSE(desk::has(get(theo, "/drafts"), "half a page"));
}

TEST_CASE_METHOD(Drafts, "a newer draft takes the older one's place, and an empty one is forgotten") {
    post(noor, "/drafts", {{"key", "/practices/new"}, {"body", "one"}});
    pass(std::chrono::minutes(1));
    post(noor, "/drafts", {{"key", "/practices/new"}, {"title", "Seals"}, {"body", "two"}});
    const auto draft = find_draft(db(), noor, "/practices/new");
    CHECK(draft->body == "two");
    CHECK(draft->title == "Seals");
    CHECK(draft->at == now());
    CHECK(drafts_of(db(), noor).size() == 1);
    post(noor, "/drafts", {{"key", "/practices/new"}, {"body", " \n"}});
    CHECK(drafts_of(db(), noor).empty());
}

TEST_CASE_METHOD(Drafts, "a draft keeps every field of its form, and nothing that belongs to the sending") {
    post(noor, "/drafts",
         {{"key", "/p"},
          {"body", "one"},
          {"attribution", "unnamed"},
          {"area", "a"},
          {"area", "b, \"c\""},
          {"act", "preview"}});
    const auto fields = fields_of(find_draft(db(), noor, "/p").value());
    CHECK(fields.raw("attribution") == "unnamed");
    CHECK(fields.list("area") == std::vector<std::string>{"a", "b", "\"c\""});
    CHECK(fields.raw("body") == "one");
    for (const auto* name : {"key", "act", "forgery_token"})
        CHECK_FALSE(fields.has(name));
    // What was only chosen is no draft.
    post(noor, "/drafts", {{"key", "/p"}, {"body", ""}, {"attribution", "unnamed"}});
    CHECK_FALSE(find_draft(db(), noor, "/p"));
}

TEST_CASE_METHOD(Drafts, "a draft can be deleted without script") {
    post(noor, "/drafts", {{"key", "/practices/new"}, {"body", "one"}});
    CHECK(post(theo, "/drafts/delete", {{"key", "/practices/new"}}).status == 303);
    CHECK(drafts_of(db(), noor).size() == 1);
    CHECK(post(noor, "/drafts/delete", {{"key", "/practices/new"}}).status == 303);
    CHECK(drafts_of(db(), noor).empty());
}

TEST_CASE_METHOD(Drafts, "one member keeps the newest fifty drafts") {
    for (int number = 0; number < most_drafts + 5; ++number) {
        pass(std::chrono::seconds(1));
        post(noor, "/drafts", {{"key", "/p/" + std::to_string(number)}, {"body", "words"}});
    }
    const auto drafts = drafts_of(db(), noor);
    CHECK(drafts.size() == most_drafts);
    CHECK(drafts.back().place == "/p/5");
}

TEST_CASE_METHOD(Drafts, "drafts move with the page they are for") {
    post(noor, "/drafts", {{"key", "/practices/seals/edit?base=4"}, {"body", "mine"}});
    post(noor, "/drafts", {{"key", "/practices/seals-2/edit?base=1"}, {"body", "other"}});
    write([](store::Writer& w) { move_drafts(w, "/practices/seals/", "/practices/seal-log/"); });
    CHECK(find_draft_under(db(), noor, "/practices/seal-log/edit?base=")->body == "mine");
    CHECK(find_draft(db(), noor, "/practices/seals-2/edit?base=1"));
}

TEST_CASE_METHOD(Drafts, "a draft without a place or beyond the limit is refused") {
    CHECK(post(noor, "/drafts", {{"body", "words"}}).status == 422);
    CHECK(post(noor, "/drafts", {{"key", "/p"}, {"body", std::string(300'000, 'x')}}).status == 422);
    CHECK(drafts_of(db(), noor).empty());
}

TEST_CASE_METHOD(Drafts, "the preview is a fragment of safe HTML") {
    const auto html = post(noor, "/preview", {{"body", "**bold** <script>alert(1)</script>"}});
    CHECK(html.status == 200);
    CHECK(desk::has(html, "<strong>bold</strong>"));
    CHECK_FALSE(desk::has(html, "<script"));
    CHECK_FALSE(desk::has(html, "<html"));
    const auto clause = post(noor, "/preview", {{"body", "### The rule is in writing {#c1}"}});
    CHECK(desk::has(clause, "id=\"preview-c1\">The rule is in writing</h2>"));
}
