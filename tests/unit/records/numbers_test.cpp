#include "huiyin/records/numbers.hpp"

#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"

namespace huiyin::records {
namespace {

TEST_CASE("a number is read as it is written, with whatever dashes, letters and blanks") {
    for (const auto* typed :
         {"TS-2026-0001", "ts-1", "ts1", "TS-2026-1", "TS20260001", "ts—1", "TS－1", "ts–1", "ts_1",
          "ｔｓ－１", "ｔｓ１", " ts 1 ", "投诉1", "投诉-1", "投诉１", "投诉2026-1", "TS—2026—0001",
          "ts——1", "ts-0001"}) {
        CAPTURE(typed);
        CHECK(full_number(typed, 2026) == "TS-2026-0001");
    }
    CHECK(full_number("派工单12", 2026) == "PG-2026-0012");
    CHECK(full_number("BX202512345", 2026) == "BX-2025-12345");
    CHECK(full_number("ts-12345", 2026) == "TS-2026-12345");
}

TEST_CASE("what is no number is refused") {
    for (const auto* typed : {"", "1", "ts", "ts-", "ts-x", "xx-1", "ts-2026-", "ts--", "投诉",
                              "ts-1-2-3", "投诉一", "ts-1x"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(full_number(typed, 2026), base::Failure);
    }
}

}  // namespace
}  // namespace huiyin::records
