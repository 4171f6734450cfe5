// A Context of its own for a test of views: an empty data file, a set clock, a signed-in member.
#pragma once

#include "site/context.hpp"
#include "tests/support/temporary_folder.hpp"

#include <memory>

namespace testing {

class Visit {
  public:
    site::Context& context() { return context_; }

  private:
    TemporaryFolder folder_;
    store::Database database_{folder_.path() / "visit.db", {}};
    std::unique_ptr<store::Connection> connection_ = database_.open_reader();
    store::Reader reader_{*connection_};
    store::Snapshot snapshot_{reader_};
    site::Services services_{database_, base::system_clock(), base::system_random()};
    server::Request request_;
    site::Context context_{.services = services_,
                           .request = request_,
                           .db = reader_,
                           .snapshot = snapshot_,
                           .now = *base::parse_iso_time("2027-10-05T14:00:00Z"),
                           .request_id = "7f3a0192",
                           .viewer = {.id = {1}, .handle = "noor-haddad", .name = "Noor Haddad"},
                           .forgery_token = "a-token"};
};

} // namespace testing
