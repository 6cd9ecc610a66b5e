#include "reading.hpp"

#include "check_value.hpp"

namespace huiyin::cli {

reports::Period stretch_of(const gate::Reading& reading, const Arguments& arguments) {
    const auto bound = [&](const std::string& typed, bool is_end) {
        if (!reads_as<base::Day>(typed))
            return base::resolve(base::parse_time(typed), reading.now, reading.zone);
        const auto day = base::Day::parse(typed);
        return is_end ? day.end(reading.zone) : day.begin(reading.zone);
    };
    return reports::Period::of(bound(arguments.text("from"), false),
                               bound(arguments.text("to"), true), reading.zone);
}

}  // namespace huiyin::cli
