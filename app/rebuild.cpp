#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "forum/forum.hpp"
#include "revisions/revisions.hpp"
#include "search/index.hpp"
#include "standards/proposals/proposals.hpp"
#include "standards/register/register.hpp"
#include "wiki/wiki.hpp"

#include <cstdio>

namespace app {

void rebuild(const std::filesystem::path& data) {
    const auto database = open_data(data);
    database->write([](store::Writer& writer) {
        std::printf("texts rendered: %d\n", revisions::rebuild(writer));
        search::clear(writer);
        std::printf("making the forum's counts and index\n");
        forum::rebuild(writer);
        std::printf("making the practices' links and index\n");
        wiki::rebuild(writer);
        std::printf("making the proposals' comments and index\n");
        standards::rebuild_proposals(writer);
        std::printf("making the register's index\n");
        standards::rebuild_register(writer);
    });
    std::printf("done\n");
}

} // namespace app
