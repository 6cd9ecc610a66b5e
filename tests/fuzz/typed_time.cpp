// A time, a day, a week, a month or a duration as people type them.
#include "huiyin/base/time.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const base::Zone zone("Asia/Shanghai");
    const auto typed = fuzz::text(data, size);
    fuzz::understands_or_refuses(
        [&] { base::resolve(base::parse_time(typed), base::instant(1'795'000'000), zone); });
    fuzz::understands_or_refuses([&] { base::parse_duration(typed); });
    fuzz::understands_or_refuses([&] { base::Day::parse(typed).next(); });
    fuzz::understands_or_refuses([&] { base::Week::parse(typed).end(zone); });
    fuzz::understands_or_refuses([&] { base::Month::parse(typed); });
    return 0;
}
