#pragma once

#include <doctest/doctest.h>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/time.hpp"

/// What typed times come to at 2026-11-23 20:00:00.
namespace understanding {

using namespace huiyin::base;

/// What a time typed at 2026-11-23 20:00:00 comes to.
inline std::string understood(std::string_view typed, const Zone& zone = Zone("Asia/Shanghai")) {
    const Instant now = zone.instant(std::chrono::local_days{std::chrono::year{2026} / 11 / 23} +
                                     std::chrono::hours{20});
    return readable(resolve(parse_time(typed), now, zone), zone);
}

inline Problem refusal(std::string_view typed, const Zone& zone = Zone("Asia/Shanghai")) {
    try {
        understood(typed, zone);
    } catch (const Failure& failure) {
        CHECK(failure.code() == Exit::usage);
        REQUIRE(failure.problems().size() == 1);
        const Problem problem = failure.problems().front();
        CHECK_FALSE(problem.what.zh.empty());
        CHECK_FALSE(problem.remedy.zh.empty());
        return problem;
    }
    FAIL("not refused: " << typed);
    return {};
}

struct Row {
    std::string_view typed;
    std::string_view meant;
};

inline void check(std::initializer_list<Row> rows) {
    for (const auto& [typed, meant] : rows) {
        CAPTURE(typed);
        CHECK(understood(typed) == meant);
    }
}

}  // namespace understanding
