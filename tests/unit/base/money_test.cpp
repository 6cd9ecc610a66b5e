#include "huiyin/base/money.hpp"

#include <doctest/doctest.h>

using huiyin::base::Money;

TEST_CASE("an amount is read to the fen") {
    for (const auto* typed : {"0", "35", "1000000000", "35.50", "0.05", "12.35"}) {
        CAPTURE(typed);
        REQUIRE(Money::parse(typed));
        CHECK(Money::parse(typed)->text() == typed);
    }
    CHECK(Money::parse("35.5")->text() == "35.50");
    CHECK(Money::parse("35.00")->text() == "35");
    CHECK(Money::parse("35.5")->yuan() == 35);
    CHECK(Money::parse("35.5")->fen() == 50);
}

TEST_CASE("what is no amount is not guessed at") {
    for (const auto* typed : {"", ".", "35.", ".5", "35.505", "35,5", "3 5", "-1", "+1", "1e3",
                              "35元", "035", "35.5 "}) {
        CAPTURE(typed);
        CHECK_FALSE(Money::parse(typed));
    }
}
