// The pages that show one best-practice page: reading it, its tombstone, and what stands where there is none.
#pragma once

#include "revisions/chain.hpp"
#include "wiki/page_list_store.hpp"

namespace wiki {

server::Url address_of(const Page& page);

enum class Face { read, edit, history, settings };

/// Read, Edit, History and, for those who tend it, Settings.
std::vector<parts::Tab> page_tabs(const site::Context& c, const Page& page, Face current);
/// Practices, area.
std::vector<site::Crumb> way_to(const Page& page);
/// What the pages of history need.
revisions::Chain chain_of(const site::Context& c, const Page& page);

struct Reading {
    revisions::RenderedText text;
    std::vector<PageName> linked_from;
    bool watching = false;
    bool has_draft = false;
};
server::Response reading_page(const site::Context& c, const Page& page, const Reading& reading);
/// 410, with who withdrew it, when and why.
server::Response withdrawn_page(const site::Context& c, const Page& page);
/// 404 that offers to write the page.
server::Response missing_page(const site::Context& c, const std::string& slug);

} // namespace wiki
