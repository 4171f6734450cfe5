#include "app/commands.hpp"
#include "app/data_folder.hpp"
#include "app/import/import_qa_site.hpp"
#include "app/import/stackexchange_dump.hpp"
#include "base/text.hpp"

#include <cstdio>
#include <stdexcept>

namespace app {
namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return base::counted(static_cast<std::int64_t>(number), one, many);
}

} // namespace

void import_stackexchange(const std::filesystem::path& data, const std::filesystem::path& from) {
    if (!std::filesystem::is_directory(from))
        throw std::runtime_error(from.string() + " is no folder with the files of a data dump");
    const auto site = read_stackexchange_dump(from);
    if (site.questions.empty()) throw std::runtime_error(from.string() + " holds no question");
    const auto database = open_or_make_data(data);
    const auto imported = import_qa_site(*database, site);
    if (imported.threads == 0) throw std::runtime_error("nothing of " + from.string() + " could be imported");
    std::printf("%s imported with %s, %s and %s\n",
                counted(imported.threads, "question", "questions").c_str(),
                counted(imported.answers, "answer", "answers").c_str(),
                counted(imported.comments, "comment", "comments").c_str(),
                counted(imported.versions, "version", "versions").c_str());
    if (site.votes > 0)
        std::printf("%s not imported: votes here are those of members\n",
                    counted(static_cast<std::size_t>(site.votes), "up-vote", "up-votes").c_str());
    if (imported.left_out > 0)
        std::printf("%s left out; each is named above\n",
                    counted(imported.left_out, "text", "texts").c_str());
}

} // namespace app
