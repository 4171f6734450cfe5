#include "base/text.hpp"
#include "markup/compare.hpp"
#include "markup/merge.hpp"
#include "markup/render.hpp"
#include "tests/markup/strict_html.hpp"
#include "tests/support/shared_data.hpp"

#include <string>

namespace {

std::string fault_in(const std::string& markdown) {
    const auto result =
        markup::render(base::clean(markdown), {.limits = markup::page_limits, .id_prefix = "post-1-"});
    return result ? strict_html::fault_in(result->html, "post-1-") : result.error().detail;
}

std::string side(const markup::Comparison& comparison, markup::Line::Kind other,
                 markup::Piece::Kind without) {
    std::string out;
    for (const auto& hunk : comparison.hunks)
        for (const auto& line : hunk.lines) {
            if (line.kind == other) continue;
            for (const auto& piece : line.pieces)
                if (piece.kind != without) out += piece.text;
            out += '\n';
        }
    return out;
}

std::string with_line_end(std::string text) {
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text;
}

} // namespace

TEST_CASE("what people wrote on forums is let in and rendered") {
    for (const char* site : {"ai", "bicycles-meta", "french-meta"}) {
        const auto posts =
            shared_data::read_ndjson(std::string("forum-stackexchange/") + site + "/posts.ndjson.gz");
        if (!posts) return;
        for (const auto& post : *posts) {
            INFO(site << " " << post.at("id"));
            CHECK(fault_in(shared_data::text(post, "md")) == "");
        }
    }
}

TEST_CASE("every step of a real handbook is rendered, compared and merged") {
    const auto revisions = shared_data::read_ndjson("handbook-18f-history/revisions.ndjson.gz");
    if (!revisions) return;
    std::string page;
    std::string before;
    for (const auto& revision : *revisions) {
        const std::string text = base::clean(shared_data::text(revision, "text"));
        INFO(shared_data::text(revision, "page") << " at " << revision.at("at"));
        CHECK(fault_in(text) == "");
        if (page == shared_data::text(revision, "page") && with_line_end(before) != with_line_end(text)) {
            const auto result = markup::compare(before, text, 100'000);
            CHECK(side(result, markup::Line::Kind::added, markup::Piece::Kind::added) ==
                  with_line_end(before));
            CHECK(side(result, markup::Line::Kind::removed, markup::Piece::Kind::removed) ==
                  with_line_end(text));
            CHECK(markup::merge(before, text, before).text == text);
            CHECK(markup::merge(before, text, "New first line.\n\n" + before)
                      .text.starts_with("New first line."));
        }
        page = shared_data::text(revision, "page");
        before = text;
    }
}
