#pragma once

#include <array>
#include <optional>

#include "huiyin/base/time.hpp"
#include "huiyin/cli/arguments.hpp"
#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/reports/period.hpp"
#include "huiyin/rulebook/checker.hpp"

/// What reading commands ask of an open store.
namespace huiyin::cli {

inline int this_year(const gate::Reading& reading) {
    return base::year_of(reading.now, reading.zone);
}

inline std::optional<base::Instant> time_of(const gate::Reading& reading,
                                            const std::optional<base::TypedTime>& typed) {
    return typed ? std::optional(base::resolve(*typed, reading.now, reading.zone)) : std::nullopt;
}

/// From `--from` to `--to`; a day given as the end belongs to it.
/// Throws Failure{usage} where it would end before it begins.
reports::Period stretch_of(const gate::Reading& reading, const Arguments& arguments);

/// Of whatever shows people's names or numbers. It is on record who asked before they are shown.
inline constexpr Option reveal{
    "reveal", Takes::nothing,
    "",       {"姓名、电话全文显示(留痕)", "names and phones in full; who asked is journaled"},
    false,    gate::Right::office_work};
inline constexpr std::array reveal_option{reveal};

/// What `show` and `list` give: residents' names are for those who work with residents.
inline reports::View view_of(gate::Reading& reading, const records::Policies& policies) {
    return {reading.connection,
            reading.zone,
            reading.now,
            policies,
            gate::may(reading.viewer.role, gate::Right::office_work),
            reading.reveals};
}

/// What everything else gives, papers that are passed on above all: no names, unless revealed.
inline reports::View masked_view_of(gate::Reading& reading, const records::Policies& policies) {
    return {reading.connection, reading.zone,    reading.now,
            policies,           reading.reveals, reading.reveals};
}

}  // namespace huiyin::cli
