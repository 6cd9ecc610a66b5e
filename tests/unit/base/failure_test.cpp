#include "huiyin/base/failure.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace huiyin::base;

TEST_CASE("a failure carries every problem and tells the first in English") {
    const Failure failure(Exit::refused, {Problem{Label{"甲", "first"}, {}},
                                          Problem{Label{"乙", "second"}, Label{"改", "mend it"}}});
    CHECK(failure.code() == Exit::refused);
    REQUIRE(failure.problems().size() == 2);
    CHECK(failure.problems().back().remedy.en == "mend it");
    CHECK(std::string(failure.what()) == "first");
}

TEST_CASE("a failure of one problem may go without a remedy") {
    const Failure failure(Exit::not_found, Label{"没有", "no such record"});
    REQUIRE(failure.problems().size() == 1);
    CHECK(failure.problems().front().what.zh == "没有");
    CHECK(failure.problems().front().remedy.empty());
}

TEST_CASE("exit codes keep their numbers and words because scripts rely on them") {
    struct Promise {
        Exit code;
        int number;
        std::string_view word;
    };
    constexpr Promise promises[] = {
        {Exit::done, 0, "done"},
        {Exit::failed, 1, "failed"},
        {Exit::usage, 2, "usage"},
        {Exit::not_found, 3, "not-found"},
        {Exit::refused, 4, "refused"},
        {Exit::integrity, 5, "integrity"},
        {Exit::busy, 6, "busy"},
        {Exit::not_permitted, 7, "not-permitted"},
        {Exit::key_conflict, 8, "key-conflict"},
        {Exit::interrupted, 130, "interrupted"},
    };
    for (const auto& [code, number, word] : promises) {
        CHECK(static_cast<int>(code) == number);
        CHECK(exit_word(code) == word);
    }
}
