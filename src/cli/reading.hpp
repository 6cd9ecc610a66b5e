#pragma once

#include "huiyin/base/time.hpp"
#include "huiyin/cli/command.hpp"
#include "huiyin/cli/output.hpp"
#include "huiyin/gate/gate.hpp"
#include "huiyin/gate/rights.hpp"
#include "huiyin/records/policy.hpp"
#include "huiyin/reports/format.hpp"
#include "huiyin/reports/matter_view.hpp"
#include "huiyin/rulebook/checker.hpp"

/// What reading commands ask of an open store.
namespace huiyin::cli {

inline int this_year(const gate::Reading& reading) {
    return base::year_of(reading.now, reading.zone);
}

/// What `show` and `list` give: residents' names are for those who work with residents.
inline reports::View view_of(gate::Reading& reading, const records::Policies& policies) {
    return {reading.connection,
            reading.zone,
            reading.now,
            policies,
            gate::may(reading.connection, reading.viewer, gate::Right::office_work, reading.now),
            reading.reveals};
}

/// The same of a list, whose dates are whole where a spreadsheet reads them.
inline reports::View view_of(ReadContext reader, const records::Policies& policies) {
    auto view = view_of(reader.reading, policies);
    const auto* format = reader.output.document;
    if (format != nullptr && format->is != reports::Format::Is::words)
        view.reader = reports::ReadBy::sheet;
    return view;
}

/// What everything else gives, papers that are passed on above all: no names, unless revealed.
inline reports::View masked_view_of(gate::Reading& reading, const records::Policies& policies) {
    return {reading.connection, reading.zone,    reading.now,
            policies,           reading.reveals, reading.reveals};
}

}  // namespace huiyin::cli
