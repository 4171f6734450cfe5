#include "members/passwords.hpp"
#include "tests/support/test.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <stdexcept>

namespace {

constexpr members::PasswordCost cheap{64, 1, 1};

} // namespace

TEST_CASE("a password is kept with Argon2id at the house's cost") {
    const auto kept = members::hash_password("seven blue lanterns", base::system_random());
    CHECK(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(kept != members::hash_password("seven blue lanterns", base::system_random()));
}

TEST_CASE("the right password is right, any other is not") {
    members::Passwords passwords(base::system_random(), {1, 1, cheap});
    const auto kept = passwords.hash("seven blue lanterns");
    REQUIRE(kept);
    CHECK(passwords.verify(*kept, "seven blue lanterns")->right);
    CHECK_FALSE(passwords.verify(*kept, "seven blue lantern")->right);
    CHECK_FALSE(passwords.verify(*kept, "")->right);
    CHECK(passwords.verify(*kept, "seven blue lanterns")->renewed.empty());
}

TEST_CASE("for nobody every password is wrong, also none") {
    members::Passwords passwords(base::system_random(), {1, 1, cheap});
    CHECK_FALSE(passwords.verify("", "")->right);
    CHECK_FALSE(passwords.verify("", "seven blue lanterns")->right);
    CHECK_FALSE(passwords.verify("not a kept form", "seven blue lanterns")->right);
}

TEST_CASE("a password kept at another cost is renewed when it proves right") {
    const auto old = members::hash_password("seven blue lanterns", base::system_random(), cheap);
    members::Passwords passwords(base::system_random(), {1, 1, {128, 2, 1}});
    const auto verdict = passwords.verify(old, "seven blue lanterns");
    REQUIRE(verdict->right);
    CHECK(verdict->renewed.starts_with("$argon2id$v=19$m=128,t=2,p=1$"));
    CHECK(passwords.verify(verdict->renewed, "seven blue lanterns")->right);
    CHECK(passwords.verify(old, "wrong wrong wrong")->renewed.empty());
}

TEST_CASE("however many sign in, workers and processors stay free for others, where there are several") {
    for (const std::size_t workers : {1, 2, 3, 4, 16, 64, 256})
        for (const std::size_t processors : {0, 1, 2, 8, 16, 64, 256}) {
            INFO(workers << " workers, " << processors << " processors");
            const auto limits = members::Passwords::Limits::beside(workers, processors);
            CHECK(limits.threads >= 1);
            CHECK(limits.threads <= std::max<std::size_t>(processors / 2, 1));
            CHECK(limits.threads + limits.waiting <= std::max<std::size_t>(workers * 3 / 4, 1));
        }
    CHECK(members::Passwords::Limits::beside(64, 2).threads == 1);
    CHECK(members::Passwords::Limits::beside(64, 2).waiting == 16);
    CHECK(members::Passwords::Limits::beside(64, 256).threads == 8);
}

TEST_CASE("a full pool refuses at once, and what it took on is finished") {
    members::WorkPool pool(1, 1);
    std::promise<void> open;
    const auto gate = open.get_future().share();
    std::atomic<int> started = 0;
    std::atomic<int> finished = 0;
    const auto job = [&] {
        ++started;
        gate.wait();
        ++finished;
    };
    auto running = std::async(std::launch::async, [&] { return pool.run(job); });
    while (started == 0)
        std::this_thread::yield();
    // One runs. Of the next two one waits and the other is refused; which one, the machine decides.
    auto second = std::async(std::launch::async, [&] { return pool.run(job); });
    auto third = std::async(std::launch::async, [&] { return pool.run(job); });
    const auto ready = [](std::future<bool>& future) {
        return future.wait_for(std::chrono::milliseconds(1)) == std::future_status::ready;
    };
    while (!ready(second) && !ready(third)) {}
    CHECK(finished == 0);
    open.set_value();
    CHECK(running.get());
    CHECK(second.get() != third.get());
    CHECK(finished == 2);
}

TEST_CASE("what a job of the pool throws reaches who waits for it, and the pool goes on") {
    members::WorkPool pool(1, 0);
    CHECK_THROWS_AS(static_cast<void>(pool.run([] { throw std::runtime_error("no memory"); })),
                    std::runtime_error);
    bool ran = false;
    CHECK(pool.run([&] { ran = true; }));
    CHECK(ran);
}

TEST_CASE("a new password is long enough, not everybody's, and not the member's own name") {
    const auto sound = [](std::string_view password) {
        return members::check_password(password, "Noor Haddad", "noor.haddad@alder.example").has_value();
    };
    CHECK(sound("seven blue lanterns"));
    CHECK(sound("größte Möwe am Hafen"));
    CHECK_FALSE(sound("short words"));
    CHECK_FALSE(sound(std::string(201, 'x') + "abcdefg"));
    CHECK_FALSE(sound("Password1234"));
    CHECK_FALSE(sound("abababababab"));
    CHECK_FALSE(sound("NoorHaddad2027"));
    CHECK_FALSE(sound("noor.haddad@alder.example"));
    CHECK_FALSE(sound("haddadalder12"));
    CHECK(sound("Noor keeps seven lanterns"));
}

TEST_CASE("a password may hold what is guessed first, but not be made of it") {
    const auto sound = [](std::string_view password) {
        return members::check_password(password, "Noor Haddad", "noor@example.org").has_value();
    };
    for (const auto* guessed : {"Election2026!!", "county-clerk-votes", "Qwerty123456!", "passwordpassw0rd",
                                "Welcome2027!!!", "12345678qwertyuiop", "cohort-admin-login"}) {
        INFO(guessed);
        CHECK_FALSE(sound(guessed));
    }
    CHECK(sound("every vote counts"));
    CHECK(sound("the clerk feeds two geese"));
}

TEST_CASE("length counts letters, not bytes") {
    CHECK_FALSE(members::check_password("ääääööööüü", "", "").has_value());
}
